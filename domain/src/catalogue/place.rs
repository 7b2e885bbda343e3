//! Where and when to go.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

/// What times of day look like in files.
const MINUTES: &str = "^([01]?[0-9]|2[0-3]):[0-5]?[0-9]$";

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name.
    pub name: Text,
    /// Its address.
    pub address: Text,
    /// When it is open.
    pub hours: Vec<Opening>,
    /// What the hours do not say, such as lunch or holidays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_note: Option<Text>,
    /// How to get there (交通指引).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport: Option<Text>,
    /// Its telephone, with area code.
    #[serde(default)]
    pub phone: String,
}

/// Hours that are the same on several days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// First day of the week, 1 for Monday to 7 for Sunday.
    pub from_day: u8,
    /// Last day of the week, not before the first.
    pub to_day: u8,
    /// When it opens, `HH:MM`.
    #[serde(with = "minutes")]
    #[schemars(with = "String", extend("pattern" = MINUTES))]
    pub opens: NaiveTime,
    /// When it closes, `HH:MM`, after it opens.
    #[serde(with = "minutes")]
    #[schemars(with = "String", extend("pattern" = MINUTES))]
    pub closes: NaiveTime,
}

impl Opening {
    /// Whether the days and hours can be kept.
    pub fn is_sound(&self) -> bool {
        (1..=7).contains(&self.from_day)
            && (self.from_day..=7).contains(&self.to_day)
            && self.opens < self.closes
    }

    fn covers(&self, date: NaiveDate) -> bool {
        use chrono::Datelike as _;
        let day = date.weekday().number_from_monday();
        (u32::from(self.from_day)..=u32::from(self.to_day)).contains(&day)
    }
}

impl Place {
    /// The hours of a day of the week, in the order of the list. Public holidays are not considered:
    /// offices announce them one by one.
    pub fn openings_on(&self, date: NaiveDate) -> impl Iterator<Item = &Opening> {
        self.hours
            .iter()
            .filter(move |opening| opening.covers(date))
    }
}

/// Times of day as `HH:MM`.
mod minutes {
    use chrono::NaiveTime;
    use serde::{Deserialize as _, Deserializer, Serializer};

    const FORMAT: &str = "%H:%M";

    pub(super) fn serialize<S: Serializer>(time: &NaiveTime, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&time.format(FORMAT))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(input)?;
        NaiveTime::parse_from_str(&text, FORMAT).map_err(serde::de::Error::custom)
    }
}
