//! The code that a document is checked by (验证码).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::check_digits::mod_37_36;
use crate::identity::half_width;

/// Random bytes that a code is made from.
pub const CODE_BYTES: usize = 10;

/// Characters before the check character: 75 bits, so that nobody finds a document by trying.
const BODY_CHARS: usize = 15;
/// Bits of one character.
const BITS: u32 = 5;
/// Characters that are read out together.
const GROUP: usize = 4;

/// Digits and capitals without those that are taken for others when read (Crockford's Base32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A verification code: 15 random characters and a check character, shown in groups of four. One mistyped
/// character is noticed without a look into the database.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VerificationCode(String);

/// Why a text is no code; the first thing found, in the order of the variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerificationCodeError {
    /// Not 16 characters.
    #[error("a verification code has 16 characters")]
    Length,
    /// A character that no code has.
    #[error("a verification code has digits and capitals only")]
    Characters,
    /// The last character does not fit the others: something was mistyped.
    #[error("the check character of the verification code is wrong")]
    CheckDigit,
}

impl VerificationCode {
    /// The code made from random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; CODE_BYTES]) -> Self {
        let bits = bytes
            .into_iter()
            .fold(0_u128, |bits, byte| bits << 8 | u128::from(byte));
        let letter = |bits: u128| char::from(ALPHABET[(bits % 32) as usize]);
        let mut code: String = (1..BODY_CHARS as u32)
            .map(|place| letter(bits >> (BITS * place)))
            .collect();
        let start = code.len();
        // A few check characters look like digits; the next last letter gives another one, and one of five
        // that follow each other always does.
        for last in (0..).map(|step| letter(bits + step)) {
            code.truncate(start);
            code.push(last);
            if let Some(check) = mod_37_36(&code).filter(|check| is_ours(*check)) {
                code.push(check);
                break;
            }
        }
        Self(code)
    }

    /// Reads a code as people type it: white space and hyphens are dropped, small letters and full-width
    /// characters understood, and the letters O, I and L taken for the digits that they look like.
    pub fn parse(text: &str) -> Result<Self, VerificationCodeError> {
        let typed: String = half_width(text)
            .to_ascii_uppercase()
            .chars()
            .filter(|letter| !matches!(letter, '-' | '–' | '—'))
            .map(unmistakable)
            .collect();
        if typed.chars().count() != BODY_CHARS + 1 {
            return Err(VerificationCodeError::Length);
        }
        let (body, check) = typed
            .split_at_checked(BODY_CHARS)
            .ok_or(VerificationCodeError::Characters)?;
        if !typed.chars().all(is_ours) {
            return Err(VerificationCodeError::Characters);
        }
        if mod_37_36(body).is_none_or(|expected| !check.starts_with(expected)) {
            return Err(VerificationCodeError::CheckDigit);
        }
        Ok(Self(typed))
    }

    /// The 16 characters without hyphens, the one form to look a document up by.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a code can have this character.
fn is_ours(letter: char) -> bool {
    letter.is_ascii() && ALPHABET.contains(&(letter as u8))
}

/// The digit for a letter that looks like one.
const fn unmistakable(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

impl fmt::Display for VerificationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for VerificationCode {
    type Error = VerificationCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<VerificationCode> for String {
    fn from(code: VerificationCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> impl Iterator<Item = VerificationCode> {
        (0..=u8::MAX).map(|n| {
            let byte = |place: usize| {
                n.wrapping_mul(31)
                    .wrapping_add((place as u8).wrapping_mul(57))
            };
            VerificationCode::from_random(std::array::from_fn(byte))
        })
    }

    #[test]
    fn a_code_is_read_back_as_it_is_shown_and_typed() {
        for code in some() {
            let shown = code.to_string();
            assert_eq!(shown.len(), 19, "{shown}");
            assert_eq!(VerificationCode::parse(&shown).as_ref(), Ok(&code));
            let typed = format!(" {} ", shown.to_lowercase().replace('-', " "));
            let typed = typed.replace('0', "o").replace('1', "l");
            assert_eq!(
                VerificationCode::parse(&typed).as_ref(),
                Ok(&code),
                "{typed}"
            );
            assert_eq!(VerificationCode::parse(code.as_str()).as_ref(), Ok(&code));
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(
                serde_json::from_str::<VerificationCode>(&json).unwrap(),
                code
            );
        }
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        for code in some().take(16) {
            for place in 0..BODY_CHARS {
                for letter in ALPHABET {
                    let mut wrong = code.as_str().as_bytes().to_vec();
                    if wrong[place] == *letter {
                        continue;
                    }
                    wrong[place] = *letter;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(
                        VerificationCode::parse(&wrong),
                        Err(VerificationCodeError::CheckDigit),
                        "{wrong} for {code}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        for (text, error) in [
            ("", VerificationCodeError::Length),
            ("0000-0000-0000-000", VerificationCodeError::Length),
            ("0000-0000-0000-00000", VerificationCodeError::Length),
            ("U000-0000-0000-0000", VerificationCodeError::Characters),
            (
                "验证码验证码验证码验证码验证码码",
                VerificationCodeError::Characters,
            ),
        ] {
            assert_eq!(VerificationCode::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn every_byte_but_the_last_bits_counts() {
        let zero = VerificationCode::from_random([0; CODE_BYTES]);
        for place in 0..CODE_BYTES {
            let mut bytes = [0; CODE_BYTES];
            bytes[place] = 1;
            assert_ne!(VerificationCode::from_random(bytes), zero, "{place}");
        }
    }
}
