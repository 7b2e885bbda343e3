//! The base registers (基础库) that a form can be filled from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A register of a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// 人口库, kept by the police.
    Population,
    /// 社会保险, kept by human resources and social security.
    SocialSecurity,
    /// 居民健康卡与医保, kept by health and medical insurance.
    HealthCard,
}

keys!(Register {
    Population = "population",
    SocialSecurity = "social_security",
    HealthCard = "health_card",
});

/// A value that a register knows about a person.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RegisterField {
    /// 姓名.
    Name,
    /// 公民身份号码.
    ResidentId,
    /// 性别.
    Sex,
    /// 出生日期, `YYYY-MM-DD`.
    BirthDate,
    /// 民族.
    Ethnicity,
    /// 户籍地址.
    Address,
    /// 联系电话.
    Phone,
    /// 社会保障号码.
    SocialSecurityNumber,
    /// 参保状态.
    SocialSecurityStatus,
    /// 险种.
    InsuranceKind,
    /// 社会保障卡卡号.
    CardNumber,
    /// 社会保障卡开户银行.
    CardBank,
    /// 健康卡号.
    HealthCardNumber,
    /// 医保参保地.
    InsuredPlace,
}

keys!(RegisterField {
    Name = "name",
    ResidentId = "resident_id",
    Sex = "sex",
    BirthDate = "birth_date",
    Ethnicity = "ethnicity",
    Address = "address",
    Phone = "phone",
    SocialSecurityNumber = "social_security_number",
    SocialSecurityStatus = "social_security_status",
    InsuranceKind = "insurance_kind",
    CardNumber = "card_number",
    CardBank = "card_bank",
    HealthCardNumber = "health_card_number",
    InsuredPlace = "insured_place",
});

impl RegisterField {
    /// The register that is asked for this value.
    pub const fn register(self) -> Register {
        match self {
            Self::Name
            | Self::ResidentId
            | Self::Sex
            | Self::BirthDate
            | Self::Ethnicity
            | Self::Address
            | Self::Phone => Register::Population,
            Self::SocialSecurityNumber
            | Self::SocialSecurityStatus
            | Self::InsuranceKind
            | Self::CardNumber
            | Self::CardBank => Register::SocialSecurity,
            Self::HealthCardNumber | Self::InsuredPlace => Register::HealthCard,
        }
    }
}
