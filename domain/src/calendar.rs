//! Days and time limits. Dates are civil dates of Beijing; an instant is always UTC.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use chrono::{
    DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most working days that one count walks: a hundred years of days. More is counted as this many.
pub const MAX_WORKING_DAYS: u32 = 36_525;

/// From this day of December on, the next year's notice can still move days: since 2007 no notice has
/// reached further back than 29 December.
const NEXT_NOTICE_REACHES_BACK_TO: u32 = 29;

/// Date and time of day in Beijing at this instant: UTC+8, without daylight-saving time.
pub fn civil_time(now: DateTime<Utc>) -> NaiveDateTime {
    now.checked_add_signed(TimeDelta::hours(8))
        .unwrap_or(now)
        .naive_utc()
}

/// The date in Beijing at this instant.
pub fn civil_date(now: DateTime<Utc>) -> NaiveDate {
    civil_time(now).date()
}

/// When a day begins in Beijing.
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    midnight
        .checked_sub_signed(TimeDelta::hours(8))
        .unwrap_or(midnight)
}

/// What the State Council's notice makes of a day that would otherwise follow the weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// 放假: off, whatever the weekday.
    Off,
    /// 调休上班: a working day at the weekend.
    Work,
}

keys!(DayKind { Off = "off", Work = "work" });

/// The working-day calendar: weekdays, changed by the yearly notices of the State Council.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, DayKind>,
    years: BTreeSet<i32>,
}

/// The day on which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DueDate {
    /// The last day of the limit.
    pub date: NaiveDate,
    /// The count went through days that a notice not yet published can still change. Show the date as
    /// provisional, and count again when the table arrives.
    #[serde(default)]
    pub provisional: bool,
}

impl Calendar {
    /// A calendar from the days that notices name and the years that have a notice.
    pub fn new(
        days: impl IntoIterator<Item = (NaiveDate, DayKind)>,
        years: impl IntoIterator<Item = i32>,
    ) -> Self {
        Self {
            days: days.into_iter().collect(),
            years: years.into_iter().collect(),
        }
    }

