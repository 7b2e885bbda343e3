//! The guide (办事指南): what an applicant must be told before applying (行政许可法 art. 30).

use serde::{Deserialize, Serialize};

use crate::Text;
use crate::calendar::TimeLimit;

/// A guide. Lists that do not apply stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// What this is, in one or two plain sentences.
    pub summary: Text,
    /// Conditions of acceptance (受理条件).
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// What has to be handed in.
    #[serde(default)]
    pub materials: Vec<GuideMaterial>,
    /// The law that it rests on (设定依据).
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// The limit that the department promises (承诺时限). Zero: at once.
    pub promised: TimeLimit,
    /// The limit that the law sets (法定时限).
    pub statutory: TimeLimit,
    /// Fees; empty means free of charge.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// How often the applicant must come in person.
    #[serde(default)]
    pub on_site_visits: u8,
    /// Why, where the number is not zero.
    #[serde(default)]
    pub on_site_reason: Option<Text>,
    /// Where one can apply.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What happens after applying (办理流程).
    #[serde(default)]
    pub steps: Vec<GuideStep>,
    /// What the applicant gets.
    #[serde(default)]
    pub result: Option<GuideResult>,
    /// How the applicant gets it.
    #[serde(default)]
    pub delivery: Vec<Delivery>,
    /// Where the counters are.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Telephone for questions (咨询电话), with area code.
    #[serde(default)]
    pub consult_phone: String,
    /// Telephone for complaints (投诉电话), with area code.
    #[serde(default)]
    pub complaint_phone: String,
    /// Questions and answers.
    #[serde(default)]
    pub faq: Vec<Faq>,
    /// Rights and duties of the applicant.
    #[serde(default)]
    pub rights: Vec<Text>,
    /// How to have a decision reviewed: 行政复议, 行政诉讼.
    #[serde(default)]
    pub review: Option<Text>,
}

/// A material as the guide lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideMaterial {
    /// Its name.
    pub name: Text,
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
    /// Originals to hand in or show.
    #[serde(default)]
    pub originals: u8,
    /// Copies to hand in.
    #[serde(default)]
    pub copies: u8,
    /// How it need not be handed in (免提交): by certificate, register, commitment.
    #[serde(default)]
    pub exempt: Option<Text>,
    /// Notes on filling in or on what is accepted.
    #[serde(default)]
    pub notes: Option<Text>,
}

/// An article of law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Name of the law or regulation, in Chinese.
    pub law: String,
    /// The article, such as `第三十二条`.
    #[serde(default)]
    pub article: Option<String>,
    /// The words of the article.
    #[serde(default)]
    pub text: Option<String>,
}

/// A fee. Without a basis in law there must be none (行政许可法 art. 58).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What is paid for.
    pub name: Text,
    /// The amount as published, such as `20 元`.
    pub amount: String,
    /// The document that allows it.
    #[serde(default)]
    pub basis: Option<String>,
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// Its name.
    pub name: Text,
    /// Its share of the limit.
    #[serde(default)]
    pub limit: Option<TimeLimit>,
    /// Who does it.
    #[serde(default)]
    pub who: Option<Text>,
}

/// What an approval leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideResult {
    /// Its name.
    pub name: Text,
    /// Its kind.
    pub kind: ResultKind,
    /// How long it is valid, in words.
    #[serde(default)]
    pub validity: Option<Text>,
}

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name.
    pub name: Text,
    /// Its address.
    pub address: Text,
    /// Its opening hours.
    pub hours: Text,
    /// Its telephone, with area code.
    #[serde(default)]
    pub phone: String,
}

/// A question that people ask, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Text,
}

/// Kind of a material (材料种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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

/// Where one can apply (办理形式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 窗口.
    Counter,
    /// 网上.
    Web,
    /// 移动端.
    Mobile,
    /// 自助终端.
    Kiosk,
    /// 快递.
    Post,
}

keys!(Channel {
    Counter = "channel-counter",
    Web = "channel-web",
    Mobile = "channel-mobile",
    Kiosk = "channel-kiosk",
    Post = "channel-post",
});

/// How the result reaches the applicant (送达方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// 窗口自取.
    PickUp,
    /// 邮寄.
    Post,
    /// 电子送达.
    Electronic,
}

keys!(Delivery {
    PickUp = "delivery-pick-up",
    Post = "delivery-post",
    Electronic = "delivery-electronic",
});

/// Kind of a result (结果类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// 证照.
    Certificate,
    /// 批文.
    Approval,
    /// 其他.
    Other,
}

keys!(ResultKind {
    Certificate = "result-kind-certificate",
    Approval = "result-kind-approval",
    Other = "result-kind-other",
});
