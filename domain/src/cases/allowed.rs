//! Who may do what, and when: the one table that both pages and transitions ask.

use super::{Case, CaseState, EventKind, Flow, Party, ReviewStep, Role};
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
    /// Who proposed may not also decide (四眼原则), and who has looked once may not be the second to look.
    #[error("another officer has to do this")]
    SameOfficer,
    /// The other side still has time to answer, so silence does not count yet.
    #[error("the limit has not passed yet")]
    NotYetDue,
    /// The statutory limit has passed, and what is over cannot be extended.
    #[error("the limit has passed already")]
    TooLate,
    /// It needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The text is longer than [`super::MAX_OPINION_CHARS`], or one about a single point than
    /// [`super::MAX_POINT_CHARS`].
    #[error("the text is too long")]
    TextTooLong,
    /// More points than [`super::MAX_POINTS`].
    #[error("there are too many points")]
    TooManyPoints,
    /// The service knows no such special procedure, or none that long.
    #[error("this service has no such special procedure of this length")]
    NoSuchProcedure,
    /// The review has no such step, or it is not its turn.
    #[error("this step of the review is not open")]
    StepNotOpen,
    /// A department that takes part in a joint application wants something corrected: that has to be asked
    /// for, once, or it is not accepted.
    #[error("another department wants something corrected")]
    DemandsOpen,
    /// Nothing would change.
    #[error("nothing would change")]
    NothingChanges,
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
            Self::TooLate => "refusal-too-late",
            Self::ReasonMissing => "refusal-reason-missing",
            Self::TextTooLong => "refusal-text-too-long",
            Self::TooManyPoints => "refusal-too-many-points",
            Self::NoSuchProcedure => "refusal-no-such-procedure",
            Self::StepNotOpen => "refusal-step-not-open",
            Self::DemandsOpen => "refusal-demands-open",
            Self::NothingChanges => "refusal-nothing-changes",
        }
    }
}

impl Case {
    /// What this party can do now, in the order of [`EventKind::ALL`]. A page offers exactly this.
    /// (What depends on the day, such as [`EventKind::DeemAccepted`], is listed as soon as it is possible at
    /// all; [`Case::apply`] looks at the day.)
    pub fn allowed(&self, by: &Party, flow: &Flow) -> Vec<EventKind> {
        let permitted = |event: &EventKind| self.permit(*event, by, flow).is_ok();
        EventKind::ALL.into_iter().filter(permitted).collect()
    }