    /// Whether people work on this day: as the notice says, else Monday to Friday.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        match self.days.get(&day) {
            Some(kind) => *kind == DayKind::Work,
            None => is_weekday(day),
        }
    }

    /// Whether the notice of this year is in the calendar.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The `number`-th working day after `from`, which itself does not count (行政许可法 art. 82).
    /// Zero is `from` itself, even on a day off. At most [`MAX_WORKING_DAYS`] are counted.
    pub fn add_working_days(&self, from: NaiveDate, number: u32) -> DueDate {
        let mut due = DueDate {
            date: from,
            provisional: false,
        };
        let mut left = number.min(MAX_WORKING_DAYS);
        while left > 0
            && let Some(next) = due.date.succ_opt()
        {
            due.date = next;
            due.provisional |= !self.is_settled(next);
            left -= u32::from(self.is_working_day(next));
        }
        due
    }

    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`, and
    /// then the days by which it is overdue.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let moved = self
            .days
            .range((Bound::Excluded(from), Bound::Included(to)));
        let change: i64 = moved.map(|(day, kind)| correction(*day, *kind)).sum();
        weekdays_until(to) - weekdays_until(from) + change
    }

    /// Whether no later notice can change this day.
    fn is_settled(&self, day: NaiveDate) -> bool {
        let late = day.month() == 12 && day.day() >= NEXT_NOTICE_REACHES_BACK_TO;
        self.knows(day.year()) && (!late || self.knows(day.year() + 1))
    }
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// What an entry of the table adds to a plain count of weekdays.
fn correction(day: NaiveDate, kind: DayKind) -> i64 {
    match (kind, is_weekday(day)) {
        (DayKind::Off, true) => -1,
        (DayKind::Work, false) => 1,
        _ => 0,
    }
}

/// Mondays to Fridays from 1 January of the year 1, a Monday, up to and including `day`.
fn weekdays_until(day: NaiveDate) -> i64 {
    let days = i64::from(day.num_days_from_ce());
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// The unit of a limit. 行政许可法 counts working days (art. 82); other laws count natural days unless
/// they write 工作日. So the unit is always stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitUnit {
    /// 工作日.
    WorkingDays,
    /// 自然日.
    NaturalDays,
    /// 小时.
    Hours,
    /// 月.
    Months,
    /// 年.
    Years,
}

keys!(LimitUnit {
    WorkingDays = "limit-working-days",
    NaturalDays = "limit-natural-days",
    Hours = "limit-hours",
    Months = "limit-months",
    Years = "limit-years",
});

/// A time limit (时限). Written in JSON as `{"number": 20, "unit": "working_days"}`. Zero means at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// How many units.
    pub number: u32,
    /// Which unit.
    pub unit: LimitUnit,
}

impl TimeLimit {
    /// A limit in working days.
    pub const fn working_days(number: u32) -> Self {
        Self {
            number,
            unit: LimitUnit::WorkingDays,
        }
    }

    /// A limit in natural days.
    pub const fn natural_days(number: u32) -> Self {
        Self {
            number,
            unit: LimitUnit::NaturalDays,
        }
    }

    /// The last day of the limit. `start` is day 0 and does not count. Months and years end on the day
    /// of the same number, or on the last of the month where that day is missing (民法典 art. 202).
    /// Hours are rounded up to whole days. A date beyond the calendar's reach becomes its last day.
    pub fn due(self, start: NaiveDate, calendar: &Calendar) -> DueDate {
        let date = match self.unit {
            LimitUnit::WorkingDays => return calendar.add_working_days(start, self.number),
            LimitUnit::NaturalDays => start.checked_add_days(Days::new(self.number.into())),
            LimitUnit::Hours => start.checked_add_days(Days::new(self.number.div_ceil(24).into())),
            LimitUnit::Months => start.checked_add_months(Months::new(self.number)),
            LimitUnit::Years => {
                let months = self.number.checked_mul(12);
                months.and_then(|months| start.checked_add_months(Months::new(months)))
            }
        };
        DueDate {
            date: date.unwrap_or(NaiveDate::MAX),
            provisional: false,
        }
    }

    /// As [`TimeLimit::due`], without the days that do not count: of each pair those after the first up to
    /// and including the second. Months and years are as many days as they would last from `start`.
    pub fn due_beside(
        self,
        start: NaiveDate,
        pauses: &[(NaiveDate, DueDate)],
        calendar: &Calendar,
    ) -> DueDate {
        let in_working_days = self.unit == LimitUnit::WorkingDays;
        let plain = self.due(start, calendar);
        if pauses.is_empty() {
            return plain;
        }
        let mut left = if in_working_days {
            i64::from(self.number.min(MAX_WORKING_DAYS))
        } else {
            (plain.date - start).num_days()
        };
        let mut due = DueDate {
            date: start,
            provisional: false,
        };
        while left > 0
            && let Some(next) = due.date.succ_opt()
        {
            due.date = next;
            let mut around = pauses
                .iter()
                .filter(|(from, to)| next > *from && next <= to.date);
            if let Some((_, to)) = around.next() {
                due.provisional |= to.provisional;
                continue;
            }
            due.provisional |= in_working_days && !calendar.is_settled(next);
            left -= i64::from(!in_working_days || calendar.is_working_day(next));
        }
        due
    }

    /// Whether this limit may end later than another that starts on the same day. Limits of one unit
    /// compare by their numbers. Of different units, this one counts at its longest and the other at its
    /// shortest, so that a promise in doubt is not taken for kept: 7 working days may outlast 7 natural
    /// days, 10 natural days cannot outlast 20 working days. Holidays are left out, as no number
    /// foresees them.
    pub fn may_outlast(self, other: Self) -> bool {
        if self.unit == other.unit {
            return self.number > other.number;
        }
        self.most_days() > other.fewest_days()
    }

    /// Natural days that the limit takes at least.
    fn fewest_days(self) -> u64 {
        let number = u64::from(self.number);
        match self.unit {
            LimitUnit::WorkingDays | LimitUnit::NaturalDays => number,
            LimitUnit::Hours => number.div_ceil(24),
            LimitUnit::Months => number * 28,
            LimitUnit::Years => number * 365,
        }
    }

    /// Natural days that the limit takes at most where no holiday falls into it: each begun week of five
    /// working days has a weekend.
    fn most_days(self) -> u64 {
        let number = u64::from(self.number);
        match self.unit {
            LimitUnit::WorkingDays => number + 2 * number.div_ceil(5),
            LimitUnit::NaturalDays => number,
            LimitUnit::Hours => number.div_ceil(24),
            LimitUnit::Months => number * 31,
            LimitUnit::Years => number * 366,
        }
    }
}
