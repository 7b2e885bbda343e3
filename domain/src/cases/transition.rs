//! The transitions: each consumes a case and returns the next, or says why not.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Case, CaseClock, CaseState, Event, Flow, Outcome, Party, Refusal};
use crate::AccountId;
use crate::calendar::{Calendar, civil_date};

/// Most characters of a notice, reason or opinion: about three printed pages.
pub const MAX_OPINION_CHARS: usize = 2000;

/// What a transition may look at besides the case.
struct Moment<'a> {
    by: Option<&'a AccountId>,
    flow: &'a Flow,
    now: DateTime<Utc>,
    calendar: &'a Calendar,
}

impl Case {
    /// Lets an event happen, if this party may make it happen now. `flow` is that of the version which
    /// the case keeps. Whether the rules of an automatic decision hold, and whether the form is
    /// complete, are for the caller to see to, who has the answers.
    pub fn apply(
        self,
        event: Event,
        by: &Party,
        flow: &Flow,
        now: DateTime<Utc>,
        calendar: &Calendar,
    ) -> Result<Self, Refusal> {
        self.permit(event.kind(), by, flow)?;
        check_text(&event)?;
        let by = match by {
            Party::Officer { account, .. } | Party::Applicant(account) => Some(account),
            Party::System => None,
        };
        let mut next = self.enter(
            event,
            &Moment {
                by,
                flow,
                now,
                calendar,
            },
        )?;
        next.revision = next.revision.saturating_add(1);
        Ok(next)
    }

    fn enter(self, event: Event, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let today = civil_date(moment.now);
        let refused = Refusal::NotInThisState {
            state: self.state.key(),
            event: event.kind(),
        };
        let at = moment.now;
        let mut next = self;
        match event {
            Event::Submit { number } => {
                next.number = Some(number);
                next.state = moment.submitted(false);
            }
            Event::Resubmit => next.state = moment.submitted(true),
            Event::Accept => {
                next.clock = Some(moment.clock(today));
                next.state = CaseState::Accepted { at, deemed: false };
            }
            Event::DeemAccepted => next = next.deem_accepted(moment)?,
            Event::DecideByRule { opinion } => {
                next.clock = Some(moment.clock(today));
                next.state = CaseState::Approved {
                    at,
                    by: None,
                    opinion,
                };
            }
            Event::SendBack { .. } => {
                let CaseState::Proposed { deemed, .. } = next.state else {
                    return Err(refused);
                };
                next.state = CaseState::Accepted { at, deemed };
            }
            Event::Withdraw => next.state = CaseState::Withdrawn { at },
            Event::Deliver { certificate } => {
                next.state = CaseState::Delivered { at, certificate };
            }
            Event::RequestCorrection { .. }
            | Event::RefuseAcceptance { .. }
            | Event::Propose { .. }
            | Event::Decide { .. } => {
                let officer = moment.by.cloned().ok_or(Refusal::WrongRole)?;
                next.state = next
                    .state
                    .by_officer(event, officer, moment)
                    .ok_or(refused)?;
            }
        }
        Ok(next)
    }

    /// Silence counts as acceptance from the day of receipt, once the limit has passed.
    fn deem_accepted(mut self, moment: &Moment<'_>) -> Result<Self, Refusal> {
        match self.state {
            CaseState::Submitted {
                at, acceptance_due, ..
            } if civil_date(moment.now) > acceptance_due.date => {
                self.clock = Some(moment.clock(civil_date(at)));
                self.state = CaseState::Accepted {
                    at: moment.now,
                    deemed: true,
                };
                Ok(self)
            }
            _ => Err(Refusal::NotYetDue),
        }
    }
}

impl CaseState {
    /// The state that an officer's word leads to.
    fn by_officer(self, event: Event, by: AccountId, moment: &Moment<'_>) -> Option<Self> {
        let at = moment.now;
        Some(match event {
            Event::RequestCorrection { notice } => {
                let due = moment.flow.correction.due(civil_date(at), moment.calendar);
                Self::CorrectionRequested {
                    at,
                    by,
                    notice,
                    due,
                }
            }
            Event::RefuseAcceptance { reason } => Self::NotAccepted { at, by, reason },
            Event::Propose { outcome, opinion } => {
                let deemed = matches!(self, Self::Accepted { deemed: true, .. });
                Self::Proposed {
                    at,
                    by,
                    outcome,
                    opinion,
                    deemed,
                }
            }
            Event::Decide {
                outcome: Outcome::Approve,
                opinion,
            } => Self::Approved {
                at,
                by: Some(by),
                opinion,
            },
            Event::Decide {
                outcome: Outcome::Reject,
                opinion,
            } => Self::Rejected {
                at,
                by,
                reason: opinion,
            },
            _ => return None,
        })
    }
}

impl Moment<'_> {
    /// Received now: the office's time to answer begins, from zero after a correction too.
    fn submitted(&self, corrected: bool) -> CaseState {
        let acceptance_due = self
            .flow
            .acceptance
            .due(civil_date(self.now), self.calendar);
        CaseState::Submitted {
            at: self.now,
            acceptance_due,
            corrected,
        }
    }

    fn clock(&self, accepted_on: NaiveDate) -> CaseClock {
        CaseClock {
            accepted_on,
            promised_due: self.flow.promised.due(accepted_on, self.calendar),
            statutory_due: self.flow.statutory.due(accepted_on, self.calendar),
        }
    }
}

/// Words that burden somebody must not be missing (行政许可法 art. 32, 38), and none may be endless.
fn check_text(event: &Event) -> Result<(), Refusal> {
    let (text, needed) = match event {
        Event::RequestCorrection { notice: text }
        | Event::RefuseAcceptance { reason: text }
        | Event::SendBack { opinion: text } => (text, true),
        Event::Propose { outcome, opinion } | Event::Decide { outcome, opinion } => {
            (opinion, *outcome == Outcome::Reject)
        }
        Event::DecideByRule { opinion } => (opinion, false),
        Event::Submit { .. }
        | Event::Resubmit
        | Event::Accept
        | Event::DeemAccepted
        | Event::Withdraw
        | Event::Deliver { .. } => return Ok(()),
    };
    if needed && text.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    if text.chars().count() > MAX_OPINION_CHARS {
        return Err(Refusal::TextTooLong);
    }
    Ok(())
}
