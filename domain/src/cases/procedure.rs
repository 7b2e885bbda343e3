//! Special procedures (特别程序), whose time does not count.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the office waits for. All but the last three are those of 行政许可法 art. 45; those only suspend where
/// a rule of the service names them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ProcedureKind {
    /// 听证.
    Hearing,
    /// 招标, 拍卖.
    Bidding,
    /// 检验.
    Inspection,
    /// 检测.
    Testing,
    /// 检疫.
    Quarantine,
    /// 鉴定.
    Appraisal,
    /// 专家评审.
    ExpertReview,
    /// 公示.
    PublicNotice,
    /// 现场踏勘.
    SiteVisit,
    /// 技术审查.
    TechnicalReview,
}

keys!(ProcedureKind {
    Hearing = "hearing",
    Bidding = "bidding",
    Inspection = "inspection",
    Testing = "testing",
    Quarantine = "quarantine",
    Appraisal = "appraisal",
    ExpertReview = "expert_review",
    PublicNotice = "public_notice",
    SiteVisit = "site_visit",
    TechnicalReview = "technical_review",
});

impl ProcedureKind {
    /// Whether 行政许可法 art. 45 itself names it.
    pub const fn is_statutory(self) -> bool {
        !matches!(
            self,
            Self::PublicNotice | Self::SiteVisit | Self::TechnicalReview
        )
    }
}
