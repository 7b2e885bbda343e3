//! How a case can end, in the words of the exchange with other platforms.

use serde::{Deserialize, Serialize};

use super::CaseState;

/// Why an office does not accept (不予受理).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// No permit is needed for it (行政许可法 art. 32(1)).
    NotNeeded,
    /// Another office is the right one, which the reason names (art. 32(2)).
    OtherOffice,
    /// It is still incomplete after the one correction (art. 32(4)).
    StillIncomplete,
    /// The applicant cannot apply for it.
    NotEntitled,
}

keys!(Ground {
    NotNeeded = "not_needed",
    OtherOffice = "other_office",
    StillIncomplete = "still_incomplete",
    NotEntitled = "not_entitled",
});

/// How an office ends a case without deciding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 作废办结: it should not be there, such as one of two alike.
    Void,
    /// 删除办结: the portal made a mistake.
    TechnicalError,
    /// 转报办结: an office of another level decides; the reason names it.
    Transferred,
}

keys!(Ending {
    Void = "void",
    TechnicalError = "technical_error",
    Transferred = "transferred",
});

/// How a result reaches the applicant (送达).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// As an electronic certificate in the wallet.
    Certificate,
    /// As a decision that the applicant reads.
    Decision,
    /// Handed over at the counter.
    Counter,
    /// By post.
    Post,
}

keys!(Delivery {
    Certificate = "certificate",
    Decision = "decision",
    Counter = "counter",
    Post = "post",
});

/// 办结结果, as other platforms number it. All but the first need a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultCode {
    /// 出证办结, 准予.
    Granted = 0,
    /// 不予许可.
    Refused = 1,
    /// 作废办结.
    Void = 2,
    /// 删除办结.
    Deleted = 3,
    /// 转报办结.
    Transferred = 4,
    /// 退件: corrections never came, or the applicant gave up.
    Returned = 5,
    /// 不予受理.
    NotAccepted = 6,
}

keys!(ResultCode {
    Granted = "granted",
    Refused = "refused",
    Void = "void",
    Deleted = "deleted",
    Transferred = "transferred",
    Returned = "returned",
    NotAccepted = "not_accepted",
});

impl ResultCode {
    /// The number of the exchange.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl CaseState {
    /// How the case ended; `None` while it has not.
    pub const fn result(&self) -> Option<ResultCode> {
        Some(match self {
            Self::Approved { .. } | Self::Delivered { .. } => ResultCode::Granted,
            Self::Settled { granted: 0, .. } => ResultCode::Refused,
            Self::Settled { .. } => ResultCode::Granted,
            Self::Rejected { .. } => ResultCode::Refused,
            Self::NotAccepted { .. } => ResultCode::NotAccepted,
            Self::Withdrawn { .. } => ResultCode::Returned,
            Self::Closed { ending, .. } => match ending {
                Ending::Void => ResultCode::Void,
                Ending::TechnicalError => ResultCode::Deleted,
                Ending::Transferred => ResultCode::Transferred,
            },
            Self::Draft
            | Self::Prechecking { .. }
            | Self::Returned { .. }
            | Self::Submitted { .. }
            | Self::CorrectionRequested { .. }
            | Self::Accepted { .. }
            | Self::Suspended { .. }
            | Self::Proposed { .. } => return None,
        })
    }
}
