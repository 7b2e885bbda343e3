//! Kinds of documents, what makes one, and what it rests on.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CaseState, EventKind};
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
pub enum Ground {
    /// 行政许可法 art. 29: an application may be sent electronically.
    Licensing29,
    /// 行政许可法 art. 32(1)(4): corrections are told within five working days, all of them at once.
    Licensing32Correction,
    /// 行政许可法 art. 32(1)(5) and 32(2): what is complete is accepted, with a dated receipt.
    Licensing32Acceptance,
    /// 行政许可法 art. 32(1)(1) and (2), 32(2): what needs no licence, or another office, is not accepted.
    Licensing32Refusal,
    /// 行政许可法 art. 38(1): who meets the conditions gets a written decision.
    Licensing38Approval,
    /// 行政许可法 art. 38(2): a refusal gives reasons and names review and suit.
    Licensing38Rejection,
    /// 行政许可法 art. 42(1): ten working days more, with the head's approval and the reasons told.
    Licensing42,
    /// 行政许可法 art. 44: the licence is delivered within ten working days.
    Licensing44,
    /// 行政许可法 art. 45: hearings, tests and expert reviews do not count, and their time is told in writing.
    Licensing45,
    /// 国务院关于在线政务服务的若干规定: what is done online counts as what is done on paper.
    OnlineServices,
}

keys!(Ground {
    Licensing29 = "ground-licensing-29",
    Licensing32Correction = "ground-licensing-32-correction",
    Licensing32Acceptance = "ground-licensing-32-acceptance",
    Licensing32Refusal = "ground-licensing-32-refusal",
    Licensing38Approval = "ground-licensing-38-approval",
    Licensing38Rejection = "ground-licensing-38-rejection",
    Licensing42 = "ground-licensing-42",
    Licensing44 = "ground-licensing-44",
    Licensing45 = "ground-licensing-45",
    OnlineServices = "ground-online-services",
});

impl DocumentKind {
    /// The document that an event makes; `case` is the case after it. Most steps inside the office make none,
    /// and neither does a draft that is thrown away.
    #[must_use]
    pub fn made_by(event: EventKind, case: &Case) -> Option<Self> {
        match event {
            EventKind::Submit | EventKind::Resubmit => Some(Self::Receipt),
            EventKind::RequestCorrection => Some(Self::Correction),
            EventKind::Accept | EventKind::DeemAccepted => Some(Self::Acceptance),
            EventKind::RefuseAcceptance => Some(Self::NonAcceptance),
            EventKind::Decide | EventKind::DecideByRule => Some(match case.state {
                CaseState::Rejected { .. } => Self::Rejection,
                _ => Self::Approval,
            }),
            EventKind::Withdraw => case.number.as_ref().map(|_| Self::Termination),
            EventKind::Deliver => Some(Self::ServiceProof),
            EventKind::Propose | EventKind::SendBack => None,
        }
    }

    /// What it rests on. 行政许可法 speaks of licences only; for every other kind of item it is what the
    /// service itself rests on, which the guide names.
    #[must_use]
    pub const fn ground(self, item: ItemType) -> Option<Ground> {
        if !matches!(item, ItemType::Licence) {
            return match self {
                Self::Receipt | Self::ServiceProof => Some(Ground::OnlineServices),
                _ => None,
            };
        }
        Some(match self {
            Self::Receipt => Ground::Licensing29,
            Self::Correction => Ground::Licensing32Correction,
            Self::Acceptance => Ground::Licensing32Acceptance,
            Self::NonAcceptance => Ground::Licensing32Refusal,
            Self::SpecialProcedure => Ground::Licensing45,
            Self::Extension => Ground::Licensing42,
            Self::Approval => Ground::Licensing38Approval,
            Self::Rejection => Ground::Licensing38Rejection,
            Self::ServiceProof => Ground::Licensing44,
            // No article says how a matter ends that nobody decides.
            Self::Termination => return None,
        })
    }

    /// Whether it is a decision against the applicant that must name review and suit (行政许可法 art. 38(2),
    /// 行政复议法 art. 20, 行政诉讼法 art. 46).
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
