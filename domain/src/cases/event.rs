//! What can happen to a case, and who makes it happen.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseNumber, Delivery, Demands, Ending, Ground, ProcedureKind, Verdict};
use crate::calendar::TimeLimit;
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
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
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
        /// Where it asks to renew a licence: the last day of that licence.
        expiry: Option<NaiveDate>,
    },
    /// The first look finds nothing to mend (预审通过).
    PassPrecheck,
    /// The first look sends it back to be mended (预审退回).
    ReturnPrecheck {
        /// What to mend.
        asked: Demands,
    },
    /// The office says, once, everything that is missing or wrong (补正告知).
    RequestCorrection {
        /// What to correct.
        asked: Demands,
    },
    /// Another department that decides a matter of a joint application has looked at it. What it wants
    /// corrected becomes part of the one notice.
    Look {
        /// What is missing or wrong; empty when nothing is.
        asked: Demands,
    },
    /// The applicant hands it in again, mended or corrected.
    Resubmit,
    /// The office accepts it (受理).
    Accept,
    /// The joint application was accepted, and this matter of it begins: accepted with it.
    Begin {
        /// The number.
        number: CaseNumber,
    },
    /// The office was silent too long, so it counts as accepted (行政许可法 art. 32(4)).
    DeemAccepted,
    /// The office does not accept it (不予受理).
    RefuseAcceptance {
        /// Why, in kind.
        ground: Ground,
        /// Why.
        reason: String,
    },
    /// An officer concludes a step of the review.
    Conclude {
        /// Key of the step.
        step: String,
        /// What it came to.
        verdict: Verdict,
        /// The reasons.
        opinion: String,
    },
    /// A rule concludes a step of the review; rules only agree.
    ConcludeByRule {
        /// Key of the step.
        step: String,
    },
    /// A special procedure begins, and the clock waits (行政许可法 art. 45).
    Suspend {
        /// What it is.
        kind: ProcedureKind,
        /// How long it takes; the applicant is told.
        length: TimeLimit,
        /// Why it is needed.
        reason: String,
    },
    /// The special procedure is over, or the time that was stated for it is.
    Resume {
        /// What came of it.
        opinion: String,
    },
    /// The head of the office gives it more time (延期, 行政许可法 art. 42).
    Extend {
        /// Why; the applicant is told.
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
    /// The licence to be renewed has expired without a decision, so it is renewed (行政许可法 art. 50).
    DeemGranted,
    /// The applicant takes it back.
    Withdraw,
    /// What was asked for has not come in time, so it counts as taken back.
    DeemWithdrawn,
    /// The office ends it without a decision.
    Close {
        /// How.
        ending: Ending,
        /// Why.
        reason: String,
    },
    /// The result has reached the applicant (送达).
    Deliver {
        /// How.
        how: Delivery,
    },
    /// The last matter of a joint application has ended.
    Settle {
        /// How many of them were granted.
        granted: u16,
        /// How many there were.
        of: u16,
    },
    /// A calendar has arrived or was mended, and due dates are other ones.
    Recount,
}

/// An event without what comes along: for permissions, histories and texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// See [`Event::Submit`].
    Submit,
    /// See [`Event::PassPrecheck`].
    PassPrecheck,
    /// See [`Event::ReturnPrecheck`].
    ReturnPrecheck,
    /// See [`Event::RequestCorrection`].
    RequestCorrection,
    /// See [`Event::Look`].
    Look,
    /// See [`Event::Resubmit`].
    Resubmit,
    /// See [`Event::Accept`].
    Accept,
    /// See [`Event::Begin`].
    Begin,
    /// See [`Event::DeemAccepted`].
    DeemAccepted,
    /// See [`Event::RefuseAcceptance`].
    RefuseAcceptance,
    /// See [`Event::Conclude`].
    Conclude,
    /// See [`Event::ConcludeByRule`].
    ConcludeByRule,
    /// See [`Event::Suspend`].
    Suspend,
    /// See [`Event::Resume`].
    Resume,
    /// See [`Event::Extend`].
    Extend,
    /// See [`Event::Propose`].
    Propose,
    /// See [`Event::SendBack`].
    SendBack,
    /// See [`Event::Decide`].
    Decide,
    /// See [`Event::DecideByRule`].
    DecideByRule,
    /// See [`Event::DeemGranted`].
    DeemGranted,
    /// See [`Event::Withdraw`].
    Withdraw,
    /// See [`Event::DeemWithdrawn`].
    DeemWithdrawn,
    /// See [`Event::Close`].
    Close,
    /// See [`Event::Deliver`].
    Deliver,
    /// See [`Event::Settle`].
    Settle,
    /// See [`Event::Recount`].
    Recount,
}

keys!(EventKind {
    Submit = "submit",
    PassPrecheck = "pass_precheck",
    ReturnPrecheck = "return_precheck",
    RequestCorrection = "request_correction",
    Look = "look",
    Resubmit = "resubmit",
    Accept = "accept",
    Begin = "begin",
    DeemAccepted = "deem_accepted",
    RefuseAcceptance = "refuse_acceptance",
    Conclude = "conclude",
    ConcludeByRule = "conclude_by_rule",
    Suspend = "suspend",
    Resume = "resume",
    Extend = "extend",
    Propose = "propose",
    SendBack = "send_back",
    Decide = "decide",
    DecideByRule = "decide_by_rule",
    DeemGranted = "deem_granted",
    Withdraw = "withdraw",
    DeemWithdrawn = "deem_withdrawn",
    Close = "close",
    Deliver = "deliver",
    Settle = "settle",
    Recount = "recount",
});

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Submit { .. } => EventKind::Submit,
            Self::PassPrecheck => EventKind::PassPrecheck,
            Self::ReturnPrecheck { .. } => EventKind::ReturnPrecheck,
            Self::RequestCorrection { .. } => EventKind::RequestCorrection,
            Self::Look { .. } => EventKind::Look,
            Self::Resubmit => EventKind::Resubmit,
            Self::Accept => EventKind::Accept,
            Self::Begin { .. } => EventKind::Begin,
            Self::DeemAccepted => EventKind::DeemAccepted,
            Self::RefuseAcceptance { .. } => EventKind::RefuseAcceptance,
            Self::Conclude { .. } => EventKind::Conclude,
            Self::ConcludeByRule { .. } => EventKind::ConcludeByRule,
            Self::Suspend { .. } => EventKind::Suspend,
            Self::Resume { .. } => EventKind::Resume,
            Self::Extend { .. } => EventKind::Extend,
            Self::Propose { .. } => EventKind::Propose,
            Self::SendBack { .. } => EventKind::SendBack,
            Self::Decide { .. } => EventKind::Decide,
            Self::DecideByRule { .. } => EventKind::DecideByRule,
            Self::DeemGranted => EventKind::DeemGranted,
            Self::Withdraw => EventKind::Withdraw,
            Self::DeemWithdrawn => EventKind::DeemWithdrawn,
            Self::Close { .. } => EventKind::Close,
            Self::Deliver { .. } => EventKind::Deliver,
            Self::Settle { .. } => EventKind::Settle,
            Self::Recount => EventKind::Recount,
        }
    }
}
