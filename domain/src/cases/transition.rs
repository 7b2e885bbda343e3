//! The transitions: each consumes a case and returns the next, or says why not.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::{
    Approver, Case, CaseClock, CaseState, Concluded, Demands, Event, Flow, Look, MAX_OPINION_CHARS,
    MAX_POINTS, Outcome, Party, Refusal, Review, Verdict,
};
use crate::calendar::{Calendar, DueDate, TimeLimit, civil_date};
use crate::{AccountId, DepartmentCode};

/// Days before its end in which a licence can be renewed by silence no more: who asks later leaves the office
/// too little time (行政许可法 art. 50).
pub const RENEWAL_AHEAD_DAYS: u64 = 30;

/// What a transition may look at besides the case.
pub(super) struct Moment<'a> {
    pub(super) by: Option<&'a AccountId>,
    pub(super) department: Option<&'a DepartmentCode>,
    pub(super) flow: &'a Flow,
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
    pub(super) calendar: &'a Calendar,
}

impl Case {
    /// Lets an event happen, if this party may make it happen now. `flow` is that of the version which
    /// the case keeps. Whether the rules of a step or of an automatic decision hold, and whether the form is
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
        event.check_words(&self.gathered())?;
        let event = self.complete(event);
        if let Event::Conclude { step, .. } | Event::ConcludeByRule { step } = &event {
            let open = self.open_steps(by, flow);
            if !open.iter().any(|it| it.key == *step) {
                return Err(Refusal::StepNotOpen);
            }
        }
        let moment = Moment {
            by: by.account(),
            department: by.department(),
            flow,
            now,
            today: civil_date(now),
            calendar,
        };
        let mut next = match by {
            Party::Applicant(_) | Party::AtCounter { .. } => self.by_applicant(event, &moment),
            Party::Officer { .. } => self.by_officer(event, &moment),
            Party::System => self.by_itself(event, &moment),
        }?;
        next.revision = next.revision.saturating_add(1);
        Ok(next)
    }

    /// The event as it happens: the notice of a joint application says what all departments want corrected,
    /// whatever its writer has left out. Doing it twice changes nothing.
    #[must_use]
    pub fn complete(&self, event: Event) -> Event {
        match event {
            Event::RequestCorrection { mut asked } => {
                asked.take_in(&self.gathered());
                Event::RequestCorrection { asked }
            }
            other => other,
        }
    }

    fn by_applicant(mut self, event: Event, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let refused = self.not_now(&event);
        self.state = match (event, self.state) {
            (Event::Submit { number, expiry }, _) => {
                self.number = Some(number);
                self.renews_until = expiry.filter(|expiry| moment.is_in_time_for(*expiry));
                moment.received(false)
            }
            (Event::Resubmit, CaseState::Returned { .. }) => moment.prechecking(true),
            (Event::Resubmit, _) => moment.submitted(moment.today, true),
            (Event::Withdraw, _) => CaseState::Withdrawn {
                at: moment.now,
                silent: false,
            },
            _ => return Err(refused),
        };
        Ok(self)
    }

    /// What the clock and the rules make happen.
    fn by_itself(mut self, event: Event, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let at = moment.now;
        let refused = self.not_now(&event);
        match event {
            Event::DeemAccepted => return self.deem_accepted(moment),
            Event::Recount => return self.recount(moment),
            Event::Resume { .. } => {
                moment.require_past(self.state_due())?;
                return self.resume(moment);
            }
            Event::DeemWithdrawn => {
                moment.require_past(self.state_due())?;
                self.state = CaseState::Withdrawn { at, silent: true };
            }
            Event::DeemGranted => {
                moment.require_past(self.renews_until)?;
                self.state = moment.approved(Approver::Silence, String::new());
            }
            Event::Begin { number } => {
                self.number = Some(number);
                self.clock = Some(moment.clock(moment.today));
                let review = Review::default();
                self.state = CaseState::Accepted { at, review };
            }
            Event::Settle { granted, of } => self.state = CaseState::Settled { at, granted, of },
            Event::DecideByRule { opinion } => {
                self.clock = self.clock.or_else(|| Some(moment.clock(moment.today)));
                self.state = moment.approved(Approver::Rule, opinion);
            }
            Event::ConcludeByRule { step } => {
                self.conclude(step, None, Verdict::Agree, String::new());
            }
            Event::Deliver { how } => self.state = CaseState::Delivered { at, how },
            _ => return Err(refused),
        }
        Ok(self)
    }

    fn by_officer(self, event: Event, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let by = moment.by.cloned().ok_or(Refusal::WrongRole)?;
        match event {
            Event::PassPrecheck
            | Event::ReturnPrecheck { .. }
            | Event::RequestCorrection { .. }
            | Event::Accept
            | Event::RefuseAcceptance { .. } => self.answer(event, by, moment),
            Event::Look { asked } => self.look(asked, by, moment),
            Event::Suspend {
                kind,
                length,
                reason,
            } => self.suspend(kind, length, reason, by, moment),
            Event::Resume { .. } => self.resume(moment),
            Event::Extend { .. } => self.extend(moment),
            Event::Conclude {
                step,
                verdict,
                opinion,
            } => {
                let mut next = self;
                next.conclude(step, Some(by), verdict, opinion);
                Ok(next)
            }
            _ => self.settle(event, by, moment),
        }
    }

    /// The office's first word on what was handed in.
    fn answer(mut self, event: Event, by: AccountId, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let at = moment.now;
        let refused = self.not_now(&event);
        self.state = match (event, self.state) {
            (Event::PassPrecheck, CaseState::Prechecking { received_on, .. }) => {
                moment.submitted(received_on, false)
            }
            (Event::ReturnPrecheck { asked }, _) => {
                let due = moment.due(moment.flow.correction);
                CaseState::Returned { at, by, asked, due }
            }
            (Event::RequestCorrection { asked }, _) => {
                let due = moment.due(moment.flow.correction);
                CaseState::CorrectionRequested { at, by, asked, due }
            }
            (Event::Accept, _) => {
                self.clock = Some(moment.clock(moment.today));
                let review = Review::default();
                CaseState::Accepted { at, review }
            }
            (Event::RefuseAcceptance { ground, reason }, _) => CaseState::NotAccepted {
                at,
                by,
                ground,
                reason,
            },
            _ => return Err(refused),
        };
        Ok(self)
    }

    /// Another department has looked at a joint application; its last look counts.
    fn look(mut self, asked: Demands, by: AccountId, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let refused = self.not_now(&Event::Look {
            asked: Demands::default(),
        });
        let department = moment.department.cloned().ok_or(Refusal::WrongRole)?;
        let CaseState::Submitted { looks, .. } = &mut self.state else {
            return Err(refused);
        };
        looks.retain(|look| look.department != department);
        looks.push(Look {
            department,
            by,
            asked,
        });
        // All of it has to fit into one notice, beside what its writer adds.
        let gathered = self.gathered();
        if gathered.points.len() > MAX_POINTS {
            return Err(Refusal::TooManyPoints);
        }
        if gathered.notice.chars().count() > MAX_OPINION_CHARS {
            return Err(Refusal::TextTooLong);
        }
        Ok(self)
    }

    /// The decision, what leads to it, and what follows.
    fn settle(mut self, event: Event, by: AccountId, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let at = moment.now;
        let refused = self.not_now(&event);
        self.state = match (event, self.state) {
            (Event::Propose { outcome, opinion }, CaseState::Accepted { review, .. }) => {
                require_reason_against(&review, outcome, &opinion)?;
                CaseState::Proposed {
                    at,
                    by,
                    outcome,
                    opinion,
                    review,
                }
            }
            (Event::SendBack { .. }, CaseState::Proposed { review, .. }) => {
                CaseState::Accepted { at, review }
            }
            (Event::Decide { outcome, opinion }, state) => {
                if let Some(review) = state.review() {
                    require_reason_against(review, outcome, &opinion)?;
                }
                moment.decided(outcome, opinion, by)
            }
            (Event::Close { ending, reason }, _) => CaseState::Closed {
                at,
                by,
                ending,
                reason,
            },
            (Event::Deliver { how }, _) => CaseState::Delivered { at, how },
            _ => return Err(refused),
        };
        Ok(self)
    }

    pub(super) fn not_now(&self, event: &Event) -> Refusal {
        Refusal::NotInThisState {
            state: self.state.key(),
            event: event.kind(),
        }
    }

    /// The last day for what the case waits for.
    fn state_due(&self) -> Option<NaiveDate> {
        self.next_due().map(|due| due.date)
    }

    /// Silence counts as acceptance from the day of receipt, once the limit has passed.
    fn deem_accepted(mut self, moment: &Moment<'_>) -> Result<Self, Refusal> {
        moment.require_past(self.state.acceptance_due().map(|due| due.date))?;
        let (CaseState::Prechecking { received_on, .. } | CaseState::Submitted { received_on, .. }) =
            self.state
        else {
            return Err(Refusal::NotYetDue);
        };
        self.clock = Some(moment.clock(received_on));
        let review = Review {
            deemed: true,
            ..Review::default()
        };
        self.state = CaseState::Accepted {
            at: moment.now,
            review,
        };
        Ok(self)
    }

    fn recount(self, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let before = self.clone();
        let after = self.recounted(moment.flow, moment.calendar);
        if before == after {
            return Err(Refusal::NothingChanges);
        }
        Ok(after)
    }

    fn conclude(&mut self, step: String, by: Option<AccountId>, verdict: Verdict, opinion: String) {
        if let CaseState::Accepted { review, .. } = &mut self.state {
            review.concluded.push(Concluded {
                step,
                by,
                verdict,
                opinion,
            });
        }
    }
}

