//! What can happen to a case, and who makes it happen.

use serde::{Deserialize, Serialize};

use super::CaseNumber;
use crate::{AccountId, DepartmentCode};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A citizen, as the applicant.
    Applicant(AccountId),
    /// A civil servant at the desk.
    Officer {
        /// The officer's account.
        account: AccountId,
        /// The officer's department.
        department: DepartmentCode,
        /// The officer's role.
        role: Role,
    },
    /// The portal itself: the clock, the rules.
    System,
}

/// Role of an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 经办: receives, accepts, proposes.
    Handler,
    /// 审核: whatever a handler does, and decides on proposals.
    Reviewer,
    /// 监察: watches, touches no case.
    Supervisor,
    /// 管理: keeps users and settings, touches no case.
    Administrator,
}

keys!(Role {
    Handler = "handler",
    Reviewer = "reviewer",
    Supervisor = "supervisor",
    Administrator = "administrator",
});

/// The direction of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 准予.
    Approve,
    /// 不予.
    Reject,
}

keys!(Outcome { Approve = "approve", Reject = "reject" });

/// Something that happens to a case, with what comes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The applicant hands it in and gets a number.
    Submit {
        /// The number.
        number: CaseNumber,
    },
    /// The office says, once, everything that is missing or wrong (补正告知).
    RequestCorrection {
        /// What to correct.
        notice: String,
    },
    /// The applicant hands it in again, corrected.
    Resubmit,
    /// The office accepts it (受理).
    Accept,
    /// The office was silent too long, so it counts as accepted (行政许可法 art. 32(4)).
    DeemAccepted,
    /// The office does not accept it (不予受理).
    RefuseAcceptance {
        /// Why.
        reason: String,
    },
    /// One officer proposes a decision to another.
    Propose {
        /// The direction.
        outcome: Outcome,
        /// The reasons.
        opinion: String,
    },
    /// The other officer does not follow the proposal and gives the case back.
    SendBack {
        /// Why.
        opinion: String,
    },
    /// An officer decides (办结).
    Decide {
        /// The direction.
        outcome: Outcome,
        /// The reasons.
        opinion: String,
    },
    /// The rules approve.
    DecideByRule {
        /// The reasons.
        opinion: String,
    },
    /// The applicant takes it back.
    Withdraw,
    /// The result has reached the applicant (送达).
    Deliver {
        /// Whether a certificate was issued.
        certificate: bool,
    },
}

/// An event without what comes along: for permissions, histories and texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// See [`Event::Submit`].
    Submit,
    /// See [`Event::RequestCorrection`].
    RequestCorrection,
    /// See [`Event::Resubmit`].
    Resubmit,
    /// See [`Event::Accept`].
    Accept,
    /// See [`Event::DeemAccepted`].
    DeemAccepted,
    /// See [`Event::RefuseAcceptance`].
    RefuseAcceptance,
    /// See [`Event::Propose`].
    Propose,
    /// See [`Event::SendBack`].
    SendBack,
    /// See [`Event::Decide`].
    Decide,
    /// See [`Event::DecideByRule`].
    DecideByRule,
    /// See [`Event::Withdraw`].
    Withdraw,
    /// See [`Event::Deliver`].
    Deliver,
}

keys!(EventKind {
    Submit = "submit",
    RequestCorrection = "request_correction",
    Resubmit = "resubmit",
    Accept = "accept",
    DeemAccepted = "deem_accepted",
    RefuseAcceptance = "refuse_acceptance",
    Propose = "propose",
    SendBack = "send_back",
    Decide = "decide",
    DecideByRule = "decide_by_rule",
    Withdraw = "withdraw",
    Deliver = "deliver",
});

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Submit { .. } => EventKind::Submit,
            Self::RequestCorrection { .. } => EventKind::RequestCorrection,
            Self::Resubmit => EventKind::Resubmit,
            Self::Accept => EventKind::Accept,
            Self::DeemAccepted => EventKind::DeemAccepted,
            Self::RefuseAcceptance { .. } => EventKind::RefuseAcceptance,
            Self::Propose { .. } => EventKind::Propose,
            Self::SendBack { .. } => EventKind::SendBack,
            Self::Decide { .. } => EventKind::Decide,
            Self::DecideByRule { .. } => EventKind::DecideByRule,
            Self::Withdraw => EventKind::Withdraw,
            Self::Deliver { .. } => EventKind::Deliver,
        }
    }
}
