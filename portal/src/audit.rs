//! The audit trail 审计: who did what to which thing, in the same transaction as the deed.

use chrono::{DateTime, Utc};
use domain::AccountId;
use domain::cases::Party;
use entities::audit;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

use crate::error::Internal;
use crate::ids;

/// The outcome of a deed that was done.
pub const DONE: &str = "done";

/// Who did it.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    /// Somebody who is not signed in.
    Visitor,
    /// A citizen.
    Citizen(&'a AccountId),
    /// A civil servant.
    Officer(&'a AccountId),
    /// A civil servant at a counter, for the citizen who stands there.
    AtCounter {
        /// The civil servant, who did it.
        officer: &'a AccountId,
        /// The citizen, for whom it was done.
        citizen: &'a AccountId,
    },
    /// A client of the API, by its id.
    Client(&'a str),
    /// The portal itself: a rule, a job, the clock, the command line.
    System,
}

impl<'a> Actor<'a> {
    /// The actor behind a party to a case.
    #[must_use]
    pub fn of(party: &'a Party) -> Self {
        match party {
            Party::Applicant(account) => Self::Citizen(account),
            Party::AtCounter { applicant, officer } => Self::AtCounter {
                officer,
                citizen: applicant,
            },
            Party::Officer { account, .. } => Self::Officer(account),
            Party::System => Self::System,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Citizen(_) => "citizen",
            Self::Officer(_) | Self::AtCounter { .. } => "officer",
            Self::Client(_) => "client",
            Self::System => "system",
        }
    }

    fn id(self) -> Option<&'a str> {
        match self {
            Self::Citizen(id) | Self::Officer(id) | Self::AtCounter { officer: id, .. } => {
                Some(id.as_str())
            }
            Self::Client(id) => Some(id),
            Self::Visitor | Self::System => None,
        }
    }

    fn for_id(self) -> Option<&'a str> {
        match self {
            Self::AtCounter { citizen, .. } => Some(citizen.as_str()),
            _ => None,
        }
    }
}

/// Adds a row. `action` is a name such as `case.submit`, `subject_kind` a table, `outcome` is
/// `done` or the key of the refusal; none of them holds personal data.
///
/// # Errors
/// [`Internal`] when the database refuses.
pub async fn record(
    transaction: &DatabaseTransaction,
    actor: Actor<'_>,
    action: &str,
    subject_kind: &str,
    subject_id: Option<&str>,
    outcome: &str,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let row = audit::ActiveModel {
        id: Set(ids::new(now)),
        at: Set(now),
        actor_kind: Set(actor.kind().to_owned()),
        actor_id: Set(actor.id().map(str::to_owned)),
        for_id: Set(actor.for_id().map(str::to_owned)),
        action: Set(action.to_owned()),
        subject_kind: Set(subject_kind.to_owned()),
        subject_id: Set(subject_id.map(str::to_owned)),
        outcome: Set(outcome.to_owned()),
    };
    audit::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}