/// Who approves against the objection of a step has to say why.
fn require_reason_against(review: &Review, outcome: Outcome, opinion: &str) -> Result<(), Refusal> {
    let is_against = outcome == Outcome::Approve && review.has_objection();
    if is_against && opinion.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(())
}

impl Moment<'_> {
    /// Handed in: the office's time to answer begins.
    fn received(&self, again: bool) -> CaseState {
        match self.flow.precheck {
            Some(_) => self.prechecking(again),
            None => self.submitted(self.today, false),
        }
    }

    fn prechecking(&self, again: bool) -> CaseState {
        CaseState::Prechecking {
            at: self.now,
            received_on: self.today,
            due: self.due(self.flow.precheck.unwrap_or(self.flow.acceptance)),
            acceptance_due: self.due(self.flow.acceptance),
            again,
        }
    }

    /// With the office since a day; after a correction its time begins anew.
    fn submitted(&self, received_on: NaiveDate, corrected: bool) -> CaseState {
        CaseState::Submitted {
            at: self.now,
            received_on,
            acceptance_due: self.flow.acceptance.due(received_on, self.calendar),
            corrected,
            looks: Vec::new(),
        }
    }

    fn decided(&self, outcome: Outcome, words: String, by: AccountId) -> CaseState {
        match outcome {
            Outcome::Approve => self.approved(Approver::Officer(by), words),
            Outcome::Reject => CaseState::Rejected {
                at: self.now,
                by,
                reason: words,
            },
        }
    }

    fn approved(&self, by: Approver, opinion: String) -> CaseState {
        CaseState::Approved {
            at: self.now,
            by,
            opinion,
            due: self.due(self.flow.delivery),
        }
    }

    fn clock(&self, accepted_on: NaiveDate) -> CaseClock {
        CaseClock::start(accepted_on, self.flow, self.calendar)
    }

    pub(super) fn due(&self, limit: TimeLimit) -> DueDate {
        limit.due(self.today, self.calendar)
    }

    /// Whether a renewal is asked for early enough.
    fn is_in_time_for(&self, expiry: NaiveDate) -> bool {
        let last = expiry.checked_sub_days(Days::new(RENEWAL_AHEAD_DAYS));
        self.flow.renewal.is_some() && last.is_some_and(|last| self.today <= last)
    }

    /// Whether a last day is over.
    fn require_past(&self, last: Option<NaiveDate>) -> Result<(), Refusal> {
        match last {
            Some(last) if self.today > last => Ok(()),
            _ => Err(Refusal::NotYetDue),
        }
    }
}
