//! Kinds of documents, what makes one, and what it rests on.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CaseState, Event, EventKind};
use crate::catalogue::ItemType;

/// Kind of a legal document of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 收件凭证: the application has arrived; no word yet whether it is accepted.
    Receipt,
    /// 补正告知书: everything that is missing or wrong, once.
    Correction,
    /// 受理通知书.
    Acceptance,
    /// 不予受理决定书.
    NonAcceptance,
    /// 特别程序告知书: the clock stands still.
    SpecialProcedure,
    /// 延期告知书.
    Extension,
    /// 准予决定书.
    Approval,
    /// 不予决定书.
    Rejection,
    /// 终止办理告知书: withdrawn, counted as withdrawn, or closed.
    Termination,
    /// 送达回证.
    ServiceProof,
}

keys!(DocumentKind {
    Receipt = "receipt",
    Correction = "correction",
    Acceptance = "acceptance",
    NonAcceptance = "non-acceptance",
    SpecialProcedure = "special-procedure",
    Extension = "extension",
    Approval = "approval",
    Rejection = "rejection",
    Termination = "termination",
    ServiceProof = "service-proof",
});

/// What a document rests on in law, besides what the service itself rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Law {
    /// 行政许可法 art. 29: an application may be sent electronically.
    Licensing29,
    /// 行政许可法 art. 32(1)(4): corrections are told within five working days, all of them at once.
    Licensing32Correction,
    /// 行政许可法 art. 32(1)(5) and 32(2): what is complete is accepted, with a dated receipt.
    Licensing32Acceptance,
    /// 行政许可法 art. 32(1) and 32(2): what is not accepted, with a dated receipt.
    Licensing32Refusal,
    /// 行政许可法 art. 38(1): who meets the conditions gets a written decision.
    Licensing38Approval,
    /// 行政许可法 art. 38(2): a refusal gives reasons and names review and suit.
    Licensing38Rejection,
    /// 行政许可法 art. 42(1): ten working days more, with the head's approval and the reasons told.
    Licensing42,
    /// 行政许可法 art. 44: the result is delivered within ten working days.
    Licensing44,
    /// 行政许可法 art. 45: hearings, tests and expert reviews do not count, and their time is told in writing.
    Licensing45,
    /// 行政许可法 art. 50(2): silence until a licence expires renews it.
    Licensing50,
    /// 国务院关于在线政务服务的若干规定: what is done online counts as what is done on paper.
    OnlineServices,
}

keys!(Law {
    Licensing29 = "law-licensing-29",
    Licensing32Correction = "law-licensing-32-correction",
    Licensing32Acceptance = "law-licensing-32-acceptance",
    Licensing32Refusal = "law-licensing-32-refusal",
    Licensing38Approval = "law-licensing-38-approval",
    Licensing38Rejection = "law-licensing-38-rejection",
    Licensing42 = "law-licensing-42",
    Licensing44 = "law-licensing-44",
    Licensing45 = "law-licensing-45",
    Licensing50 = "law-licensing-50",
    OnlineServices = "law-online-services",
});

impl DocumentKind {
    /// The document that an event makes; `case` is the case after it. Most steps inside the office make none,
    /// and neither does a draft that is thrown away. A return by the first look (预审退回) makes none either:
    /// the law knows no such return, so it must not look like a decision.
    #[must_use]
    pub const fn made_by(event: EventKind, case: &Case) -> Option<Self> {
        Some(match event {
            EventKind::Submit | EventKind::Resubmit => Self::Receipt,
            EventKind::RequestCorrection => Self::Correction,
            EventKind::Accept | EventKind::DeemAccepted => Self::Acceptance,
            EventKind::RefuseAcceptance => Self::NonAcceptance,
            EventKind::Suspend => Self::SpecialProcedure,
            EventKind::Extend => Self::Extension,
            EventKind::Decide | EventKind::DecideByRule | EventKind::DeemGranted => {
                match case.state {
                    CaseState::Rejected { .. } => Self::Rejection,
                    _ => Self::Approval,
                }
            }
            EventKind::Withdraw | EventKind::DeemWithdrawn | EventKind::Close => {
                match case.number {
                    Some(_) => Self::Termination,
                    None => return None,
                }
            }
            EventKind::Deliver => Self::ServiceProof,
            // A joint application is accepted as a whole, and what its matters come to is said of each.
            EventKind::PassPrecheck
            | EventKind::ReturnPrecheck
            | EventKind::Look
            | EventKind::Begin
            | EventKind::Settle
            | EventKind::Conclude
            | EventKind::ConcludeByRule
            | EventKind::Resume
            | EventKind::Propose
            | EventKind::SendBack
            | EventKind::Recount => return None,
        })
    }

    /// The law that it rests on. 行政许可法 speaks of licences only; for every other type of item it is what
    /// the service itself rests on, which the guide names.
    #[must_use]
    pub const fn law(self, item: ItemType, made_by: &Event) -> Option<Law> {
        if !matches!(item, ItemType::Licence) {
            return match self {
                Self::Receipt | Self::ServiceProof => Some(Law::OnlineServices),
                _ => None,
            };
        }
        Some(match (self, made_by) {
            (Self::Receipt, _) => Law::Licensing29,
            (Self::Correction, _) => Law::Licensing32Correction,
            (Self::Acceptance, _) => Law::Licensing32Acceptance,
            (Self::NonAcceptance, _) => Law::Licensing32Refusal,
            // What article 45 does not name waits by a rule of the service itself.
            (Self::SpecialProcedure, Event::Suspend { kind, .. }) if !kind.is_statutory() => {
                return None;
            }
            (Self::SpecialProcedure, _) => Law::Licensing45,
            (Self::Extension, _) => Law::Licensing42,
            (Self::Approval, Event::DeemGranted) => Law::Licensing50,
            (Self::Approval, _) => Law::Licensing38Approval,
            (Self::Rejection, _) => Law::Licensing38Rejection,
            (Self::ServiceProof, _) => Law::Licensing44,
            // No article says how a matter ends that nobody decides.
            (Self::Termination, _) => return None,
        })
    }

    /// Whether it burdens the applicant and so must name review and suit (行政许可法 art. 38(2), 行政复议法
    /// art. 20, 行政诉讼法 art. 46).
    #[must_use]
    pub const fn names_remedies(self, made_by: EventKind) -> bool {
        match self {
            Self::NonAcceptance | Self::Rejection => true,
            // Nobody needs a remedy against the own wish.
            Self::Termination => !matches!(made_by, EventKind::Withdraw),
            _ => false,
        }
    }
}
