//! Rows of notices. A row says what happened; the words are made for the reader's language.

use chrono::{DateTime, Utc};
use domain::cases::{Case, EventKind};
use entities::notice;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};

use crate::{Internal, ids};

/// Tells the applicant that something happened to the case.
pub(crate) async fn add(
    tx: &DatabaseTransaction,
    case: &Case,
    kind: EventKind,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    notice::ActiveModel {
        id: Set(ids::new(now)),
        account_id: Set(case.applicant.to_string()),
        case_id: Set(Some(case.id.to_string())),
        kind: Set(kind.key().to_owned()),
        at: Set(now),
        read_at: Set(None),
    }
    .insert(tx)
    .await?;
    Ok(())
}
