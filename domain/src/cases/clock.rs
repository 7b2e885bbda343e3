//! The clock of an accepted case: what counts, what does not, and when it has run down.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Flow, ProcedureKind};
use crate::calendar::{Calendar, DueDate, TimeLimit};

/// The clock of an accepted case. 法定 and 承诺 are both kept: supervision warns by the one and
/// objects by the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    /// Day 0. For a case that counts as accepted this is the day of receipt, so it can lie in the past.
    pub accepted_on: NaiveDate,
    /// Last day of the promised limit.
    pub promised_due: DueDate,
    /// Last day of the statutory limit.
    pub statutory_due: DueDate,
    /// The special procedures so far, oldest first; at most the last one goes on.
    #[serde(default)]
    pub pauses: Vec<Pause>,
    /// The one extension.
    #[serde(default)]
    pub extension: Option<Extension>,
}

/// A special procedure. Its days do not count (行政许可法 art. 45): those after the day on which it began, up
/// to and including the one on which it ended, at the latest the last one of the time that was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// What it is.
    pub kind: ProcedureKind,
    /// The day on which it began; it counts.
    pub from: NaiveDate,
    /// How long it takes as stated to the applicant in writing.
    pub length: TimeLimit,
    /// The day on which it ended; `None` while it goes on.
    pub ended: Option<NaiveDate>,
}

/// The extension of an accepted case (行政许可法 art. 42).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The day on which it was granted.
    pub on: NaiveDate,
    /// By how much.
    pub by: TimeLimit,
}

impl CaseClock {
    /// The clock of a case that is accepted on this day.
    pub fn start(accepted_on: NaiveDate, flow: &Flow, calendar: &Calendar) -> Self {
        let open = DueDate {
            date: accepted_on,
            provisional: false,
        };
        let clock = Self {
            accepted_on,
            promised_due: open,
            statutory_due: open,
            pauses: Vec::new(),
            extension: None,
        };
        clock.counted(flow, calendar)
    }

    /// The clock with its due dates counted anew.
    #[must_use]
    pub fn counted(mut self, flow: &Flow, calendar: &Calendar) -> Self {
        self.promised_due = self.due(flow.promised, calendar);
        self.statutory_due = self.due(flow.statutory, calendar);
        self
    }

    /// Whether a special procedure goes on.
    pub fn is_paused(&self) -> bool {
        self.pauses
            .last()
            .is_some_and(|pause| pause.ended.is_none())
    }

    /// Ends the special procedure that goes on.
    pub(super) fn end_pause(&mut self, today: NaiveDate, calendar: &Calendar) {
        if let Some(pause) = self.pauses.last_mut()
            && pause.ended.is_none()
        {
            pause.ended = Some(today.min(pause.stated_end(calendar).date));
        }
    }

    fn due(&self, limit: TimeLimit, calendar: &Calendar) -> DueDate {
        let spans: Vec<_> = self.pauses.iter().map(|it| it.span(calendar)).collect();
        let first = limit.due_beside(self.accepted_on, &spans, calendar);
        let Some(extension) = &self.extension else {
            return first;
        };
        let last = extension.by.due_beside(first.date, &spans, calendar);
        DueDate {
            date: last.date,
            provisional: first.provisional || last.provisional,
        }
    }
}

impl Pause {
    /// The last day of the time that was stated.
    pub fn stated_end(&self, calendar: &Calendar) -> DueDate {
        self.length.due(self.from, calendar)
    }

    /// The days that do not count: after the first up to and including the second.
    fn span(&self, calendar: &Calendar) -> (NaiveDate, DueDate) {
        let stated = self.stated_end(calendar);
        let end = self.ended.map_or(stated, |date| DueDate {
            date,
            provisional: false,
        });
        (self.from, end)
    }
}
