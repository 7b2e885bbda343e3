//! Who holds the power behind an item, and how far it reaches.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

/// The right side of a guide (权力信息). What the source does not say stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Base code of the item in the national catalogue (基本编码).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_code: Option<String>,
    /// Two digits of the handling item (业务办理项编码).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling_code: Option<String>,
    /// Unified social credit code of the implementing department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// What the implementing department is (实施主体性质).
    #[serde(default)]
    pub nature: BodyNature,
    /// Where its power comes from (权力来源).
    #[serde(default)]
    pub source: PowerSource,
    /// The level that exercises it (行使层级).
    #[serde(default)]
    pub level: Option<PowerLevel>,
    /// The department that delegated the power, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegated_by: Option<Text>,
    /// The office that handles the cases (承办机构).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handled_by: Option<Text>,
    /// Departments that take part (联办机构).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<Text>,
    /// How far one may live from the office and still apply there (通办范围).
    #[serde(default)]
    pub scope: Option<Scope>,
    /// How much can be done online (网上办理深度).
    #[serde(default)]
    pub depth: Option<OnlineDepth>,
    /// Whether the number of approvals is limited (数量限制).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<Text>,
}

/// What the implementing department is (实施主体性质).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BodyNature {
    /// 1 法定机关.
    #[default]
    Statutory,
    /// 2 授权组织.
    Authorised,
    /// 3 受委托组织.
    Entrusted,
    /// 9 其他.
    Other,
}

keys!(BodyNature {
    Statutory = "body-statutory",
    Authorised = "body-authorised",
    Entrusted = "body-entrusted",
    Other = "body-other",
});

codes!(BodyNature, u8 { Statutory = 1, Authorised = 2, Entrusted = 3, Other = 9 });

/// Where the power comes from (权力来源).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PowerSource {
    /// 1 法定本级行使.
    #[default]
    OwnLevel,
    /// 2 上级下放.
    PassedDown,
    /// 3 上级授权.
    Authorised,
    /// 4 同级授权.
    AuthorisedByPeer,
    /// 5 上级委托.
    Entrusted,
    /// 6 同级委托.
    EntrustedByPeer,
}

keys!(PowerSource {
    OwnLevel = "power-own-level",
    PassedDown = "power-passed-down",
    Authorised = "power-authorised",
    AuthorisedByPeer = "power-authorised-by-peer",
    Entrusted = "power-entrusted",
    EntrustedByPeer = "power-entrusted-by-peer",
});

codes!(PowerSource, u8 {
    OwnLevel = 1,
    PassedDown = 2,
    Authorised = 3,
    AuthorisedByPeer = 4,
    Entrusted = 5,
    EntrustedByPeer = 6,
});

/// The level that exercises the power (行使层级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PowerLevel {
    /// 1 国家.
    State,
    /// 2 省.
    Province,
    /// 3 市.
    City,
    /// 4 县.
    County,
    /// 5 镇 (乡、街道).
    Town,
    /// 6 村 (社区).
    Village,
    /// 7 分级管理.
    ByGrade,
}

keys!(PowerLevel {
    State = "level-state",
    Province = "level-province",
    City = "level-city",
    County = "level-county",
    Town = "level-town",
    Village = "level-village",
    ByGrade = "level-by-grade",
});

codes!(PowerLevel, u8 {
    State = 1,
    Province = 2,
    City = 3,
    County = 4,
    Town = 5,
    Village = 6,
    ByGrade = 7,
});

/// How far away one may live and still apply there (通办范围).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 1 全国.
    Country,
    /// 2 全省.
    Province,
    /// 3 全市.
    City,
    /// 4 全县.
    County,
    /// 5 全镇.
    Town,
    /// 6 全村.
    Village,
}

keys!(Scope {
    Country = "scope-country",
    Province = "scope-province",
    City = "scope-city",
    County = "scope-county",
    Town = "scope-town",
    Village = "scope-village",
});

codes!(Scope, u8 {
    Country = 1,
    Province = 2,
    City = 3,
    County = 4,
    Town = 5,
    Village = 6,
});

/// How much can be done online (网上办理深度), as provinces grade it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OnlineDepth {
    /// 一级: read about it.
    Information,
    /// 二级: fetch the forms.
    Forms,
    /// 三级: apply, and come once.
    Application,
    /// 四级: all of it, without a visit.
    Whole,
}

keys!(OnlineDepth {
    Information = "depth-information",
    Forms = "depth-forms",
    Application = "depth-application",
    Whole = "depth-whole",
});

codes!(OnlineDepth, u8 { Information = 1, Forms = 2, Application = 3, Whole = 4 });
