//! The life of a published item: in use, paused, cancelled. Pausing is urgent and needs one person;
//! what opens it again, or ends it, needs two.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::DraftRefusal;
use super::flow::{belongs, checked_reason, officer, reviews, writes};
use crate::cases::Party;
use crate::catalogue::ItemState;
use crate::{AccountId, DepartmentCode};

/// How an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The department of the item.
    pub department: DepartmentCode,
    /// Whether it can be applied for.
    pub state: ItemState,
    /// Why it is paused or cancelled; nothing while it is in use.
    pub reason: Option<String>,
    /// What one person wants and a second one has to confirm.
    pub proposal: Option<StandingProposal>,
    /// Counts every change.
    pub revision: u32,
}

/// What one person wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingProposal {
    /// The state that the item shall have.
    pub to: ItemState,
    /// Who wants it.
    pub by: AccountId,
    /// Since when.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// What can be done with a published item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandingAction {
    /// Nobody can apply until it is restored. One person, at once.
    Pause,
    /// It shall be in use again.
    Restore,
    /// It shall be cancelled.
    Withdraw,
    /// The second person agrees.
    Confirm,
    /// The second person does not agree, or the first one has thought better of it.
    Decline,
}

keys!(StandingAction {
    Pause = "pause",
    Restore = "restore",
    Withdraw = "withdraw",
    Confirm = "confirm",
    Decline = "decline",
});

/// Why something is not done; the same reasons as of a working copy.
pub type StandingRefusal = DraftRefusal;

impl StandingAction {
    /// Whether it has to be said why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Pause | Self::Restore | Self::Withdraw)
    }
}

impl Standing {
    /// What this party can do now; a page offers exactly this.
    pub fn allowed(&self, by: &Party) -> Vec<StandingAction> {
        let permitted = |action: &StandingAction| self.permit(*action, by).is_ok();
        StandingAction::ALL.into_iter().filter(permitted).collect()
    }

    fn permit(&self, action: StandingAction, by: &Party) -> Result<(), StandingRefusal> {
        belongs(by, &self.department)?;
        let fits = match action {
            StandingAction::Confirm => reviews(by),
            _ => writes(by),
        };
        if !fits {
            return Err(StandingRefusal::WrongRole);
        }
        let waits = self.proposal.is_some();
        let stands = match action {
            StandingAction::Pause => self.state == ItemState::InUse,
            StandingAction::Restore => self.state != ItemState::InUse && !waits,
            StandingAction::Withdraw => self.state != ItemState::Cancelled && !waits,
            StandingAction::Confirm | StandingAction::Decline => waits,
        };
        if !stands {
            return Err(StandingRefusal::NotInThisState);
        }
        let proposer = self.proposal.as_ref().map(|proposal| &proposal.by);
        if action == StandingAction::Confirm && proposer == officer(by) {
            return Err(StandingRefusal::SamePerson);
        }
        Ok(())
    }

    /// Lets it happen, if this party may make it happen now.
    ///
    /// # Errors
    /// Why it may not.
    pub fn apply(
        self,
        action: StandingAction,
        reason: &str,
        by: &Party,
        now: DateTime<Utc>,
    ) -> Result<Self, StandingRefusal> {
        self.permit(action, by)?;
        let account = officer(by).cloned().ok_or(StandingRefusal::WrongRole)?;
        let mut next = self;
        let proposed = |to, reason| StandingProposal {
            to,
            by: account,
            at: now,
            reason,
        };
        match action {
            StandingAction::Pause => {
                next.reason = Some(checked_reason(reason)?);
                next.state = ItemState::Paused;
            }
            StandingAction::Restore => {
                next.proposal = Some(proposed(ItemState::InUse, checked_reason(reason)?));
            }
            StandingAction::Withdraw => {
                next.proposal = Some(proposed(ItemState::Cancelled, checked_reason(reason)?));
            }
            StandingAction::Confirm => {
                let proposal = next
                    .proposal
                    .take()
                    .ok_or(StandingRefusal::NotInThisState)?;
                next.reason = (proposal.to != ItemState::InUse).then_some(proposal.reason);
                next.state = proposal.to;
            }
            StandingAction::Decline => next.proposal = None,
        }
        next.revision = next.revision.saturating_add(1);
        Ok(next)
    }
}
