//! A material (材料) as the guide lists it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;
use crate::forms::Expression;

/// A material. The form may ask for nothing that the guide does not list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideMaterial {
    /// Its name in the form: a slot of this key is where it is handed in.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Needed only if this holds, by the questions of the guided choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
    /// What kind of document it is.
    #[serde(default)]
    pub kind: MaterialKind,
    /// Whether it must be there.
    #[serde(default)]
    pub necessity: Necessity,
    /// On paper or as a file.
    #[serde(default)]
    pub form: MaterialForm,
    /// Where it comes from.
    #[serde(default)]
    pub source: MaterialSource,
    /// Who issues it; `None` when the applicant makes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Text>,
    /// Originals to hand in or show.
    #[serde(default)]
    pub originals: u8,
    /// Copies to hand in.
    #[serde(default)]
    pub copies: u8,
    /// Size of the paper, such as `A4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// How it need not be handed in (免提交方式).
    #[serde(default)]
    pub exemption: ExemptionWay,
    /// What that means here: which certificate, which register, which promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Text>,
    /// The type code of the electronic certificate that answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_type: Option<String>,
    /// Notes on filling in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Text>,
    /// What is accepted and what is not (受理标准).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Text>,
    /// The law that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// Kind of a material (材料种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MaterialKind {
    /// 证照.
    Certificate,
    /// 证明材料.
    Proof,
    /// 申请表.
    ApplicationForm,
    /// 其他.
    #[default]
    Other,
}

keys!(MaterialKind {
    Certificate = "material-kind-certificate",
    Proof = "material-kind-proof",
    ApplicationForm = "material-kind-application-form",
    Other = "material-kind-other",
});

/// Whether a material must be there (材料必要性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Necessity {
    /// 必要.
    #[default]
    Required,
    /// 非必要.
    Optional,
    /// 容缺后补: may follow later.
    Deferred,
}

keys!(Necessity {
    Required = "necessity-required",
    Optional = "necessity-optional",
    Deferred = "necessity-deferred",
});

/// Form of a material (材料形式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MaterialForm {
    /// 纸质.
    Paper,
    /// 电子.
    Electronic,
    /// 纸质或电子.
    #[default]
    Either,
}

keys!(MaterialForm {
    Paper = "material-form-paper",
    Electronic = "material-form-electronic",
    Either = "material-form-either",
});

/// Where a material comes from (材料来源).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MaterialSource {
    /// 10 申请人自备.
    #[default]
    Applicant,
    /// 20 政府部门核发.
    Government,
    /// 99 其他.
    Other,
}

keys!(MaterialSource {
    Applicant = "material-source-applicant",
    Government = "material-source-government",
    Other = "material-source-other",
});

/// How a material need not be handed in (免提交方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExemptionWay {
    /// 无.
    #[default]
    None,
    /// 电子证照代替.
    Certificate,
    /// 系统模板自动生成申请表.
    Generated,
    /// 数据共享或证照核验.
    Shared,
    /// 告知承诺.
    Commitment,
}

keys!(ExemptionWay {
    None = "exemption-none",
    Certificate = "exemption-certificate",
    Generated = "exemption-generated",
    Shared = "exemption-shared",
    Commitment = "exemption-commitment",
});
