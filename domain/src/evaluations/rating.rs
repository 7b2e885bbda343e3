//! What an evaluation says: level, options, words, and where it was given.

use serde::{Deserialize, Serialize};

use crate::cases::Party;

/// Most characters of a comment.
pub const MAX_COMMENT_CHARS: usize = 500;

/// How satisfied somebody was. GB/T 39046 and the national interface number the levels in opposite
/// directions, so the number is chosen only at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 非常满意.
    VerySatisfied,
    /// 满意.
    Satisfied,
    /// 基本满意.
    Acceptable,
    /// 不满意.
    Dissatisfied,
    /// 非常不满意.
    VeryDissatisfied,
}

keys!(Level {
    VerySatisfied = "evaluation-level-very-satisfied",
    Satisfied = "evaluation-level-satisfied",
    Acceptable = "evaluation-level-acceptable",
    Dissatisfied = "evaluation-level-dissatisfied",
    VeryDissatisfied = "evaluation-level-very-dissatisfied",
});

impl Level {
    /// The name of a level in a form: the last words of its key.
    pub fn short_name(self) -> &'static str {
        self.key().trim_start_matches("evaluation-level-")
    }

    /// The level with such a name.
    pub fn from_short_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| level.short_name() == name)
    }

    /// The number in the national 好差评 interface and in our columns: 5 is best.
    pub const fn platform_code(self) -> u8 {
        match self {
            Self::VerySatisfied => 5,
            Self::Satisfied => 4,
            Self::Acceptable => 3,
            Self::Dissatisfied => 2,
            Self::VeryDissatisfied => 1,
        }
    }

    /// The number in GB/T 39046 table A.8: 1 is best.
    pub const fn standard_code(self) -> u8 {
        6 - self.platform_code()
    }

    /// The level with this number of the national interface.
    pub fn from_platform_code(code: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| level.platform_code() == code)
    }

    /// The level with this number of GB/T 39046.
    pub fn from_standard_code(code: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| level.standard_code() == code)
    }

    /// Whether it is a bad review (差评), which the office must look into.
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Dissatisfied | Self::VeryDissatisfied)
    }
}

/// What can be ticked for a level, as numbered in the national interface.
pub const fn options(level: Level) -> &'static [u16] {
    match level {
        Level::VerySatisfied => &[510, 511, 512, 513, 514, 515, 516, 517],
        Level::Satisfied => &[406, 407, 408, 409, 410, 411, 412, 413],
        Level::Acceptable => &[307, 308, 309, 310, 311, 312, 313, 314],
        Level::Dissatisfied => &[207, 208, 209, 210, 211, 212, 213, 214],
        Level::VeryDissatisfied => &[108, 109, 110, 111, 112, 113, 114, 115],
    }
}

/// Where an evaluation was given (评价渠道), numbered as in the national interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationChannel {
    /// 电脑端.
    Web = 1,
    /// 移动端.
    Mobile = 2,
    /// 二维码.
    QrCode = 3,
    /// 大厅平板.
    HallTablet = 4,
    /// 大厅其他终端, such as a kiosk.
    Kiosk = 5,
    /// 短信.
    Message = 6,
    /// 系统默认: nobody said anything. Never counted among real evaluations.
    Default = 7,
}

keys!(EvaluationChannel {
    Web = "evaluation-channel-web",
    Mobile = "evaluation-channel-mobile",
    QrCode = "evaluation-channel-qr-code",
    HallTablet = "evaluation-channel-hall-tablet",
    Kiosk = "evaluation-channel-kiosk",
    Message = "evaluation-channel-message",
    Default = "evaluation-channel-default",
});

impl EvaluationChannel {
    /// The number in the national interface.
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The channel with this number.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// Its name in a link: the last words of its key.
    pub fn short_name(self) -> &'static str {
        self.key().trim_start_matches("evaluation-channel-")
    }

    /// The channel that a link says it was given out by: a code on paper, a tablet in the hall, a short
    /// message. All others are known from the device, so a link cannot claim them.
    pub fn of_link(name: &str) -> Option<Self> {
        [Self::QrCode, Self::HallTablet, Self::Message]
            .into_iter()
            .find(|channel| channel.short_name() == name)
    }
}

/// Whether this party may say how satisfied it was: whoever applied, in person and alone. An officer who
/// serves somebody at a counter may not do it for them, since nobody rates an office freely through that
/// office's own hands (国办发〔2019〕51号 forbids to rate for others or to prompt them).
pub const fn may_rate(by: &Party) -> bool {
    matches!(by, Party::Applicant(_))
}

/// Why an evaluation is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationProblem {
    /// An option that does not belong to the level.
    #[error("an option does not belong to the level")]
    UnknownOption,
    /// The same option twice.
    #[error("an option is ticked twice")]
    RepeatedOption,
    /// The comment is longer than [`MAX_COMMENT_CHARS`].
    #[error("the comment is too long")]
    CommentTooLong,
}

keys!(EvaluationProblem {
    UnknownOption = "evaluation-problem-unknown-option",
    RepeatedOption = "evaluation-problem-repeated-option",
    CommentTooLong = "evaluation-problem-comment-too-long",
});

/// Checks an evaluation. Options and comment are free to leave out, for a bad review too: nothing may
/// be forced.
pub fn check_evaluation(
    level: Level,
    chosen: &[u16],
    comment: &str,
) -> Result<(), EvaluationProblem> {
    let possible = options(level);
    if chosen.iter().any(|option| !possible.contains(option)) {
        return Err(EvaluationProblem::UnknownOption);
    }
    if (1..chosen.len()).any(|place| chosen[..place].contains(&chosen[place])) {
        return Err(EvaluationProblem::RepeatedOption);
    }
    if comment.chars().count() > MAX_COMMENT_CHARS {
        return Err(EvaluationProblem::CommentTooLong);
    }
    Ok(())
}
