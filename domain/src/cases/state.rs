//! The case and its states.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseNumber, Outcome};
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
    /// Number of transitions so far; tells a stale page from a fresh one.
    pub revision: u32,
}

/// The clock of an accepted case. 法定 and 承诺 are both kept: supervision warns by the one and
/// objects by the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    /// Day 0. For a case that counts as accepted this is the day of receipt, so it can lie in the past.
    pub accepted_on: NaiveDate,
    /// Last day of the promised limit.
    pub promised_due: DueDate,
    /// Last day of the statutory limit.
    pub statutory_due: DueDate,
}

/// Where a case stands. `at` is always the instant of the transition into the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CaseState {
    /// The applicant is filling it in.
    Draft,
    /// Handed in; the office has not said anything yet.
    Submitted {
        /// Since when.
        at: DateTime<Utc>,
        /// Last day for the office to accept, refuse or ask for corrections.
        acceptance_due: DueDate,
        /// Corrections were asked for before, so they cannot be asked for again.
        #[serde(default)]
        corrected: bool,
    },
    /// The office has asked for corrections.
    CorrectionRequested {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who asked.
        by: AccountId,
        /// What to correct.
        notice: String,
        /// Last day for the applicant.
        due: DueDate,
    },
    /// Accepted; the clock runs.
    Accepted {
        /// Since when; the legal day of acceptance is [`CaseClock::accepted_on`].
        at: DateTime<Utc>,
        /// Accepted by silence.
        deemed: bool,
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
        /// Accepted by silence; kept for the way back.
        #[serde(default)]
        deemed: bool,
    },
    /// Approved; the result is not delivered yet.
    Approved {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who decided; `None` when the rules did.
        by: Option<AccountId>,
        /// The reasons.
        opinion: String,
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
    /// Not accepted.
    NotAccepted {
        /// Since when.
        at: DateTime<Utc>,
        /// The officer who refused.
        by: AccountId,
        /// Why.
        reason: String,
    },
    /// Taken back by the applicant.
    Withdrawn {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Approved and delivered.
    Delivered {
        /// Since when.
        at: DateTime<Utc>,
        /// Whether a certificate was issued.
        certificate: bool,
    },
}

impl CaseState {
    /// The stable name of the state, as in columns and texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted { .. } => "submitted",
            Self::CorrectionRequested { .. } => "correction_requested",
            Self::Accepted { .. } => "accepted",
            Self::Proposed { .. } => "proposed",
            Self::Approved { .. } => "approved",
            Self::Rejected { .. } => "rejected",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Delivered { .. } => "delivered",
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
                | Self::Delivered { .. }
        )
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
            revision: 0,
        }
    }
}
