//! The monthly figures of a service: what came, what was decided, and how long it took.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::is_overdue;
use crate::calendar::{Calendar, civil_date};
use crate::cases::{CaseClock, EventKind, ResultCode};

/// Counts below this, other than none, are kept back from the public: behind so few a neighbour can
/// recognise one person.
pub const FEW: u64 = 5;

/// How old the figures of a month that goes on may become.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// A month of the civil calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// The month of an instant.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self::of(civil_date(now))
    }

    /// The month written as `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.len() == 7 && text.is_ascii();
        let day = is_plain.then(|| format!("{text}-01"))?;
        NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok().map(Self)
    }

    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        self.0
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The one that many months before it.
    #[must_use]
    pub fn back(self, months: u32) -> Self {
        let first = self.0.checked_sub_months(Months::new(months));
        Self(first.unwrap_or(self.0))
    }

    /// The instant at which it begins in Beijing.
    pub fn begins(self) -> DateTime<Utc> {
        let midnight = self.0.and_time(NaiveTime::MIN).and_utc();
        midnight
            .checked_sub_signed(TimeDelta::hours(8))
            .unwrap_or(midnight)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

/// The months whose figures have to be counted, oldest first: those that were never counted, those that
/// have ended since, and the present one when its figures have become old.
pub fn due_months(
    first: Month,
    counted: &BTreeMap<Month, DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Vec<Month> {
    let last = Month::at(now);
    let months = std::iter::successors(Some(first), |month| Some(month.next()));
    let months = months.take_while(|month| *month <= last);
    let is_due = |month: &Month| match counted.get(month) {
        None => true,
        Some(at) => {
            let ended = month.next().begins();
            *at < ended && (ended <= now || now.signed_duration_since(*at) >= FRESH)
        }
    };
    months.filter(is_due).collect()
}

/// What happened to the cases of one service, or of several, in a month. Each thing counts in the month in
/// which it happened, so figures of a month that is over never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Handed in for the first time.
    pub handed_in: u64,
    /// Accepted, by an officer, by rule or by silence.
    pub accepted: u64,
    /// Not accepted.
    pub not_accepted: u64,
    /// Corrections asked for.
    pub corrections: u64,
    /// Sent back by the first look.
    pub returned: u64,
    /// Extended.
    pub extended: u64,
    /// Taken back by the applicant, or by silence.
    pub withdrawn: u64,
    /// Granted.
    pub granted: u64,
    /// Refused.
    pub refused: u64,
    /// Ended as void.
    pub void: u64,
    /// Ended as a mistake of the portal.
    pub deleted: u64,
    /// Handed on to another office.
    pub transferred: u64,
    /// Decided after acceptance, so that time was measured.
    pub timed: u64,
    /// Of these, decided after the promised day.
    pub late_promise: u64,
    /// Of these, decided after the last day of the law.
    pub late_law: u64,
    /// Working days that these took, without those that did not count.
    pub days_taken: u64,
    /// Working days that were promised for these.
    pub days_promised: u64,
    /// Working days of these that did not count (行政许可法 art. 45).
    pub days_suspended: u64,
}

/// How long a decision took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Working days from acceptance that counted.
    pub taken: u64,
    /// Working days that were promised, extension included.
    pub promised: u64,
    /// Working days that did not count.
    pub suspended: u64,
    /// After the promised day.
    pub late_promise: bool,
    /// After the last day of the law.
    pub late_law: bool,
}

impl Decision {
    /// A decision on this day by this clock.
    pub fn on(day: NaiveDate, clock: &CaseClock, calendar: &Calendar) -> Self {
        let days = |from, to| u64::try_from(calendar.working_days_between(from, to)).unwrap_or(0);
        let suspended = clock
            .pauses
            .iter()
            .map(|pause| {
                let end = pause.ended.unwrap_or(pause.stated_end(calendar).date);
                days(pause.from, end.min(day))
            })
            .sum();
        let counted = |to| days(clock.accepted_on, to).saturating_sub(suspended);
        Self {
            taken: counted(day),
            promised: counted(clock.promised_due.date),
            suspended,
            late_promise: is_overdue(clock.promised_due.date, day, calendar),
            late_law: is_overdue(clock.statutory_due.date, day, calendar),
        }
    }
}

