//! Special procedures and the extension: what makes the clock wait, and what gives it more.

use super::transition::Moment;
use super::{Case, CaseState, Event, Extension, Pause, ProcedureKind, Refusal};
use crate::AccountId;
use crate::calendar::TimeLimit;

impl Case {
    /// The clock waits from tomorrow on, for the time that the applicant is told.
    pub(super) fn suspend(
        mut self,
        kind: ProcedureKind,
        length: TimeLimit,
        reason: String,
        by: AccountId,
        moment: &Moment<'_>,
    ) -> Result<Self, Refusal> {
        let rule = moment.flow.procedure(kind);
        let is_allowed =
            rule.is_some_and(|rule| length.number > 0 && !length.may_outlast(rule.longest));
        let (true, CaseState::Accepted { review, .. }, Some(mut clock)) =
            (is_allowed, self.state, self.clock)
        else {
            return Err(Refusal::NoSuchProcedure);
        };
        clock.pauses.push(Pause {
            kind,
            from: moment.today,
            length,
            ended: None,
        });
        self.clock = Some(clock.counted(moment.flow, moment.calendar));
        self.state = CaseState::Suspended {
            at: moment.now,
            by,
            kind,
            until: moment.due(length),
            reason,
            review,
        };
        Ok(self)
    }

    pub(super) fn resume(mut self, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let refused = self.not_now(&Event::Resume {
            opinion: String::new(),
        });
        let (CaseState::Suspended { review, .. }, Some(mut clock)) = (self.state, self.clock)
        else {
            return Err(refused);
        };
        clock.end_pause(moment.today, moment.calendar);
        self.clock = Some(clock.counted(moment.flow, moment.calendar));
        self.state = CaseState::Accepted {
            at: moment.now,
            review,
        };
        Ok(self)
    }

    /// Both limits become longer: the applicant is told, and the promise would otherwise be an empty one.
    pub(super) fn extend(mut self, moment: &Moment<'_>) -> Result<Self, Refusal> {
        let refused = self.not_now(&Event::Extend {
            reason: String::new(),
        });
        let (Some(mut clock), Some(by)) = (self.clock, moment.flow.extension) else {
            return Err(refused);
        };
        if moment.today > clock.statutory_due.date {
            return Err(Refusal::TooLate);
        }
        clock.extension = Some(Extension {
            on: moment.today,
            by,
        });
        self.clock = Some(clock.counted(moment.flow, moment.calendar));
        Ok(self)
    }
}