    /// The steps of the review that this party can conclude now.
    pub fn open_steps<'a>(&self, by: &Party, flow: &'a Flow) -> Vec<&'a ReviewStep> {
        let CaseState::Accepted { review, .. } = &self.state else {
            return Vec::new();
        };
        let is_theirs = |step: &&ReviewStep| match by {
            Party::System => step.agree_when.is_some(),
            Party::Applicant(_) => false,
            Party::Officer { account, .. } => {
                step.is_for(by, &self.department) && !(step.by_another && review.was_by(account))
            }
        };
        review.open(flow).into_iter().filter(is_theirs).collect()
    }

    /// Whether this party may do this now: first whose case it is, then the role, then the state, so
    /// that outsiders learn nothing about the state.
    pub(super) fn permit(&self, event: EventKind, by: &Party, flow: &Flow) -> Result<(), Refusal> {
        let officer = match by {
            Party::Applicant(account) if *account != self.applicant => {
                return Err(Refusal::NotYours);
            }
            Party::Officer { department, .. }
                if *department != self.department && !self.asks(event, by, flow) =>
            {
                return Err(Refusal::OtherDepartment);
            }
            Party::Officer { account, .. } => Some(account),
            Party::Applicant(_) | Party::System => None,
        };
        if !self.role_fits(event, by, flow) {
            return Err(Refusal::WrongRole);
        }
        let not_now = Refusal::NotInThisState {
            state: self.state.key(),
            event,
        };
        if !self.state_fits(event, flow) {
            return Err(not_now);
        }
        match event {
            EventKind::Decide | EventKind::SendBack if self.is_proposed_by(officer) => {
                Err(Refusal::SameOfficer)
            }
            EventKind::Accept if !self.gathered().is_empty() => Err(Refusal::DemandsOpen),
            EventKind::Conclude | EventKind::ConcludeByRule => {
                let is_mine = !self.open_steps(by, flow).is_empty();
                is_mine.then_some(()).ok_or(self.why_no_step(by, flow))
            }
            _ => Ok(()),
        }
    }

    /// Why a party has no step to conclude, though steps are open.
    fn why_no_step(&self, by: &Party, flow: &Flow) -> Refusal {
        let review = self.state.review();
        let mut open = review.map(|it| it.open(flow)).into_iter().flatten();
        if open.any(|step| step.is_for(by, &self.department)) {
            Refusal::SameOfficer
        } else {
            Refusal::StepNotOpen
        }
    }

    /// Whether an officer of another department is asked for this.
    fn asks(&self, event: EventKind, by: &Party, flow: &Flow) -> bool {
        match event {
            EventKind::Conclude => flow.asks(by, self),
            EventKind::Look => flow.joins(by, &self.department),
            _ => false,
        }
    }

    /// Whether the event is this kind of party's to make.
    fn role_fits(&self, event: EventKind, by: &Party, flow: &Flow) -> bool {
        let handles = officer_is(by, &[Role::Handler, Role::Reviewer]);
        let reviews = officer_is(by, &[Role::Reviewer]);
        match event {
            EventKind::Submit | EventKind::Resubmit | EventKind::Withdraw => {
                matches!(by, Party::Applicant(_))
            }
            EventKind::Begin
            | EventKind::Settle
            | EventKind::DeemAccepted
            | EventKind::ConcludeByRule
            | EventKind::DecideByRule
            | EventKind::DeemGranted
            | EventKind::DeemWithdrawn
            | EventKind::Recount => *by == Party::System,
            // The lead department says what it finds in the notice itself.
            EventKind::Look => handles && flow.joins(by, &self.department),
            EventKind::Deliver if flow.handed_over => handles,
            EventKind::Deliver => *by == Party::System,
            EventKind::Resume => handles || *by == Party::System,
            EventKind::PassPrecheck
            | EventKind::ReturnPrecheck
            | EventKind::RequestCorrection
            | EventKind::Accept
            | EventKind::RefuseAcceptance
            | EventKind::Conclude
            | EventKind::Suspend
            | EventKind::Propose => handles,
            EventKind::SendBack | EventKind::Extend | EventKind::Close => reviews,
            EventKind::Decide if flow.four_eyes || self.proposer().is_some() => reviews,
            EventKind::Decide => handles,
        }
    }

    /// Whether the event can happen to a case that stands where this one does.
    fn state_fits(&self, event: EventKind, flow: &Flow) -> bool {
        use EventKind as E;
        match (&self.state, event) {
            (CaseState::Draft, event) if self.part.is_some() => matches!(event, E::Begin),
            (CaseState::Draft, event) => matches!(event, E::Submit | E::Withdraw),
            (state, _) if state.is_final() => false,
            // From acceptance on every matter is a case of its own, and this one waits for them.
            (CaseState::Accepted { .. }, event) if flow.joint.is_some() => {
                matches!(event, E::Withdraw | E::Settle | E::Recount)
            }
            // Nothing that the office has in hand is out of the applicant's reach before the decision, and
            // nothing out of the office's.
            (CaseState::Approved { .. }, E::Withdraw | E::Close) => false,
            (_, E::Withdraw | E::Close | E::Recount) => true,
            (CaseState::Prechecking { again, .. }, E::ReturnPrecheck) => !again,
            (CaseState::Prechecking { .. }, E::PassPrecheck | E::DeemAccepted)
            | (CaseState::Submitted { .. }, E::Accept | E::DeemAccepted | E::RefuseAcceptance)
            | (
                CaseState::Returned { .. } | CaseState::CorrectionRequested { .. },
                E::Resubmit | E::DeemWithdrawn,
            )
            | (CaseState::Suspended { .. }, E::Resume)
            | (CaseState::Proposed { .. }, E::Decide | E::SendBack)
            | (CaseState::Approved { .. }, E::Deliver) => true,
            // 行政许可法 art. 32(4): everything at once, and once only.
            (CaseState::Submitted { corrected, .. }, E::RequestCorrection) => !corrected,
            (CaseState::Submitted { corrected, .. }, E::Look) => flow.joint.is_some() && !corrected,
            (CaseState::Submitted { .. }, E::DecideByRule) => flow.automatic.is_some(),
            (CaseState::Accepted { .. }, E::DecideByRule) => {
                flow.automatic.is_some() && self.part.is_some()
            }
            (CaseState::Accepted { review, .. }, E::Conclude | E::ConcludeByRule) => {
                !review.is_complete(flow)
            }
            (CaseState::Accepted { .. }, E::Suspend) => !flow.procedures.is_empty(),
            (CaseState::Accepted { review, .. }, E::Propose) => {
                flow.four_eyes && review.is_complete(flow)
            }
            (CaseState::Accepted { review, .. }, E::Decide) => {
                !flow.four_eyes && review.is_complete(flow)
            }
            (CaseState::Accepted { .. } | CaseState::Proposed { .. }, E::Extend) => {
                flow.extension.is_some() && !self.is_extended()
            }
            // The office is silent only while the case is with it.
            (
                CaseState::Prechecking { .. }
                | CaseState::Submitted { .. }
                | CaseState::Accepted { .. }
                | CaseState::Suspended { .. }
                | CaseState::Proposed { .. },
                E::DeemGranted,
            ) => self.renews_until.is_some(),
            _ => false,
        }
    }

    fn is_extended(&self) -> bool {
        let clock = self.clock.as_ref();
        clock.is_some_and(|clock| clock.extension.is_some())
    }

    fn proposer(&self) -> Option<&AccountId> {
        match &self.state {
            CaseState::Proposed { by, .. } => Some(by),
            _ => None,
        }
    }

    fn is_proposed_by(&self, officer: Option<&AccountId>) -> bool {
        self.proposer().is_some() && self.proposer() == officer
    }
}

impl Flow {
    /// Whether the review of a case has any step for this officer.
    pub fn asks(&self, by: &Party, case: &Case) -> bool {
        self.steps().any(|step| step.is_for(by, &case.department))
    }
}

fn officer_is(by: &Party, roles: &[Role]) -> bool {
    matches!(by, Party::Officer { role, .. } if roles.contains(role))
}
