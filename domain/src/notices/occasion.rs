//! What of a case's life its applicant is told.

use super::NoticeKind;
use crate::cases::{Case, CaseState, EventKind};

impl NoticeKind {
    /// The notice by which the applicant learns that `event` has led to the present state of `case`; `None`
    /// where it stays inside the office. Every event stands here, so that a new one cannot be forgotten.
    pub fn of(event: EventKind, case: &Case) -> Option<Self> {
        Some(match event {
            EventKind::Submit => Self::Submitted,
            EventKind::Resubmit => Self::Resubmitted,
            EventKind::RequestCorrection => Self::CorrectionRequested,
            EventKind::Accept => Self::Accepted,
            EventKind::DeemAccepted => Self::DeemedAccepted,
            EventKind::RefuseAcceptance => Self::NotAccepted,
            EventKind::Decide | EventKind::DecideByRule => match case.state {
                CaseState::Rejected { .. } => Self::Rejected,
                _ => Self::Approved,
            },
            // A draft that is thrown away concerns nobody else.
            EventKind::Withdraw if case.number.is_none() => return None,
            EventKind::Withdraw => Self::Withdrawn,
            EventKind::Deliver => match case.state {
                CaseState::Delivered {
                    certificate: true, ..
                } => Self::ResultReady,
                _ => return None,
            },
            EventKind::Propose | EventKind::SendBack => return None,
        })
    }
}
