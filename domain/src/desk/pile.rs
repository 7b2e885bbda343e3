//! The piles that cases lie on, by what they wait for.

use crate::cases::{CaseState, Flow};

/// A pile. Each open case lies on exactly one, so that a list of it is one walk along one index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pile {
    /// 待预审: the first, informal look.
    FirstLook,
    /// 待受理: to be accepted, refused or sent back for correction.
    ToAccept,
    /// With the applicant, to be mended or corrected.
    Correcting,
    /// 审查中: steps of the review are open.
    InReview,
    /// 特别程序中: a special procedure goes on.
    Paused,
    /// 待决定: reviewed; to be decided, or a decision to be proposed.
    ToDecide,
    /// 待审核: a second officer decides on what was proposed.
    ToReview,
    /// 待送达: approved; the result is on its way.
    ToDeliver,
    /// 已办结: nothing happens any more.
    Closed,
}

keys!(Pile {
    FirstLook = "first-look",
    ToAccept = "to-accept",
    Correcting = "correcting",
    InReview = "in-review",
    Paused = "paused",
    ToDecide = "to-decide",
    ToReview = "to-review",
    ToDeliver = "to-deliver",
    Closed = "closed",
});

impl Pile {
    /// The pile of a case in this state; none for a draft, which no officer sees.
    pub fn of(state: &CaseState, flow: &Flow) -> Option<Self> {
        Some(match state {
            CaseState::Draft => return None,
            CaseState::Prechecking { .. } => Self::FirstLook,
            CaseState::Submitted { .. } => Self::ToAccept,
            CaseState::Returned { .. } | CaseState::CorrectionRequested { .. } => Self::Correcting,
            // A joint application waits for the matters that it consists of.
            CaseState::Accepted { review, .. }
                if review.is_complete(flow) && flow.joint.is_none() =>
            {
                Self::ToDecide
            }
            CaseState::Accepted { .. } => Self::InReview,
            CaseState::Suspended { .. } => Self::Paused,
            CaseState::Proposed { .. } => Self::ToReview,
            CaseState::Approved { .. } => Self::ToDeliver,
            CaseState::Rejected { .. }
            | CaseState::NotAccepted { .. }
            | CaseState::Withdrawn { .. }
            | CaseState::Closed { .. }
            | CaseState::Delivered { .. }
            | CaseState::Settled { .. } => Self::Closed,
        })
    }

    /// Whether something still has to happen to its cases.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed)
    }

    /// Whether the clock of the office stands still meanwhile: their light is blue.
    pub const fn waits_for_others(self) -> bool {
        matches!(self, Self::Correcting | Self::Paused)
    }
}
