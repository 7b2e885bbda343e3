//! The clock's side: second looks that nobody answers.

use domain::calendar::civil_date;
use domain::cases::Party;
use domain::evaluations::{Deed, Step};
use entities::rectification;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::store::{self, AdvanceError};
use crate::{Internal, Portal, db};

/// Key of [`domain::evaluations::RectificationState::SecondLook`].
const SECOND_LOOK: &str = "second_look";

/// Rows taken in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 200;

/// Closes every rectification whose second look was not answered in time.
///
/// # Errors
/// When the database or the keys fail. What was closed before the failure stays closed.
pub(crate) async fn end_unanswered(portal: &Portal) -> Result<(), Internal> {
    let late = rectification::Entity::find()
        .filter(rectification::Column::State.eq(SECOND_LOOK))
        .filter(rectification::Column::Due.lt(civil_date(portal.now())))
        .order_by_asc(rectification::Column::Due)
        .limit(SWEEP_ROWS)
        .all(portal.db().read())
        .await?;
    for row in late {
        end(portal, row.id).await?;
    }
    Ok(())
}

async fn end(portal: &Portal, id: String) -> Result<(), Internal> {
    let calendar = portal.catalogue().calendar().await?;
    let inner = portal.clone();
    let ended = portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let found = db::lock(rectification::Entity::find_by_id(&id));
                let Some(row) = found.one(tx).await.map_err(Internal::from)? else {
                    return Ok(());
                };
                let deed = Deed {
                    step: Step::Lapse,
                    text: "",
                    by: &Party::System,
                    involved: false,
                };
                store::advance(&inner, tx, &row, &deed, &calendar).await
            })
        })
        .await;
    match ended {
        // Refused or changed: an answer was quicker, and nothing is left to do.
        Ok(()) | Err(AdvanceError::Refused(_) | AdvanceError::Changed) => Ok(()),
        Err(AdvanceError::Internal(internal)) => Err(internal),
    }
}
