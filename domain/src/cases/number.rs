//! The number that a case is known by (办件编号).

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check_digits::mod_37_36;

/// A case number: region 6, date of submission 8, daily sequence 6, check character 1; 21 in all. One
/// mistyped character is always noticed, two exchanged neighbours nearly always.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber(String);

/// Why a text is no case number; the first thing found, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseNumberError {
    /// Not 21 characters, or the sequence of the day is used up.
    #[error("a case number has 21 characters")]
    Length,
    /// Not 20 digits and then a digit or capital.
    #[error("a case number has 20 digits and then a digit or a capital")]
    Characters,
    /// Characters 7 to 14 are no date.
    #[error("the date in the case number does not exist")]
    Date,
    /// The last character does not fit the others: something was mistyped.
    #[error("the check character of the case number is wrong")]
    CheckDigit,
}

impl CaseNumber {
    /// The number of the `sequence`-th case that a region of six digits receives on this day.
    pub fn compose(region: &str, date: NaiveDate, sequence: u32) -> Result<Self, CaseNumberError> {
        let body = format!("{region}{}{sequence:06}", date.format("%Y%m%d"));
        let check = mod_37_36(&body).ok_or(CaseNumberError::Characters)?;
        Self::parse(&format!("{body}{check}"))
    }

    /// Reads a number as people type it: spaces and hyphens are dropped, small letters and full-width
    /// characters understood.
    pub fn parse(text: &str) -> Result<Self, CaseNumberError> {
        let typed = crate::identity::half_width(text)
            .replace('-', "")
            .to_ascii_uppercase();
        if typed.chars().count() != 21 {
            return Err(CaseNumberError::Length);
        }
        let (body, check) = typed
            .split_at_checked(20)
            .ok_or(CaseNumberError::Characters)?;
        if !body.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CaseNumberError::Characters);
        }
        let date = body.get(6..14).unwrap_or_default();
        if NaiveDate::parse_from_str(date, "%Y%m%d").is_err() {
            return Err(CaseNumberError::Date);
        }
        if mod_37_36(body).is_none_or(|expected| !check.starts_with(expected)) {
            return Err(CaseNumberError::CheckDigit);
        }
        Ok(Self(typed))
    }

    /// The last six characters: the end of the day's sequence and the check character. Few cases of a
    /// department share them, so they are what people read out.
    pub fn tail(&self) -> &str {
        self.0.get(15..).unwrap_or_default()
    }

    /// The 21 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = CaseNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.0
    }
}
