//! The steps of a rectification.

use super::StrikeGround;

/// A step of a rectification, with what comes along besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The department has looked into it and writes to the one who rated, through the portal.
    Contact,
    /// Put right at once, or as planned.
    Correct,
    /// Complex: says what will be done within so many working days.
    Plan {
        /// How many.
        days: u32,
    },
    /// Somebody else has verified that it was put right.
    Verify,
    /// Somebody else has found that it was not.
    SendBack,
    /// The one who rated says that it was put right.
    Content,
    /// The one who rated says that it was not.
    NotContent,
    /// The one who rated has not answered.
    Lapse,
    /// An officer says that the review should not count.
    ProposeStrike {
        /// Why.
        ground: StrikeGround,
    },
    /// A second officer agrees.
    Strike,
    /// A second officer does not agree.
    Keep,
    /// The one who rated appeals, once.
    Appeal,
    /// Somebody else again finds the appeal right: the review counts.
    UpholdAppeal,
    /// Somebody else again finds it wrong.
    RejectAppeal,
    /// A follow-up raises the level.
    Raise,
    /// A follow-up says again that it is bad, after the rectification was closed.
    Reopen,
}

/// A step without what comes along: for permissions, histories and texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// See [`Step::Contact`].
    Contact,
    /// See [`Step::Correct`].
    Correct,
    /// See [`Step::Plan`].
    Plan,
    /// See [`Step::Verify`].
    Verify,
    /// See [`Step::SendBack`].
    SendBack,
    /// See [`Step::Content`].
    Content,
    /// See [`Step::NotContent`].
    NotContent,
    /// See [`Step::Lapse`].
    Lapse,
    /// See [`Step::ProposeStrike`].
    ProposeStrike,
    /// See [`Step::Strike`].
    Strike,
    /// See [`Step::Keep`].
    Keep,
    /// See [`Step::Appeal`].
    Appeal,
    /// See [`Step::UpholdAppeal`].
    UpholdAppeal,
    /// See [`Step::RejectAppeal`].
    RejectAppeal,
    /// See [`Step::Raise`].
    Raise,
    /// See [`Step::Reopen`].
    Reopen,
}

keys!(StepKind {
    Contact = "contact",
    Correct = "correct",
    Plan = "plan",
    Verify = "verify",
    SendBack = "send_back",
    Content = "content",
    NotContent = "not_content",
    Lapse = "lapse",
    ProposeStrike = "propose_strike",
    Strike = "strike",
    Keep = "keep",
    Appeal = "appeal",
    UpholdAppeal = "uphold_appeal",
    RejectAppeal = "reject_appeal",
    Raise = "raise",
    Reopen = "reopen",
});

impl Step {
    /// What kind of step it is.
    pub const fn kind(self) -> StepKind {
        match self {
            Self::Contact => StepKind::Contact,
            Self::Correct => StepKind::Correct,
            Self::Plan { .. } => StepKind::Plan,
            Self::Verify => StepKind::Verify,
            Self::SendBack => StepKind::SendBack,
            Self::Content => StepKind::Content,
            Self::NotContent => StepKind::NotContent,
            Self::Lapse => StepKind::Lapse,
            Self::ProposeStrike { .. } => StepKind::ProposeStrike,
            Self::Strike => StepKind::Strike,
            Self::Keep => StepKind::Keep,
            Self::Appeal => StepKind::Appeal,
            Self::UpholdAppeal => StepKind::UpholdAppeal,
            Self::RejectAppeal => StepKind::RejectAppeal,
            Self::Raise => StepKind::Raise,
            Self::Reopen => StepKind::Reopen,
        }
    }
}

impl StepKind {
    /// Whether the one who rated sees it. What officers propose to each other stays in the office.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::SendBack | Self::ProposeStrike | Self::Keep)
    }

    /// Whether something has to be written with it. Who rated need not give reasons but for an appeal.
    pub const fn needs_text(self) -> bool {
        !matches!(
            self,
            Self::Verify
                | Self::Content
                | Self::NotContent
                | Self::Lapse
                | Self::Raise
                | Self::Reopen
        )
    }
}
