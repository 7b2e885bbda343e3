//! Identifiers. Each kind is its own type, so that one cannot be passed for another.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($(#[$meta:meta])* $name:ident) => {
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        $(#[$meta])*
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the identifier as it stands; nothing is checked.
            pub fn new(value: impl Into<String>) -> Self {
                Self(value.into())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// An account of a citizen, an officer or a kiosk: UUIDv7 text made by the portal.
    AccountId
}
identifier! {
    /// A case (办件): UUIDv7 text made by the portal. People see the [`crate::cases::CaseNumber`].
    CaseId
}
identifier! {
    /// An uploaded material (材料): UUIDv7 text made by the portal.
    MaterialId
}
identifier! {
    /// An issued certificate (电子证照): UUIDv7 text made by the portal. People see the
    /// [`crate::certificates::CertificateIdentifier`].
    CertificateId
}
identifier! {
    /// An issued legal document of a case (文书): UUIDv7 text made by the portal. People see its number and its
    /// [`crate::documents::VerificationCode`].
    DocumentId
}
identifier! {
    /// A department as the data source codes it; often, but not always, a unified social credit code.
    DepartmentCode
}
identifier! {
    /// The code of a service item (实施编码) as its source writes it. Standards print 31 characters and
    /// deployed systems up to 53, so the form is not fixed; see [`ItemCode::parse`].
    #[schemars(extend("pattern" = "^[0-9A-Za-z-]{1,64}$"))]
    ItemCode
}
identifier! {
    /// An administrative division (行政区划): 2, 4, 6, 9 or 12 digits.
    DivisionCode
}

/// Most characters of an [`ItemCode`]: the longest in use has 53, and it stands in addresses.
pub const MAX_ITEM_CODE_CHARS: usize = 64;

/// Why a text is no [`ItemCode`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemCodeError {
    /// Empty, or more than [`MAX_ITEM_CODE_CHARS`] characters.
    #[error("an item code has 1 to 64 characters")]
    Length,
    /// A character that is no ASCII letter, digit or hyphen.
    #[error("an item code has only letters, digits and hyphens")]
    Characters,
}

impl ItemCode {
    /// Reads a code that came from outside: 1 to 64 ASCII letters, digits and hyphens, so that it can
    /// stand in an address unescaped. Case is kept, as sources mix it.
    pub fn parse(text: &str) -> Result<Self, ItemCodeError> {
        if text.is_empty() || text.len() > MAX_ITEM_CODE_CHARS {
            return Err(ItemCodeError::Length);
        }
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if !text.bytes().all(plain) {
            return Err(ItemCodeError::Characters);
        }
        Ok(Self(text.to_owned()))
    }
}
