//! Due dates counted anew, as a calendar arrives.

use super::{Case, CaseState, Flow};
use crate::calendar::{Calendar, civil_date};

impl Case {
    /// Whether a date in it may still move because the calendar of a year was missing.
    pub fn is_provisional(&self) -> bool {
        let clock = self
            .clock
            .as_ref()
            .filter(|_| self.state.review().is_some());
        let of_clock =
            clock.is_some_and(|it| it.promised_due.provisional || it.statutory_due.provisional);
        let of_state = match &self.state {
            CaseState::Prechecking {
                due,
                acceptance_due,
                ..
            } => due.provisional || acceptance_due.provisional,
            CaseState::Returned { due, .. }
            | CaseState::CorrectionRequested { due, .. }
            | CaseState::Approved { due, .. } => due.provisional,
            CaseState::Submitted { acceptance_due, .. } => acceptance_due.provisional,
            CaseState::Suspended { until, .. } => until.provisional,
            _ => false,
        };
        of_clock || of_state
    }

    /// The case with every date that still matters counted by this calendar.
    #[must_use]
    pub(super) fn recounted(mut self, flow: &Flow, calendar: &Calendar) -> Self {
        match &mut self.state {
            CaseState::Prechecking {
                at,
                received_on,
                due,
                acceptance_due,
                ..
            } => {
                let precheck = flow.precheck.unwrap_or(flow.acceptance);
                *due = precheck.due(civil_date(*at), calendar);
                *acceptance_due = flow.acceptance.due(*received_on, calendar);
            }
            CaseState::Submitted {
                received_on,
                acceptance_due,
                ..
            } => *acceptance_due = flow.acceptance.due(*received_on, calendar),
            CaseState::Returned { at, due, .. }
            | CaseState::CorrectionRequested { at, due, .. } => {
                *due = flow.correction.due(civil_date(*at), calendar);
            }
            CaseState::Approved { at, due, .. } => {
                *due = flow.delivery.due(civil_date(*at), calendar);
            }
            CaseState::Suspended { until, .. } => {
                let pause = self.clock.as_ref().and_then(|clock| clock.pauses.last());
                if let Some(pause) = pause {
                    *until = pause.stated_end(calendar);
                }
            }
            _ => {}
        }
        if self.state.review().is_some() {
            self.clock = self.clock.map(|clock| clock.counted(flow, calendar));
        }
        self
    }
}
