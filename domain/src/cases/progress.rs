//! What the state of a case means to those who look at it: who has to act, until when, and how
//! urgent that is.

use serde::{Deserialize, Serialize};

use super::{Case, CaseState, Event, EventKind, Party};
use crate::AccountId;
use crate::calendar::DueDate;

/// Working days before a due date from which on a case is shown as urgent. Customary in electronic
/// supervision (电子监察); no law fixes it.
const YELLOW_DAYS: i64 = 2;

/// The customary lights of supervision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// In time.
    Green,
    /// Due within two working days.
    Yellow,
    /// Overdue.
    Red,
    /// The clock does not run for the office.
    Blue,
}

keys!(Light { Green = "green", Yellow = "yellow", Red = "red", Blue = "blue" });

impl Light {
    /// The light of a case that has `days_left` working days left; `None` when nothing is due.
    pub const fn of(state: &CaseState, days_left: Option<i64>) -> Self {
        match (state, days_left) {
            (CaseState::CorrectionRequested { .. }, _) => Self::Blue,
            (_, Some(days)) if days < 0 => Self::Red,
            (_, Some(days)) if days <= YELLOW_DAYS => Self::Yellow,
            _ => Self::Green,
        }
    }
}

impl CaseState {
    /// Key of [`CaseState::Submitted`], for queries.
    pub const SUBMITTED: &'static str = "submitted";

    /// Key of [`CaseState::CorrectionRequested`], for queries.
    pub const CORRECTION_REQUESTED: &'static str = "correction_requested";

    /// Whether the applicant may change answers and materials.
    pub const fn is_editable(&self) -> bool {
        matches!(self, Self::Draft | Self::CorrectionRequested { .. })
    }

    /// Whether the matter has come to an end that the applicant can rate (好差评 is for finished
    /// matters; a withdrawal is the applicant's own).
    pub const fn can_be_rated(&self) -> bool {
        matches!(
            self,
            Self::Delivered { .. } | Self::Rejected { .. } | Self::NotAccepted { .. }
        )
    }

    /// Last day for the office to accept, while it has to.
    pub const fn acceptance_due(&self) -> Option<DueDate> {
        match self {
            Self::Submitted { acceptance_due, .. } => Some(*acceptance_due),
            _ => None,
        }
    }
}

impl Case {
    /// When the next thing is due: acceptance, correction, or the decision as promised.
    pub fn next_due(&self) -> Option<DueDate> {
        match &self.state {
            CaseState::Submitted { acceptance_due, .. } => Some(*acceptance_due),
            CaseState::CorrectionRequested { due, .. } => Some(*due),
            CaseState::Accepted { .. } | CaseState::Proposed { .. } => {
                self.clock.map(|clock| clock.promised_due)
            }
            _ => None,
        }
    }
}

impl Event {
    /// What was written with the event: notice, reason or opinion.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::RequestCorrection { notice: text }
            | Self::RefuseAcceptance { reason: text }
            | Self::Propose { opinion: text, .. }
            | Self::SendBack { opinion: text }
            | Self::Decide { opinion: text, .. }
            | Self::DecideByRule { opinion: text } => Some(text).filter(|text| !text.is_empty()),
            _ => None,
        }
        .map(String::as_str)
    }
}

impl EventKind {
    /// Whether the applicant sees it in the history. What officers tell each other before the
    /// decision stays in the office.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Propose | Self::SendBack)
    }
}

impl Party {
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
            assert_eq!(Light::of(&draft, days), light, "{days:?}");
        }
    }

    #[test]
    fn only_proposals_stay_in_the_office() {
        let hidden: Vec<_> = EventKind::ALL
            .iter()
            .filter(|kind| !kind.is_public())
            .collect();
        assert_eq!(hidden, [&EventKind::Propose, &EventKind::SendBack]);
    }
}
