//! How a person can be reached.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::half_width;

/// Most characters of an e-mail address (RFC 5321 §4.5.3.1.3, with the two brackets taken off).
pub const MAX_EMAIL_CHARS: usize = 254;

/// A mobile number of the Chinese mainland: 11 digits, the first two 13 to 19.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MobilePhone(String);

/// The text is no mobile number of the mainland.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mobile number has 11 digits and begins with 13 to 19")]
pub struct MobilePhoneError;

impl MobilePhone {
    /// Reads a number as people type it: with spaces, hyphens, full-width digits or `+86`.
    pub fn parse(text: &str) -> Result<Self, MobilePhoneError> {
        let typed: String = half_width(text).chars().filter(|c| *c != '-').collect();
        let number = typed
            .strip_prefix("+86")
            .or(typed.strip_prefix("0086"))
            .unwrap_or(&typed);
        let mobile = matches!(number.as_bytes(), [b'1', b'3'..=b'9', rest @ ..]
            if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit));
        if mobile {
            Ok(Self(number.to_owned()))
        } else {
            Err(MobilePhoneError)
        }
    }

    /// The 11 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For the screen: the middle four digits hidden.
    pub fn masked(&self) -> String {
        let head = self.0.get(..3).unwrap_or_default();
        let tail = self.0.get(7..).unwrap_or_default();
        format!("{head}****{tail}")
    }
}

/// An e-mail address, checked only as far as to catch slips: whether it exists, a mail tells.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// The text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like name@example.com")]
pub struct EmailError;

impl Email {
    /// Reads an address: one `@`, something before it, a dot inside what follows, no white space and no
    /// control characters (they would end a mail header), at most [`MAX_EMAIL_CHARS`] characters.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let address = text.trim();
        let clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;\"".contains(c);
        if address.chars().count() > MAX_EMAIL_CHARS || !address.chars().all(clean) {
            return Err(EmailError);
        }
        let (name, host) = address.split_once('@').ok_or(EmailError)?;
        let labels: Vec<&str> = host.split('.').collect();
        let host_fits = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
        if name.is_empty() || host.contains('@') || !host_fits {
            return Err(EmailError);
        }
        Ok(Self(address.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For the screen: only the first character of the name and the host are shown.
    pub fn masked(&self) -> String {
        let (name, host) = self.0.split_once('@').unwrap_or_default();
        let first: String = name.chars().take(1).collect();
        format!("{first}***@{host}")
    }
}

macro_rules! private_text {
    ($name:ident, $error:ident) => {
        impl fmt::Debug for $name {
            /// Masked: it must not get into a log by way of a debug print.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.masked())
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

private_text!(MobilePhone, MobilePhoneError);
private_text!(Email, EmailError);
