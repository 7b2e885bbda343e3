//! Who may do what, and when: the one table that both pages and transitions ask.

use super::{Case, CaseState, EventKind, Flow, Party, Role};
use crate::AccountId;

/// Why an event does not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The case stands where this cannot happen; most often somebody else was faster.
    #[error("{event:?} cannot happen to a case that is {state}")]
    NotInThisState {
        /// Key of the state.
        state: &'static str,
        /// The event.
        event: EventKind,
    },
    /// The case belongs to another applicant.
    #[error("the case belongs to somebody else")]
    NotYours,
    /// The case belongs to another department.
    #[error("the case belongs to another department")]
    OtherDepartment,
    /// Somebody else has to do this.
    #[error("this role may not do that")]
    WrongRole,
    /// Who proposed may not also decide (四眼原则).
    #[error("another officer has to decide")]
    SameOfficer,
    /// The office still has time to answer, so silence does not count yet.
    #[error("the limit has not passed yet")]
    NotYetDue,
    /// It needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The text is longer than [`super::MAX_OPINION_CHARS`].
    #[error("the text is too long")]
    TextTooLong,
}

impl Refusal {
    /// The Fluent key of the message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotInThisState { .. } => "refusal-not-in-this-state",
            Self::NotYours => "refusal-not-yours",
            Self::OtherDepartment => "refusal-other-department",
            Self::WrongRole => "refusal-wrong-role",
            Self::SameOfficer => "refusal-same-officer",
            Self::NotYetDue => "refusal-not-yet-due",
            Self::ReasonMissing => "refusal-reason-missing",
            Self::TextTooLong => "refusal-text-too-long",
        }
    }
}

impl Case {
    /// What this party can do now, in the order of [`EventKind::ALL`]. A page offers exactly this.
    /// (`DeemAccepted` is listed as soon as it is possible at all; whether its day has come needs the
    /// date, which [`Case::apply`] checks.)
    pub fn allowed(&self, by: &Party, flow: &Flow) -> Vec<EventKind> {
        let permitted = |event: &EventKind| self.permit(*event, by, flow).is_ok();
        EventKind::ALL.into_iter().filter(permitted).collect()
    }

    /// Whether this party may do this now: first whose case it is, then the role, then the state, so
    /// that outsiders learn nothing about the state.
    pub(super) fn permit(&self, event: EventKind, by: &Party, flow: &Flow) -> Result<(), Refusal> {
        let officer = match by {
            Party::Applicant(account) if *account != self.applicant => {
                return Err(Refusal::NotYours);
            }
            Party::Officer { department, .. } if *department != self.department => {
                return Err(Refusal::OtherDepartment);
            }
            Party::Officer { account, .. } => Some(account),
            Party::Applicant(_) | Party::System => None,
        };
        if !self.role_fits(event, by, flow) {
            return Err(Refusal::WrongRole);
        }
        if !self.state_fits(event, flow) {
            return Err(Refusal::NotInThisState {
                state: self.state.key(),
                event,
            });
        }
        let judges = matches!(event, EventKind::Decide | EventKind::SendBack);
        if judges
            && self
                .proposer()
                .is_some_and(|proposer| Some(proposer) == officer)
        {
            return Err(Refusal::SameOfficer);
        }
        Ok(())
    }

    /// Whether the event is this kind of party's to make.
    fn role_fits(&self, event: EventKind, by: &Party, flow: &Flow) -> bool {
        let handles = officer_is(by, &[Role::Handler, Role::Reviewer]);
        let reviews = officer_is(by, &[Role::Reviewer]);
        match event {
            EventKind::Submit | EventKind::Resubmit | EventKind::Withdraw => {
                matches!(by, Party::Applicant(_))
            }
            EventKind::DeemAccepted | EventKind::DecideByRule | EventKind::Deliver => {
                *by == Party::System
            }
            EventKind::RequestCorrection
            | EventKind::Accept
            | EventKind::RefuseAcceptance
            | EventKind::Propose => handles,
            EventKind::SendBack => reviews,
            EventKind::Decide if flow.four_eyes || self.proposer().is_some() => reviews,
            EventKind::Decide => handles,
        }
    }

    /// Whether the event can happen to a case that stands where this one does.
    fn state_fits(&self, event: EventKind, flow: &Flow) -> bool {
        match (&self.state, event) {
            (CaseState::Draft, EventKind::Submit)
            | (
                CaseState::Submitted { .. },
                EventKind::Accept
                | EventKind::DeemAccepted
                | EventKind::RefuseAcceptance
                | EventKind::Withdraw,
            )
            | (CaseState::CorrectionRequested { .. }, EventKind::Resubmit | EventKind::Withdraw)
            | (CaseState::Accepted { .. }, EventKind::Withdraw)
            | (
                CaseState::Proposed { .. },
                EventKind::Decide | EventKind::SendBack | EventKind::Withdraw,
            )
            | (CaseState::Approved { .. }, EventKind::Deliver) => true,
            // 行政许可法 art. 32(4): everything at once, and once only.
            (CaseState::Submitted { corrected, .. }, EventKind::RequestCorrection) => !corrected,
            (CaseState::Submitted { .. }, EventKind::DecideByRule) => flow.automatic.is_some(),
            (CaseState::Accepted { .. }, EventKind::Propose) => flow.four_eyes,
            (CaseState::Accepted { .. }, EventKind::Decide) => !flow.four_eyes,
            _ => false,
        }
    }

    fn proposer(&self) -> Option<&AccountId> {
        match &self.state {
            CaseState::Proposed { by, .. } => Some(by),
            _ => None,
        }
    }
}

fn officer_is(by: &Party, roles: &[Role]) -> bool {
    matches!(by, Party::Officer { role, .. } if roles.contains(role))
}
