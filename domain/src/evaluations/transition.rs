//! The steps of a rectification: who may take which, and where it leads.

use chrono::{DateTime, NaiveDate, Utc};

use super::rectification::{Ending, Limits, Rectification, RectificationState};
use super::step::{Step, StepKind};
use super::{Level, strike};
use crate::AccountId;
use crate::calendar::{Calendar, DueDate, TimeLimit, civil_date};
use crate::cases::{Party, Role};

/// Most characters of what is written with a step: a page.
pub const MAX_TEXT_CHARS: usize = 1000;

/// What a step needs to know besides the rectification.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The instant.
    pub now: DateTime<Utc>,
    /// The working days.
    pub calendar: &'a Calendar,
    /// The limits.
    pub limits: &'a Limits,
}

/// A step with its words and the one who takes it.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// The step.
    pub step: Step,
    /// What is written with it.
    pub text: &'a str,
    /// Who takes it.
    pub by: &'a Party,
    /// Whether this officer had a hand in the case that was rated.
    pub involved: bool,
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RectificationRefusal {
    /// Somebody else rated.
    #[error("somebody else rated")]
    NotYours,
    /// Another department was rated.
    #[error("another department was rated")]
    OtherDepartment,
    /// This step is not for this party.
    #[error("this step is for somebody else")]
    WrongRole,
    /// Not where the rectification stands now.
    #[error("not possible as it stands")]
    NotInThisState,
    /// The officer took the step that is to be looked at.
    #[error("the same officer took the step before")]
    SameOfficer,
    /// The officer handled the case that was rated.
    #[error("the officer handled the case")]
    Involved,
    /// The time for an appeal is over.
    #[error("the time for an appeal is over")]
    TooLate,
    /// Nothing is written.
    #[error("nothing is written")]
    TextMissing,
    /// More than [`MAX_TEXT_CHARS`] characters.
    #[error("the text is too long")]
    TextTooLong,
    /// No day, or more days than [`Limits::complex`].
    #[error("the plan takes no day or too many")]
    WrongDays,
}

keys!(RectificationRefusal {
    NotYours = "rectification-refusal-not-yours",
    OtherDepartment = "rectification-refusal-other-department",
    WrongRole = "rectification-refusal-wrong-role",
    NotInThisState = "rectification-refusal-not-in-this-state",
    SameOfficer = "rectification-refusal-same-officer",
    Involved = "rectification-refusal-involved",
    TooLate = "rectification-refusal-too-late",
    TextMissing = "rectification-refusal-text-missing",
    TextTooLong = "rectification-refusal-text-too-long",
    WrongDays = "rectification-refusal-wrong-days",
});

use RectificationRefusal as Refusal;
use RectificationState as State;

impl Setting<'_> {
    pub(super) fn due(&self, limit: TimeLimit) -> DueDate {
        limit.due(self.today(), self.calendar)
    }

    fn today(&self) -> NaiveDate {
        civil_date(self.now)
    }
}

impl State {
    /// A bad review has come.
    pub fn opened(setting: &Setting<'_>, again: bool) -> Self {
        Self::Opened {
            at: setting.now,
            due: setting.due(setting.limits.contact),
            again,
        }
    }
}

impl Rectification {
    /// Takes a step.
    ///
    /// # Errors
    /// Why it is not taken; nothing has changed then.
    pub fn apply(
        self,
        deed: &Deed<'_>,
        setting: &Setting<'_>,
    ) -> Result<Self, RectificationRefusal> {
        self.permits(deed.step.kind(), deed.by, deed.involved, setting.today())?;
        check_text(deed)?;
        if let Step::Plan { days } = deed.step
            && !(1..=setting.limits.complex).contains(&days)
        {
            return Err(Refusal::WrongDays);
        }
        let state = next(self.state, deed, setting).ok_or(Refusal::NotInThisState)?;
        Ok(Self {
            state,
            revision: self.revision + 1,
            ..self
        })
    }

    /// The steps that a party may take now.
    pub fn allowed(&self, by: &Party, involved: bool, today: NaiveDate) -> Vec<StepKind> {
        StepKind::ALL
            .into_iter()
            .filter(|kind| self.permits(*kind, by, involved, today).is_ok())
            .collect()
    }

    /// The step that a follow-up takes by itself. A bad one while the department is at it changes
    /// nothing.
    pub fn step_of_follow_up(&self, level: Level) -> Option<Step> {
        match (&self.state, level.is_bad()) {
            (State::Closed { .. } | State::Raised { .. }, true) => Some(Step::Reopen),
            (State::Closed { .. } | State::Raised { .. }, false) | (_, true) => None,
            (_, false) => Some(Step::Raise),
        }
    }

    /// Whether the review is struck out or proposed to be, so that a follow-up could not count.
    pub const fn is_contested(&self) -> bool {
        matches!(
            self.state,
            State::StrikeProposed { .. } | State::StruckOut { .. } | State::Appealed { .. }
        )
    }

    fn permits(
        &self,
        kind: StepKind,
        by: &Party,
        involved: bool,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        self.is_for(kind, by)?;
        if !is_open_to(&self.state, kind) {
            return Err(Refusal::NotInThisState);
        }
        match &self.state {
            State::StruckOut { appeal_until, .. } => match appeal_until {
                None => return Err(Refusal::NotInThisState),
                Some(until) if today > until.date => return Err(Refusal::TooLate),
                Some(_) => {}
            },
            // Silence can be told only when the time is over.
            State::SecondLook { due, .. } if kind == StepKind::Lapse && today <= due.date => {
                return Err(Refusal::NotInThisState);
            }
            _ => {}
        }
        if !is_second_opinion(kind) {
            return Ok(());
        }
        if by.account().is_some_and(|account| self.has_spoken(account)) {
            return Err(Refusal::SameOfficer);
        }
        if involved {
            return Err(Refusal::Involved);
        }
        Ok(())
    }

