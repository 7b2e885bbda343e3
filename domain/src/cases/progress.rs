//! What the state of a case means to those who look at it: who has to act, until when, and how
//! urgent that is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Case, CaseState, Demands, EventKind, Opening, Party};
use crate::calendar::DueDate;
use crate::{AccountId, DepartmentCode};

/// The customary lights of supervision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// In time.
    Green,
    /// Near its due day.
    Yellow,
    /// Overdue.
    Red,
    /// The clock does not run for the office.
    Blue,
}

keys!(Light { Green = "green", Yellow = "yellow", Red = "red", Blue = "blue" });

impl Light {
    /// The light of a case that has `days_left` working days left; `None` when nothing is due. It is yellow
    /// from `near` working days on, which the rules of supervision say
    /// ([`crate::supervision::Rules::near_working_days`]).
    pub const fn of(state: &CaseState, days_left: Option<i64>, near: u32) -> Self {
        match (state, days_left) {
            (
                CaseState::Returned { .. }
                | CaseState::CorrectionRequested { .. }
                | CaseState::Suspended { .. },
                _,
            ) => Self::Blue,
            (_, Some(days)) => Self::of_days(days, near),
            _ => Self::Green,
        }
    }

    /// The light of something that waits for the office alone and has `days_left` working days left.
    pub const fn of_days(days_left: i64, near: u32) -> Self {
        if days_left < 0 {
            Self::Red
        } else if days_left <= near as i64 {
            Self::Yellow
        } else {
            Self::Green
        }
    }
}

impl CaseState {
    /// Key of [`CaseState::Submitted`], for queries.
    pub const SUBMITTED: &'static str = "submitted";

    /// What the applicant may change.
    pub const fn opening(&self) -> Opening<'_> {
        match self {
            Self::Draft => Opening::Whole,
            Self::Returned { asked, .. } | Self::CorrectionRequested { asked, .. } => {
                Opening::Marked(asked)
            }
            _ => Opening::Closed,
        }
    }

    /// Whether the applicant may change anything.
    pub const fn is_editable(&self) -> bool {
        !matches!(self.opening(), Opening::Closed)
    }

    /// What the office has asked the applicant to mend or to correct.
    pub const fn asked(&self) -> Option<&Demands> {
        match self {
            Self::Returned { asked, .. } | Self::CorrectionRequested { asked, .. } => Some(asked),
            _ => None,
        }
    }

    /// Whether the matter has come to an end that the applicant can rate (好差评 is for finished
    /// matters; a withdrawal is the applicant's own).
    pub const fn can_be_rated(&self) -> bool {
        matches!(
            self,
            Self::Delivered { .. }
                | Self::Rejected { .. }
                | Self::NotAccepted { .. }
                | Self::Settled { .. }
        )
    }

    /// Last day for the office to accept, while it has to.
    pub const fn acceptance_due(&self) -> Option<DueDate> {
        match self {
            Self::Prechecking { acceptance_due, .. } | Self::Submitted { acceptance_due, .. } => {
                Some(*acceptance_due)
            }
            _ => None,
        }
    }
}

impl Case {
    /// Whether the applicant can rate it. A joint application is one matter to who has made it, and is rated
    /// once, as a whole (一事一评).
    pub const fn can_be_rated(&self) -> bool {
        self.part.is_none() && self.state.can_be_rated()
    }

    /// When the next thing is due, of the office or of the applicant: the first look, acceptance, correction,
    /// the end of a special procedure, the decision as promised, the delivery.
    pub fn next_due(&self) -> Option<DueDate> {
        match &self.state {
            CaseState::Submitted {
                acceptance_due: due,
                ..
            }
            | CaseState::Prechecking { due, .. }
            | CaseState::Returned { due, .. }
            | CaseState::CorrectionRequested { due, .. }
            | CaseState::Suspended { until: due, .. }
            | CaseState::Approved { due, .. } => Some(*due),
            CaseState::Accepted { .. } | CaseState::Proposed { .. } => {
                self.clock.as_ref().map(|clock| clock.promised_due)
            }
            _ => None,
        }
    }
}

impl EventKind {
    /// Whether the applicant sees it in the history. What officers tell each other before the
    /// decision stays in the office.
    pub const fn is_public(self) -> bool {
        !matches!(
            self,
            Self::Look | Self::Conclude | Self::ConcludeByRule | Self::Propose | Self::SendBack
        )
    }
}

impl Party {
    /// The department that acts through an officer.
    pub const fn department(&self) -> Option<&DepartmentCode> {
        match self {
            Self::Officer { department, .. } => Some(department),
            Self::Applicant(_) | Self::System => None,
        }
    }

    /// The account that acts; the portal itself has none.
    pub const fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Applicant(account) | Self::Officer { account, .. } => Some(account),
            Self::System => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_follows_the_days_left() {
        let draft = CaseState::Draft;
        for (days, light) in [
            (None, Light::Green),
            (Some(3), Light::Green),
            (Some(2), Light::Yellow),
            (Some(0), Light::Yellow),
            (Some(-1), Light::Red),
        ] {
            assert_eq!(Light::of(&draft, days, 2), light, "{days:?}");
        }
    }

    #[test]
    fn what_officers_tell_each_other_stays_in_the_office() {
        let hidden: Vec<_> = EventKind::ALL
            .iter()
            .filter(|kind| !kind.is_public())
            .collect();
        let internal = [
            EventKind::Look,
            EventKind::Conclude,
            EventKind::ConcludeByRule,
            EventKind::Propose,
            EventKind::SendBack,
        ];
        assert_eq!(hidden, internal.each_ref());
    }
}
