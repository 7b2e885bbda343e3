//! The case and its states.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    CaseClock, CaseNumber, Delivery, Demands, Ending, Ground, Look, Outcome, Part, ProcedureKind,
    Review,
};
use crate::calendar::DueDate;
use crate::{AccountId, CaseId, DepartmentCode, ItemCode};

/// A case (办件): one application of one applicant for one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// Its number, from submission on.
    pub number: Option<CaseNumber>,
    /// What is applied for.
    pub item: ItemCode,
    /// The version of the definition that it was started on and keeps.
    pub version: u32,
    /// The department that handles it.
    pub department: DepartmentCode,
    /// Who applies.
    pub applicant: AccountId,
    /// Where it stands.
    pub state: CaseState,
    /// Its clock, from acceptance on.
    pub clock: Option<CaseClock>,
    /// The last day of the licence that it asks to renew, where silence until then grants it.
    pub renews_until: Option<NaiveDate>,
    /// The joint application that it is one matter of.
    pub part: Option<Part>,
    /// Number of transitions so far; tells a stale page from a fresh one.
    pub revision: u32,
}

/// Where a case stands. `at` is always the instant of the transition into the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CaseState {
    /// The applicant is filling it in.
    Draft,
    /// Handed in; the office takes a first, informal look (预审).
    Prechecking {
        /// Since when.
        at: DateTime<Utc>,
        /// The day of the first submission.
        received_on: NaiveDate,
        /// Last day for the look.
        due: DueDate,
        /// Last day for the office to accept, refuse or ask for corrections.
        acceptance_due: DueDate,
        /// It was sent back before, so it cannot be sent back again.
        again: bool,
    },
    /// Sent back by the first look, to be mended (预审退回). The law knows no such return, so it does not end
    /// anything: the applicant sends it in again.
    Returned {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who looked.
        by: AccountId,
        /// What to mend.
        asked: Demands,
        /// Last day for the applicant.
        due: DueDate,
    },
    /// With the office, which has not said anything yet (收件).
    Submitted {
        /// Since when.
        at: DateTime<Utc>,
        /// The day on which it was received; the time to accept runs from it.
        received_on: NaiveDate,
        /// Last day for the office to accept, refuse or ask for corrections.
        acceptance_due: DueDate,
        /// Corrections were asked for before, so they cannot be asked for again.
        corrected: bool,
        /// Of a joint application: what the other departments have found so far.
        #[serde(default)]
        looks: Vec<Look>,
    },
    /// The office has asked for corrections (补正告知).
    CorrectionRequested {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who asked.
        by: AccountId,
        /// What to correct.
        asked: Demands,
        /// Last day for the applicant.
        due: DueDate,
    },
    /// Accepted; the clock runs (受理).
    Accepted {
        /// Since when; the legal day of acceptance is [`CaseClock::accepted_on`].
        at: DateTime<Utc>,
        /// How far the review has come.
        review: Review,
    },
    /// A special procedure goes on, and the clock waits (特别程序); see [`CaseClock::pauses`].
    Suspended {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who began it.
        by: AccountId,
        /// What it is.
        kind: ProcedureKind,
        /// Last day of the time that was stated for it.
        until: DueDate,
        /// Why it is needed.
        reason: String,
        /// How far the review has come.
        review: Review,
    },
    /// One officer has proposed a decision.
    Proposed {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who proposed.
        by: AccountId,
        /// The direction.
        outcome: Outcome,
        /// The reasons.
        opinion: String,
        /// The review; kept for the way back.
        review: Review,
    },
    /// Approved; the result is not delivered yet.
    Approved {
        /// Since when.
        at: DateTime<Utc>,
        /// Who decided.
        by: Approver,
        /// The reasons.
        opinion: String,
        /// Last day for the result to reach the applicant (行政许可法 art. 44).
        due: DueDate,
    },
    /// Rejected, with reasons (行政许可法 art. 38).
    Rejected {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who decided.
        by: AccountId,
        /// The reasons.
        reason: String,
    },
    /// Not accepted (不予受理).
    NotAccepted {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who refused.
        by: AccountId,
        /// Why, in kind.
        ground: Ground,
        /// Why.
        reason: String,
    },
    /// Taken back by the applicant.
    Withdrawn {
        /// Since when.
        at: DateTime<Utc>,
        /// By silence: what was asked for never came.
        silent: bool,
    },
    /// Ended by the office without a decision.
    Closed {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who ended it.
        by: AccountId,
        /// How.
        ending: Ending,
        /// Why.
        reason: String,
    },
    /// Approved and delivered (送达).
    Delivered {
        /// Since when.
        at: DateTime<Utc>,
        /// How it reached the applicant.
        how: Delivery,
    },
    /// All matters of a joint application have ended (联办办结).
    Settled {
        /// Since when.
        at: DateTime<Utc>,
        /// How many of them were granted.
        granted: u16,
        /// How many there were.
        of: u16,
    },
}

/// Who has approved a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "account", rename_all = "snake_case")]
pub enum Approver {
    /// An officer.
    Officer(AccountId),
    /// The rules of the service.
    Rule,
    /// Nobody: the licence to be renewed expired before the office decided (行政许可法 art. 50).
    Silence,
}

impl CaseState {
    /// The stable name of the state, as in columns and texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Prechecking { .. } => "prechecking",
            Self::Returned { .. } => "returned",
            Self::Submitted { .. } => "submitted",
            Self::CorrectionRequested { .. } => "correction_requested",
            Self::Accepted { .. } => "accepted",
            Self::Suspended { .. } => "suspended",
            Self::Proposed { .. } => "proposed",
            Self::Approved { .. } => "approved",
            Self::Rejected { .. } => "rejected",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Closed { .. } => "closed",
            Self::Delivered { .. } => "delivered",
            Self::Settled { .. } => "settled",
        }
    }

    /// Whether it has been handed in and something still has to happen.
    pub const fn is_open(&self) -> bool {
        !matches!(self, Self::Draft) && !self.is_final()
    }

    /// Whether nothing can happen any more.
    pub const fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Rejected { .. }
                | Self::NotAccepted { .. }
                | Self::Withdrawn { .. }
                | Self::Closed { .. }
                | Self::Delivered { .. }
                | Self::Settled { .. }
        )
    }

    /// The special procedure that it waits for.
    pub const fn procedure(&self) -> Option<ProcedureKind> {
        match self {
            Self::Suspended { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// How far the review has come, from acceptance until the decision.
    pub const fn review(&self) -> Option<&Review> {
        match self {
            Self::Accepted { review, .. }
            | Self::Suspended { review, .. }
            | Self::Proposed { review, .. } => Some(review),
            _ => None,
        }
    }
}

impl Case {
    /// A new case that nobody but the applicant sees.
    pub fn draft(
        id: CaseId,
        item: ItemCode,
        version: u32,
        department: DepartmentCode,
        applicant: AccountId,
    ) -> Self {
        Self {
            id,
            number: None,
            item,
            version,
            department,
            applicant,
            state: CaseState::Draft,
            clock: None,
            renews_until: None,
            part: None,
            revision: 0,
        }
    }
}
