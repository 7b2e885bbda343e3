//! The clock's side of cases: what happens because time has passed and nobody has said a word.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::cases::{Event, Party};
use domain::ids::CaseId;
use entities::service_case::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{AdvanceError, Rules, advance, definition_of, store};
use crate::{Internal, Portal};

/// Cases taken in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 500;

/// What the passing of a day can do to a case.
struct Silence {
    /// In which states.
    states: &'static [&'static str],
    /// The column that holds the last day.
    due: Column,
    /// What happens after it.
    event: fn() -> Event,
}

const SILENCES: [Silence; 4] = [
    // The office has not said whether it accepts (行政许可法 art. 32(4)).
    Silence {
        states: &["prechecking", "submitted"],
        due: Column::AcceptanceDue,
        event: || Event::DeemAccepted,
    },
    // The applicant has not mended or corrected.
    Silence {
        states: &["returned", "correction_requested"],
        due: Column::NextDue,
        event: || Event::DeemWithdrawn,
    },
    // A special procedure has taken all of the time that was stated for it.
    Silence {
        states: &["suspended"],
        due: Column::NextDue,
        event: || Event::Resume {
            opinion: String::new(),
        },
    },
    // A licence has expired before its renewal was decided (行政许可法 art. 50).
    Silence {
        states: &[
            "prechecking",
            "submitted",
            "accepted",
            "suspended",
            "proposed",
        ],
        due: Column::RenewsUntil,
        event: || Event::DeemGranted,
    },
];

/// Lets happen what silence means in every case whose time has passed.
///
/// # Errors
/// When the database or the keys fail. Cases moved before the failure stay moved.
pub(crate) async fn end_silences(portal: &Portal) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    for silence in &SILENCES {
        for row in silent(silence, today).all(portal.db().read()).await? {
            move_by_clock(portal, row, (silence.event)()).await?;
        }
    }
    Ok(())
}

fn silent(silence: &Silence, today: NaiveDate) -> Select<Entity> {
    Entity::find()
        .filter(Column::State.is_in(silence.states.iter().copied()))
        .filter(silence.due.lt(today))
        .order_by_asc(silence.due)
        .limit(SWEEP_ROWS)
}

/// Moves a case in a transaction of its own. Where the rules say no, somebody was quicker.
pub(super) async fn move_by_clock(
    portal: &Portal,
    row: Model,
    event: Event,
) -> Result<(), Internal> {
    let definition = definition_of(portal, &store::case(portal.keys(), &row)?).await?;
    let calendar = portal.catalogue().calendar().await?;
    let id = CaseId::new(row.id);
    let work = portal.clone();
    let moved = portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let Some(row) = store::lock(tx, &id).await? else {
                    return Ok(());
                };
                let case = store::case(work.keys(), &row)?;
                let rules = Rules {
                    definition: &definition,
                    calendar: &calendar,
                };
                advance(&work, tx, case, event, &Party::System, &rules).await?;
                Ok::<_, AdvanceError>(())
            })
        })
        .await;
    match moved {
        Ok(()) | Err(AdvanceError::Refused(_) | AdvanceError::Changed) => Ok(()),
        Err(AdvanceError::Internal(internal)) => Err(internal),
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::QueryTrait;

    use super::*;
    use crate::db::plans;

    #[tokio::test]
    async fn silence_is_found_by_an_index_on_its_day() {
        plans::on_both(async |db| {
            for silence in &SILENCES {
                let index = match silence.due {
                    Column::AcceptanceDue => "idx_service_case_state_acceptance_due",
                    Column::NextDue => "idx_service_case_state_next_due",
                    // PostgreSQL takes the older index on the day alone for as good.
                    _ => "renews_until",
                };
                let plan = db
                    .walks(&silent(silence, plans::DAY).into_query(), index)
                    .await;
                assert!(
                    plan.narrows_by("<"),
                    "all cases of the states are read: {plan}"
                );
            }
        })
        .await;
    }
}
