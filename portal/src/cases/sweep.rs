//! The clock's side of cases: silence counts as acceptance (行政许可法 §32(4)).

use domain::calendar::civil_date;
use domain::cases::{CaseState, Event, Party};
use domain::ids::{CaseId, ItemCode};
use entities::service_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{AdvanceError, Rules, advance, store};
use crate::{Internal, Portal};

/// Cases taken in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 500;

/// Accepts every case whose time for acceptance has passed without a word.
///
/// # Errors
/// When the database or the keys fail. Cases accepted before the failure stay accepted.
pub(crate) async fn accept_silent_cases(portal: &Portal) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    let silent = service_case::Entity::find()
        .filter(service_case::Column::State.eq(CaseState::SUBMITTED))
        .filter(service_case::Column::AcceptanceDue.lt(today))
        .order_by_asc(service_case::Column::AcceptanceDue)
        .limit(SWEEP_ROWS)
        .all(portal.db().read())
        .await?;
    for row in silent {
        accept_silent(portal, row).await?;
    }
    Ok(())
}

async fn accept_silent(portal: &Portal, row: service_case::Model) -> Result<(), Internal> {
    let version = u32::try_from(row.definition_version)
        .map_err(|_| Internal::new("a stored version is negative"))?;
    let catalogue = portal.catalogue();
    let Some(definition) = catalogue
        .definition(&ItemCode::new(row.item_code.clone()), version)
        .await?
    else {
        return Err(Internal::new(
            "the version that a case was started on is missing",
        ));
    };
    let calendar = catalogue.calendar().await?;
    let id = CaseId::new(row.id);
    let portal = portal.clone();
    let moved = portal
        .clone()
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let Some(row) = store::lock(tx, &id).await? else {
                    return Ok(());
                };
                let case = store::case(portal.keys(), &row)?;
                let rules = Rules {
                    definition: &definition,
                    calendar: &calendar,
                };
                advance(
                    &portal,
                    tx,
                    case,
                    Event::DeemAccepted,
                    &Party::System,
                    &rules,
                )
                .await?;
                Ok::<_, AdvanceError>(())
            })
        })
        .await;
    match moved {
        // Refused or changed: an officer was quicker, and nothing is left to do.
        Ok(()) | Err(AdvanceError::Refused(_) | AdvanceError::Changed) => Ok(()),
        Err(AdvanceError::Internal(internal)) => Err(internal),
    }
}
