//! The clock's side: matters that nobody says anything about 系统默认.

use chrono::{DateTime, TimeDelta, Utc};
use domain::CaseId;
use domain::calendar::civil_date;
use domain::evaluations::{DEFAULT_AFTER, RATED_STATES};
use entities::{default_evaluation, evaluation, service_case};
use sea_orm::sea_query::{Expr, IntoColumnRef};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, Set,
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
    let silent = silent(now).all(portal.db().read()).await?;
    for row in silent {
        let due = DEFAULT_AFTER.due(civil_date(row.updated_at), &calendar);
        if civil_date(now) > due.date {
            give(portal, row).await?;
        }
    }
    Ok(())
}

/// Finished matters whose time for a word may be over and that have none, oldest first.
fn silent(now: DateTime<Utc>) -> Select<service_case::Entity> {
    use service_case::{Column, Entity};
    let days = i64::from(DEFAULT_AFTER.number);
    let rated = evaluation::Entity::find()
        .filter(of_case((evaluation::Entity, evaluation::Column::CaseId)))
        .into_query();
    let given = default_evaluation::Entity::find()
        .filter(of_case((
            default_evaluation::Entity,
            default_evaluation::Column::CaseId,
        )))
        .into_query();
    Entity::find()
        .filter(Column::State.is_in(RATED_STATES))
        .filter(Column::PartOf.is_null())
        .filter(Column::UpdatedAt.lt(now - TimeDelta::days(days)))
        .filter(Column::UpdatedAt.gte(now - TimeDelta::days(days + LOOK_BACK_DAYS)))
        .filter(Expr::exists(rated).not())
        .filter(Expr::exists(given).not())
        .order_by_asc(Column::UpdatedAt)
        .limit(SWEEP_ROWS)
}

fn of_case(column: impl IntoColumnRef) -> Expr {
    Expr::col(column).equals((service_case::Entity, service_case::Column::Id))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::plans;

    #[tokio::test]
    async fn silent_matters_are_found_by_when_they_ended() {
        plans::on_both(async |db| {
            let query = silent(plans::NOON).into_query();
            db.walks(&query, "idx_service_case_state_updated_at").await;
        })
        .await;
    }
}
