//! The citizen identity number (公民身份号码, GB 11643).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::half_width;

/// Weights of the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check characters by the weighted sum modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";
/// Nobody alive was born earlier; the standard's own example is of 1880.
const FIRST_BIRTH_YEAR: i32 = 1800;

/// A citizen identity number: region 6, birth date 8, sequence 3 (odd = male), check character 1.
/// Only a number with a real birth date and the right check character can exist as this type.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ResidentId {
    number: String,
    birth_date: NaiveDate,
}

/// Sex as the identity number tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男, odd sequence.
    Male,
    /// 女, even sequence.
    Female,
}

keys!(Sex { Male = "sex-male", Female = "sex-female" });

/// Why a text is no identity number; the first thing found, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResidentIdError {
    /// Not 18 characters.
    #[error("an identity number has 18 characters")]
    Length,
    /// Not 17 digits and then a digit or X.
    #[error("an identity number has 17 digits and then a digit or X")]
    Characters,
    /// Characters 7 to 14 are no date.
    #[error("the birth date in the identity number does not exist")]
    BirthDate,
    /// The last character does not fit the others: something was mistyped.
    #[error("the check character of the identity number is wrong")]
    CheckDigit,
}

keys!(ResidentIdError {
    Length = "problem-resident-id-length",
    Characters = "problem-resident-id-characters",
    BirthDate = "problem-resident-id-birth-date",
    CheckDigit = "problem-resident-id-check-digit",
});

impl ResidentId {
    /// Reads a number as people type it: white space is dropped, full-width digits and a small `x` are
    /// understood.
    pub fn parse(text: &str) -> Result<Self, ResidentIdError> {
        let number = half_width(text).to_ascii_uppercase();
        if number.chars().count() != 18 {
            return Err(ResidentIdError::Length);
        }
        let (body, check) = number
            .split_at_checked(17)
            .ok_or(ResidentIdError::Characters)?;
        let last_fits = check == "X" || check.bytes().all(|b| b.is_ascii_digit());
        if !last_fits || !body.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ResidentIdError::Characters);
        }
        let birth_date = birth_date(body).ok_or(ResidentIdError::BirthDate)?;
        if check_character(body).is_none_or(|expected| !check.starts_with(expected)) {
            return Err(ResidentIdError::CheckDigit);
        }
        Ok(Self { number, birth_date })
    }

    /// Builds the number of a made-up person. `None` unless the region has six digits, the sequence at
    /// most three and the year four.
    pub fn compose(region: &str, birth: NaiveDate, sequence: u16) -> Option<Self> {
        let body = format!("{region}{}{sequence:03}", birth.format("%Y%m%d"));
        let check = check_character(&body)?;
        Self::parse(&format!("{body}{check}"))
            .ok()
            .filter(|id| id.region() == region)
    }

    /// The 18 characters. Never write them to a log or an address; see [`ResidentId::masked`].
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// The six digits of the county where the number was first given.
    pub fn region(&self) -> &str {
        self.number.get(..6).unwrap_or_default()
    }

    /// The birth date.
    pub fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    /// The sex, by the last digit of the sequence.
    pub fn sex(&self) -> Sex {
        match self.number.as_bytes().get(16) {
            Some(digit) if digit % 2 == 1 => Sex::Male,
            _ => Sex::Female,
        }
    }

    /// For the screen: four characters, twelve stars, two characters. The birth date stays hidden
    /// (国办函〔2016〕108号).
    pub fn masked(&self) -> String {
        let head = self.number.get(..4).unwrap_or_default();
        let tail = self.number.get(16..).unwrap_or_default();
        format!("{head}************{tail}")
    }
}

fn birth_date(body: &str) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| body.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(6..10)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(10..12)?, number(12..14)?)?;
    (date.year() >= FIRST_BIRTH_YEAR).then_some(date)
}

/// The check character of 17 digits; `None` for anything else.
fn check_character(body: &str) -> Option<char> {
    if body.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (character, weight) in body.chars().zip(WEIGHTS) {
        sum += character.to_digit(10)? * weight;
    }
    CHECKS
        .get(sum as usize % CHECKS.len())
        .copied()
        .map(char::from)
}

impl fmt::Debug for ResidentId {
    /// Masked: a number must not get into a log by way of a debug print.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({})", self.masked())
    }
}

impl TryFrom<String> for ResidentId {
    type Error = ResidentIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<ResidentId> for String {
    fn from(id: ResidentId) -> Self {
        id.number
    }
}
