//! A case that is decided or ends closes its open questions.

use chrono::{DateTime, Utc};
use domain::cases::Case;
use domain::consultations::Closing;
use entities::consultation::Column;
use sea_orm::{ColumnTrait, DatabaseTransaction, QueryFilter};

use super::store;
use crate::Internal;

/// Closes what nobody has to answer any more, in the transaction of the step that made it so.
pub(crate) async fn overtake(
    tx: &DatabaseTransaction,
    case: &Case,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    if case.state.can_be_consulted_on() {
        return Ok(());
    }
    store::close(Closing::Overtaken, None, now)
        .filter(Column::CaseId.eq(case.id.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
