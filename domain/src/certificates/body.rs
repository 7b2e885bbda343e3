//! What a certificate says, and whether it still says it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;
use crate::calendar::TimeLimit;

/// What an approval issues, part of a published definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateTemplate {
    /// The type code (证照类型代码), 21 digits and capitals.
    pub type_code: String,
    /// The name of the certificate.
    pub name: Text,
    /// How long it is valid from the day of issue; without end when not said.
    #[serde(default)]
    pub validity: Option<TimeLimit>,
    /// What stands on it besides holder, issuer and dates.
    #[serde(default)]
    pub fields: Vec<CertificateField>,
}

/// A line on a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateField {
    /// Its label.
    pub label: Text,
    /// What it shows.
    pub from: LineSource,
}

/// Where a line of a certificate comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum LineSource {
    /// The answer to the field of the form with this key.
    Field(String),
    /// The identifier of the certificate that came of another matter of the same joint application.
    Result(ResultOf),
}

/// A matter whose result another certificate names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultOf {
    /// Key of the matter.
    pub result_of: String,
}

/// An issued certificate, as it was on the day of issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateBody {
    /// The name of the certificate.
    pub name: Text,
    /// The name of the holder.
    pub holder: String,
    /// The identity number of the holder, masked.
    pub holder_id_masked: String,
    /// The issuing department.
    pub issuer: Text,
    /// The other lines, label and value.
    pub fields: Vec<(Text, Text)>,
    /// The day of issue.
    pub issued_on: NaiveDate,
    /// The last day of validity; `None` without end.
    pub valid_until: Option<NaiveDate>,
}

/// State of a certificate (证照状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateState {
    /// 有效.
    Valid,
    /// 过期.
    Expired,
    /// 暂停.
    Suspended,
    /// 变更替换: a newer version exists.
    Replaced,
    /// 注销.
    Cancelled,
    /// 撤销 or 吊销.
    Revoked,
    /// 遗失.
    Lost,
}

keys!(CertificateState {
    Valid = "valid",
    Expired = "expired",
    Suspended = "suspended",
    Replaced = "replaced",
    Cancelled = "cancelled",
    Revoked = "revoked",
    Lost = "lost",
});

/// The state to show on a day: a stored `Valid` has expired on the day after `valid_until`; every other
/// state says more than the date does and stays.
pub fn state_on(
    stored: CertificateState,
    valid_until: Option<NaiveDate>,
    today: NaiveDate,
) -> CertificateState {
    match stored {
        CertificateState::Valid if valid_until.is_some_and(|last| last < today) => {
            CertificateState::Expired
        }
        other => other,
    }
}
