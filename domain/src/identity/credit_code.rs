//! The unified social credit code (统一社会信用代码, GB 32100).

use serde::{Deserialize, Serialize};

use super::half_width;

/// The digits and the capitals without I, O, S, V and Z, in the order of their values.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The code of an organisation: registry 1, kind 1, region 6, organisation 9, check character 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditCode(String);

/// Why a text is no unified social credit code; the first thing found, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditCodeError {
    /// Not 18 characters.
    #[error("a unified social credit code has 18 characters")]
    Length,
    /// A character outside the alphabet of the standard.
    #[error("a unified social credit code has digits and capitals without I, O, S, V and Z")]
    Characters,
    /// The last character does not fit the others: something was mistyped.
    #[error("the check character of the unified social credit code is wrong")]
    CheckDigit,
}

impl CreditCode {
    /// Reads a code as people type it: white space is dropped, full-width characters and small letters
    /// are understood.
    pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
        let code = half_width(text).to_ascii_uppercase();
        if code.chars().count() != 18 {
            return Err(CreditCodeError::Length);
        }
        let values: Option<Vec<usize>> = code.chars().map(|c| ALPHABET.find(c)).collect();
        let values = values.ok_or(CreditCodeError::Characters)?;
        match values.split_last() {
            Some((&check, body)) if check == check_value(body) => Ok(Self(code)),
            _ => Err(CreditCodeError::CheckDigit),
        }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `31 - Σ value × 3^position mod 31`, again modulo 31.
fn check_value(body: &[usize]) -> usize {
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31
}

impl TryFrom<String> for CreditCode {
    type Error = CreditCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> Self {
        code.0
    }
}
