//! The identifier of a certificate (电子证照标识, GB/T 36904).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::check_digits::mod_37_36;
use crate::identity::half_width;

/// The object identifier under which all identifiers stand.
const ROOT: &str = "1.2.156.3005.2.";
/// Characters of the type code: the code of the defining department and three of its own.
const TYPE_CODE_CHARS: usize = 21;
/// Characters of the issuer's unified social credit code.
const ISSUER_CHARS: usize = 18;
/// Most characters of the serial number.
const MAX_SERIAL_CHARS: usize = 32;
/// The greatest version: three digits.
const MAX_VERSION: u16 = 999;

/// The identifier of a certificate: type 21, issuer 18, serial up to 32, version 3, check character 1,
/// shown with dots after the root `1.2.156.3005.2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateIdentifier {
    type_code: String,
    issuer: String,
    serial: String,
    version: u16,
    check: char,
}

/// Why a text or its parts are no identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateIdentifierError {
    /// Not five parts after the root.
    #[error("a certificate identifier has five parts after 1.2.156.3005.2")]
    Parts,
    /// The type code is not 21 digits and capitals.
    #[error("the type code has 21 digits and capitals")]
    TypeCode,
    /// The issuer is not 18 digits and capitals.
    #[error("the issuer has 18 digits and capitals")]
    Issuer,
    /// The serial number is not 1 to 32 digits and capitals.
    #[error("the serial number has 1 to 32 digits and capitals")]
    Serial,
    /// The version is not 001 to 999.
    #[error("the version has three digits and is not zero")]
    Version,
    /// The last character does not fit the others: something was mistyped.
    #[error("the check character of the certificate identifier is wrong")]
    CheckDigit,
}

impl CertificateIdentifier {
    /// Builds the identifier of a new certificate. The same serial with the next version replaces it
    /// after a change.
    pub fn compose(
        type_code: &str,
        issuer: &str,
        serial: &str,
        version: u16,
    ) -> Result<Self, CertificateIdentifierError> {
        if !plain(type_code, TYPE_CODE_CHARS..=TYPE_CODE_CHARS) {
            return Err(CertificateIdentifierError::TypeCode);
        }
        if !plain(issuer, ISSUER_CHARS..=ISSUER_CHARS) {
            return Err(CertificateIdentifierError::Issuer);
        }
        if !plain(serial, 1..=MAX_SERIAL_CHARS) {
            return Err(CertificateIdentifierError::Serial);
        }
        if !(1..=MAX_VERSION).contains(&version) {
            return Err(CertificateIdentifierError::Version);
        }
        let body = format!("{type_code}{issuer}{serial}{version:03}");
        let check = mod_37_36(&body).ok_or(CertificateIdentifierError::CheckDigit)?;
        Ok(Self {
            type_code: type_code.to_owned(),
            issuer: issuer.to_owned(),
            serial: serial.to_owned(),
            version,
            check,
        })
    }

    /// Reads an identifier as people type it: white space is dropped, small letters and full-width
    /// characters are understood, the root may be left out.
    pub fn parse(text: &str) -> Result<Self, CertificateIdentifierError> {
        let typed = half_width(text).to_ascii_uppercase();
        let parts: Vec<&str> = typed
            .strip_prefix(ROOT)
            .unwrap_or(&typed)
            .split('.')
            .collect();
        let [type_code, issuer, serial, version, check] = parts[..] else {
            return Err(CertificateIdentifierError::Parts);
        };
        let digits = version.len() == 3 && version.bytes().all(|byte| byte.is_ascii_digit());
        let number = version.parse().ok().filter(|_| digits);
        let number = number.ok_or(CertificateIdentifierError::Version)?;
        let identifier = Self::compose(type_code, issuer, serial, number)?;
        if check.chars().eq([identifier.check]) {
            Ok(identifier)
        } else {
            Err(CertificateIdentifierError::CheckDigit)
        }
    }

    /// The code of the type of certificate.
    pub fn type_code(&self) -> &str {
        &self.type_code
    }

    /// The code of the issuer.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The serial number.
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The version, from 1.
    pub fn version(&self) -> u16 {
        self.version
    }
}

fn plain(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let fits = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    length.contains(&text.len()) && text.bytes().all(fits)
}

impl fmt::Display for CertificateIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            type_code,
            issuer,
            serial,
            version,
            check,
        } = self;
        write!(
            f,
            "{ROOT}{type_code}.{issuer}.{serial}.{version:03}.{check}"
        )
    }
}

impl TryFrom<String> for CertificateIdentifier {
    type Error = CertificateIdentifierError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CertificateIdentifier> for String {
    fn from(identifier: CertificateIdentifier) -> Self {
        identifier.to_string()
    }
}