    /// Whether the step is one for this party at all.
    fn is_for(&self, kind: StepKind, by: &Party) -> Result<(), Refusal> {
        let for_author = is_of_author(kind);
        match by {
            Party::System if kind == StepKind::Lapse => Ok(()),
            Party::Applicant(account) if *account != self.author => Err(Refusal::NotYours),
            Party::Applicant(_) if for_author => Ok(()),
            // Supervision is independent of every department, so it may give a second opinion to all.
            Party::Officer {
                role: Role::Supervisor,
                ..
            } if is_second_opinion(kind) => Ok(()),
            Party::Officer { department, .. } if *department != self.department => {
                Err(Refusal::OtherDepartment)
            }
            Party::Officer {
                role: Role::Reviewer,
                ..
            } if is_second_opinion(kind) || is_of_office(kind) => Ok(()),
            Party::Officer {
                role: Role::Handler,
                ..
            } if is_of_office(kind) => Ok(()),
            _ => Err(Refusal::WrongRole),
        }
    }

    /// Whether this officer took the step that a second opinion is wanted about.
    fn has_spoken(&self, account: &AccountId) -> bool {
        match &self.state {
            State::Corrected { by, .. } | State::StrikeProposed { by, .. } => by == account,
            State::StruckOut { by, .. } | State::Appealed { by, .. } => by.contains(account),
            _ => false,
        }
    }
}

/// What the department does; whoever handled the case answers for it.
const fn is_of_office(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Contact | StepKind::Correct | StepKind::Plan | StepKind::ProposeStrike
    )
}

/// What only somebody may do who neither handled the case nor took the step before.
const fn is_second_opinion(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Verify
            | StepKind::SendBack
            | StepKind::Strike
            | StepKind::Keep
            | StepKind::UpholdAppeal
            | StepKind::RejectAppeal
    )
}

const fn is_of_author(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Content
            | StepKind::NotContent
            | StepKind::Appeal
            | StepKind::Raise
            | StepKind::Reopen
    )
}

/// Which steps lead out of a state.
const fn is_open_to(state: &State, kind: StepKind) -> bool {
    match state {
        State::Opened { .. } => matches!(
            kind,
            StepKind::Contact | StepKind::ProposeStrike | StepKind::Raise
        ),
        State::Contacted { .. } => matches!(
            kind,
            StepKind::Correct | StepKind::Plan | StepKind::ProposeStrike | StepKind::Raise
        ),
        State::Planned { .. } => matches!(
            kind,
            StepKind::Correct | StepKind::ProposeStrike | StepKind::Raise
        ),
        State::Corrected { .. } => matches!(
            kind,
            StepKind::Verify | StepKind::SendBack | StepKind::Raise
        ),
        State::SecondLook { .. } => matches!(
            kind,
            StepKind::Content | StepKind::NotContent | StepKind::Lapse | StepKind::Raise
        ),
        State::StrikeProposed { .. } => matches!(kind, StepKind::Strike | StepKind::Keep),
        State::StruckOut { .. } => matches!(kind, StepKind::Appeal),
        State::Appealed { .. } => {
            matches!(kind, StepKind::UpholdAppeal | StepKind::RejectAppeal)
        }
        State::Raised { .. } | State::Closed { .. } => matches!(kind, StepKind::Reopen),
    }
}

fn check_text(deed: &Deed<'_>) -> Result<(), Refusal> {
    if deed.step.kind().needs_text() && deed.text.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if deed.text.chars().count() > MAX_TEXT_CHARS {
        return Err(Refusal::TextTooLong);
    }
    Ok(())
}

/// The state that a permitted step leads to; none for steps that lead nowhere from here.
fn next(state: State, deed: &Deed<'_>, setting: &Setting<'_>) -> Option<State> {
    let (at, limits) = (setting.now, setting.limits);
    let officer = || deed.by.account().cloned();
    Some(match (deed.step, state) {
        (Step::Raise, _) => State::Raised { at },
        (Step::Reopen | Step::UpholdAppeal, _) => State::opened(setting, false),
        (Step::Contact, State::Opened { again, .. }) => State::Contacted {
            at,
            due: setting.due(limits.at_once),
            again,
        },
        (Step::SendBack, State::Corrected { again, .. }) => State::Contacted {
            at,
            due: setting.due(limits.at_once),
            again,
        },
        (Step::Plan { days }, State::Contacted { again, .. }) => State::Planned {
            at,
            due: setting.due(TimeLimit::working_days(days)),
            again,
        },
        (
            Step::Correct,
            State::Contacted { due, again, .. } | State::Planned { due, again, .. },
        ) => State::Corrected {
            at,
            by: officer()?,
            due: setting.due(limits.verify),
            again,
            in_time: setting.today() <= due.date,
        },
        (Step::Verify, State::Corrected { again, in_time, .. }) => State::SecondLook {
            at,
            due: setting.due(limits.second_look),
            again,
            in_time,
        },
        (Step::NotContent, State::SecondLook { again: false, .. }) => State::opened(setting, true),
        (step, State::SecondLook { in_time, .. }) => State::Closed {
            at,
            ending: ending(step)?,
            in_time,
        },
        (step, state) => return strike::next(step, state, deed, setting),
    })
}

fn ending(step: Step) -> Option<Ending> {
    match step {
        Step::Content => Some(Ending::Content),
        Step::NotContent => Some(Ending::NotContent),
        Step::Lapse => Some(Ending::NoAnswer),
        _ => None,
    }
}