impl Figures {
    /// Counts what happened so often. What ends a case is counted by [`Figures::end`].
    pub const fn count(&mut self, event: EventKind, times: u64) {
        match event {
            EventKind::Submit => self.handed_in += times,
            // A matter of a joint application is received and accepted at once.
            EventKind::Begin => {
                self.handed_in += times;
                self.accepted += times;
            }
            // A decision by rule accepts as it decides.
            EventKind::Accept | EventKind::DeemAccepted | EventKind::DecideByRule => {
                self.accepted += times;
            }
            EventKind::RequestCorrection => self.corrections += times,
            EventKind::ReturnPrecheck => self.returned += times,
            EventKind::Extend => self.extended += times,
            _ => {}
        }
    }

    /// Counts the end of a case; a decision with the time that it took, where a clock ran.
    pub const fn end(&mut self, result: ResultCode, decision: Option<Decision>) {
        match result {
            ResultCode::Granted => self.granted += 1,
            ResultCode::Refused => self.refused += 1,
            ResultCode::Void => self.void += 1,
            ResultCode::Deleted => self.deleted += 1,
            ResultCode::Transferred => self.transferred += 1,
            ResultCode::Returned => self.withdrawn += 1,
            ResultCode::NotAccepted => self.not_accepted += 1,
        }
        let Some(decision) = decision else { return };
        self.timed += 1;
        self.late_promise += decision.late_promise as u64;
        self.late_law += decision.late_law as u64;
        self.days_taken += decision.taken;
        self.days_promised += decision.promised;
        self.days_suspended += decision.suspended;
    }

    /// Adds the figures of another service.
    pub const fn add(&mut self, other: &Self) {
        self.handed_in += other.handed_in;
        self.accepted += other.accepted;
        self.not_accepted += other.not_accepted;
        self.corrections += other.corrections;
        self.returned += other.returned;
        self.extended += other.extended;
        self.withdrawn += other.withdrawn;
        self.granted += other.granted;
        self.refused += other.refused;
        self.void += other.void;
        self.deleted += other.deleted;
        self.transferred += other.transferred;
        self.timed += other.timed;
        self.late_promise += other.late_promise;
        self.late_law += other.late_law;
        self.days_taken += other.days_taken;
        self.days_promised += other.days_promised;
        self.days_suspended += other.days_suspended;
    }

    /// Decided, granted or refused.
    pub const fn decided(&self) -> u64 {
        self.granted + self.refused
    }

    /// Decided by the promised day.
    pub const fn in_time(&self) -> u64 {
        self.timed.saturating_sub(self.late_promise)
    }

    /// Of a hundred decisions those by the promised day, rounded down so that 100 means all.
    pub const fn punctuality(&self) -> Option<u64> {
        (self.in_time() * 100).checked_div(self.timed)
    }

    /// Working days that a decision took on average, in tenths.
    pub fn average_tenths(&self) -> Option<u64> {
        tenths(self.days_taken, self.timed)
    }

    /// Working days that were promised on average, in tenths.
    pub fn promised_tenths(&self) -> Option<u64> {
        tenths(self.days_promised, self.timed)
    }

    /// What everybody may read of it.
    pub fn public(&self) -> PublicFigures {
        let open = |count: u64| (count == 0 || count >= FEW).then_some(count);
        // What is left of a number whose whole is known is kept back as well.
        let part = |count: u64, whole: u64| {
            open(count).filter(|count| open(whole.saturating_sub(*count)).is_some())
        };
        let is_many = self.timed >= FEW;
        PublicFigures {
            handed_in: open(self.handed_in),
            accepted: open(self.accepted),
            decided: open(self.decided()),
            granted: part(self.granted, self.decided()),
            in_time: part(self.in_time(), self.timed),
            average_tenths: self.average_tenths().filter(|_| is_many),
            promised_tenths: self.promised_tenths().filter(|_| is_many),
        }
    }
}

/// Rounded to the nearest tenth.
fn tenths(sum: u64, number: u64) -> Option<u64> {
    (sum * 10 + number / 2).checked_div(number)
}

/// What the public reads: `None` stands for a number that is kept back because it is smaller than [`FEW`],
/// or gives one away that is. An average over so few is kept back too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PublicFigures {
    /// Handed in.
    pub handed_in: Option<u64>,
    /// Accepted.
    pub accepted: Option<u64>,
    /// Decided.
    pub decided: Option<u64>,
    /// Of these, granted.
    pub granted: Option<u64>,
    /// Decided by the promised day.
    pub in_time: Option<u64>,
    /// Working days on average, in tenths.
    pub average_tenths: Option<u64>,
    /// Promised working days on average, in tenths.
    pub promised_tenths: Option<u64>,
}
