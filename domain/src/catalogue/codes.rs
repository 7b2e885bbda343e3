//! Code lists of GB/T 39046 that we share with other systems. Other parties number some of these lists
//! differently, so codes appear only at the edges and in columns; everywhere else stands the enum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Gives a code list its numbers.
macro_rules! codes {
    ($name:ident, $number:ty { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// The number in the code list.
            pub const fn code(self) -> $number {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this number; `None` when the list has none.
            pub const fn from_code(code: $number) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

/// Type of a service item (事项类型).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ItemType {
    /// 01 行政许可.
    Licence,
    /// 02 行政处罚.
    Penalty,
    /// 03 行政强制.
    Coercion,
    /// 04 行政征收.
    Levy,
    /// 05 行政给付.
    Payment,
    /// 06 行政检查.
    Inspection,
    /// 07 行政确认.
    Confirmation,
    /// 08 行政奖励.
    Reward,
    /// 09 行政裁决.
    Ruling,
    /// 10 其他行政权力.
    Other,
    /// 20 公共服务.
    PublicService,
}

keys!(ItemType {
    Licence = "item-type-licence",
    Penalty = "item-type-penalty",
    Coercion = "item-type-coercion",
    Levy = "item-type-levy",
    Payment = "item-type-payment",
    Inspection = "item-type-inspection",
    Confirmation = "item-type-confirmation",
    Reward = "item-type-reward",
    Ruling = "item-type-ruling",
    Other = "item-type-other",
    PublicService = "item-type-public-service",
});

codes!(ItemType, u8 {
    Licence = 1,
    Penalty = 2,
    Coercion = 3,
    Levy = 4,
    Payment = 5,
    Inspection = 6,
    Confirmation = 7,
    Reward = 8,
    Ruling = 9,
    Other = 10,
    PublicService = 20,
});

/// How fast an item is handled (办件类型).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum HandlingType {
    /// 1 即办件: decided at once.
    Instant,
    /// 2 承诺件: decided within a promised limit.
    Promised,
    /// 9 其他.
    Other,
}

keys!(HandlingType {
    Instant = "handling-type-instant",
    Promised = "handling-type-promised",
    Other = "handling-type-other",
});

codes!(HandlingType, u8 { Instant = 1, Promised = 2, Other = 9 });

/// Who is served (服务对象), numbered as GB/T 39046 does.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// 1 自然人.
    Person,
    /// 2 企业法人.
    Enterprise,
    /// 3 事业法人.
    Institution,
    /// 4 社会组织法人.
    SocialOrganisation,
    /// 5 行政机关.
    GovernmentBody,
    /// 6 其他.
    Other,
}

keys!(Audience {
    Person = "audience-person",
    Enterprise = "audience-enterprise",
    Institution = "audience-institution",
    SocialOrganisation = "audience-social-organisation",
    GovernmentBody = "audience-government-body",
    Other = "audience-other",
});

codes!(Audience, u8 {
    Person = 1,
    Enterprise = 2,
    Institution = 3,
    SocialOrganisation = 4,
    GovernmentBody = 5,
    Other = 6,
});

/// Whether an item can be applied for (事项状态).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// 1 在用.
    InUse,
    /// 2 暂停.
    Paused,
    /// 3 取消.
    Cancelled,
}

keys!(ItemState {
    InUse = "item-state-in-use",
    Paused = "item-state-paused",
    Cancelled = "item-state-cancelled",
});

codes!(ItemState, u8 { InUse = 1, Paused = 2, Cancelled = 3 });
