//! The clock's side: matters that nobody says anything about 系统默认.

use chrono::TimeDelta;
use domain::CaseId;
use domain::calendar::civil_date;
use domain::evaluations::{DEFAULT_AFTER, RATED_STATES};
use entities::{default_evaluation, evaluation, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Set,
};

use crate::{Internal, Portal, cases};

/// Cases taken in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 500;

/// How long after its time is over a matter is still looked for. The sweep runs every minute, so this is
/// how long all workers may be away; it keeps the sweep from reading every old case again and again.
const LOOK_BACK_DAYS: i64 = 14;

/// Gives a default review to every finished matter whose time for a word is over.
///
/// # Errors
/// When the database fails. Reviews given before the failure stay.
pub(crate) async fn give_default_reviews(portal: &Portal) -> Result<(), Internal> {
    let now = portal.now();
    let calendar = portal.catalogue().calendar().await?;
    let silent = service_case::Entity::find()
        .filter(service_case::Column::State.is_in(RATED_STATES))
        .filter(service_case::Column::PartOf.is_null())
        .filter(
            service_case::Column::UpdatedAt.lt(now - TimeDelta::days(DEFAULT_AFTER.number.into())),
        )
        .filter(
            service_case::Column::UpdatedAt
                .gte(now - TimeDelta::days(i64::from(DEFAULT_AFTER.number) + LOOK_BACK_DAYS)),
        )
        .filter(
            service_case::Column::Id.not_in_subquery(
                evaluation::Entity::find()
                    .select_only()
                    .column(evaluation::Column::CaseId)
                    .into_query(),
            ),
        )
        .filter(
            service_case::Column::Id.not_in_subquery(
                default_evaluation::Entity::find()
                    .select_only()
                    .column(default_evaluation::Column::CaseId)
                    .into_query(),
            ),
        )
        .order_by_asc(service_case::Column::UpdatedAt)
        .limit(SWEEP_ROWS)
        .all(portal.db().read())
        .await?;
    for row in silent {
        let due = DEFAULT_AFTER.due(civil_date(row.updated_at), &calendar);
        if civil_date(now) > due.date {
            give(portal, row).await?;
        }
    }
    Ok(())
}

async fn give(portal: &Portal, case: service_case::Model) -> Result<(), Internal> {
    let now = portal.now();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                // The lock of the case keeps a rating out that comes at this moment.
                cases::store::lock(tx, &CaseId::new(case.id.clone())).await?;
                let id = case.id.as_str();
                let said = evaluation::Entity::find_by_id(id).count(tx).await?
                    + default_evaluation::Entity::find_by_id(id).count(tx).await?;
                if said > 0 {
                    return Ok(());
                }
                default_evaluation::ActiveModel {
                    case_id: Set(case.id),
                    item_code: Set(case.item_code),
                    department_code: Set(case.department_code),
                    at: Set(now),
                }
                .insert(tx)
                .await?;
                Ok(())
            })
        })
        .await
}
