//! The colours of the clock as dates, so that a list is filtered by them without looking at each case.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::cases::Light;

/// The dates at which the light of a case changes, as seen on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LightThresholds {
    /// What was due before is red.
    pub red_before: NaiveDate,
    /// What is due from this day on is green; what lies between is yellow.
    pub green_from: NaiveDate,
}

impl LightThresholds {
    /// The dates for this day, where what is due within `near` working days is urgent.
    pub fn on(today: NaiveDate, near: u32, calendar: &Calendar) -> Self {
        let mut last_work = today;
        while !calendar.is_working_day(last_work)
            && let Some(before) = last_work.pred_opt()
        {
            last_work = before;
        }
        Self {
            red_before: last_work,
            green_from: calendar
                .add_working_days(today, near.saturating_add(1))
                .date,
        }
    }

    /// The due dates of this light, from the first up to but not including the second; none where the light
    /// does not follow the date.
    pub const fn range(self, light: Light) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        match light {
            Light::Red => Some((None, Some(self.red_before))),
            Light::Yellow => Some((Some(self.red_before), Some(self.green_from))),
            Light::Green => Some((Some(self.green_from), None)),
            Light::Blue => None,
        }
    }
}
