//! What becomes of a bad review (差评整改): the states and what leads from one to the next.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::{DueDate, TimeLimit};
use crate::cases::Light;
use crate::{AccountId, DepartmentCode};

/// The time that everybody has. All but the first are local practice, so they are data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// To get in touch and look into it (国办发〔2019〕51号: within one working day).
    pub contact: TimeLimit,
    /// To put right at once what is clear and reasonable, from the contact on, or to give it a date.
    pub at_once: TimeLimit,
    /// The longest date that a plan may give what is complex, in working days.
    pub complex: u32,
    /// For somebody else to verify what was put right.
    pub verify: TimeLimit,
    /// For the one who rated to answer the second look; silence ends it.
    pub second_look: TimeLimit,
    /// For a second officer to decide on a proposal to strike out.
    pub strike: TimeLimit,
    /// For the one who rated to appeal against it.
    pub appeal: TimeLimit,
    /// For somebody else again to decide on the appeal.
    pub appeal_decision: TimeLimit,
}

/// The limits in use.
pub const LIMITS: Limits = Limits {
    contact: TimeLimit::working_days(1),
    at_once: TimeLimit::working_days(1),
    complex: 15,
    verify: TimeLimit::working_days(3),
    second_look: TimeLimit::natural_days(15),
    strike: TimeLimit::working_days(3),
    appeal: TimeLimit::natural_days(15),
    appeal_decision: TimeLimit::working_days(5),
};

/// Why a review is not taken into account (不予采信); its number by ground is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrikeGround {
    /// 恶意差评: meant to harm or to gain something.
    Malicious,
    /// 与事实不符: what it says was looked into and is not so.
    Untrue,
    /// 误评: another matter, department or level was meant.
    Mistaken,
    /// 与本次服务无关.
    Unrelated,
}

keys!(StrikeGround {
    Malicious = "malicious",
    Untrue = "untrue",
    Mistaken = "mistaken",
    Unrelated = "unrelated",
});

/// How a rectification ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The one who rated is content with it.
    Content,
    /// Not content, after it went back once.
    NotContent,
    /// No answer to the second look.
    NoAnswer,
}

/// Where a rectification stands. `at` is always the instant of the step into the state; `again` means
/// that the one who rated was not content with a first try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum RectificationState {
    /// The department has to get in touch.
    Opened {
        /// Since when.
        at: DateTime<Utc>,
        /// Last day to get in touch.
        due: DueDate,
        /// The second try.
        again: bool,
    },
    /// It was looked into: to be put right at once, or to be given a date.
    Contacted {
        /// Since when.
        at: DateTime<Utc>,
        /// Last day for either.
        due: DueDate,
        /// The second try.
        again: bool,
    },
    /// Too complex for now; it will be put right until a date that the one who rated was told.
    Planned {
        /// Since when.
        at: DateTime<Utc>,
        /// That date.
        due: DueDate,
        /// The second try.
        again: bool,
    },
    /// Put right, says who did it; somebody else has to verify that.
    Corrected {
        /// Since when.
        at: DateTime<Utc>,
        /// Who did it.
        by: AccountId,
        /// Last day to verify.
        due: DueDate,
        /// The second try.
        again: bool,
        /// Whether it was in time.
        in_time: bool,
    },
    /// 回访: the one who rated is asked whether it was put right.
    SecondLook {
        /// Since when.
        at: DateTime<Utc>,
        /// Last day for an answer.
        due: DueDate,
        /// The second try.
        again: bool,
        /// Whether it was put right in time.
        in_time: bool,
    },
    /// An officer says that the review should not count. The clock of the rectification runs on.
    StrikeProposed {
        /// Since when.
        at: DateTime<Utc>,
        /// Who says so.
        by: AccountId,
        /// Why.
        ground: StrikeGround,
        /// Last day for a second officer to decide.
        due: DueDate,
        /// Where it goes on when the second officer does not agree.
        before: Box<Self>,
    },
    /// 不予采信: two officers agree that it does not count.
    StruckOut {
        /// Since when.
        at: DateTime<Utc>,
        /// The two officers.
        by: [AccountId; 2],
        /// Why.
        ground: StrikeGround,
        /// Last day to appeal; none when an appeal was decided.
        appeal_until: Option<DueDate>,
    },
    /// The one who rated does not accept that.
    Appealed {
        /// Since when.
        at: DateTime<Utc>,
        /// The two officers who struck it out.
        by: [AccountId; 2],
        /// Why they did.
        ground: StrikeGround,
        /// Last day for a third to decide.
        due: DueDate,
    },
    /// A follow-up has raised the level, so that nothing is left to put right.
    Raised {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Done.
    Closed {
        /// Since when.
        at: DateTime<Utc>,
        /// How it ended.
        ending: Ending,
        /// Whether it was put right in time.
        in_time: bool,
    },
}

impl RectificationState {
    /// Keys of all states, in the order of the work.
    pub const KEYS: [&'static str; 10] = [
        "opened",
        "contacted",
        "planned",
        "corrected",
        "second_look",
        "strike_proposed",
        "struck_out",
        "appealed",
        "raised",
        "closed",
    ];

    /// Keys of the states in which the office has to do something.
    pub const WITH_OFFICE: [&'static str; 6] = [
        "opened",
        "contacted",
        "planned",
        "corrected",
        "strike_proposed",
        "appealed",
    ];

    /// The stable name of the state, as in columns and texts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Contacted { .. } => "contacted",
            Self::Planned { .. } => "planned",
            Self::Corrected { .. } => "corrected",
            Self::SecondLook { .. } => "second_look",
            Self::StrikeProposed { .. } => "strike_proposed",
            Self::StruckOut { .. } => "struck_out",
            Self::Appealed { .. } => "appealed",
            Self::Raised { .. } => "raised",
            Self::Closed { .. } => "closed",
        }
    }

    /// When the next step is due, whoever has to take it.
    pub const fn due(&self) -> Option<DueDate> {
        match self {
            Self::Opened { due, .. }
            | Self::Contacted { due, .. }
            | Self::Planned { due, .. }
            | Self::Corrected { due, .. }
            | Self::SecondLook { due, .. }
            | Self::StrikeProposed { due, .. }
            | Self::Appealed { due, .. } => Some(*due),
            Self::StruckOut { appeal_until, .. } => *appeal_until,
            Self::Raised { .. } | Self::Closed { .. } => None,
        }
    }

    /// Whether the office has to take the next step.
    pub fn is_with_office(&self) -> bool {
        Self::WITH_OFFICE.contains(&self.key())
    }

    /// Whether nothing is left to do: only then may whoever handled the case learn who rated it.
    pub fn is_dealt_with(&self, today: NaiveDate) -> bool {
        match self {
            Self::Raised { .. } | Self::Closed { .. } => true,
            Self::StruckOut { appeal_until, .. } => {
                appeal_until.is_none_or(|until| today > until.date)
            }
            _ => false,
        }
    }

    /// The ground on which the review does not count now; an appeal alone does not bring it back.
    pub const fn struck_out(&self) -> Option<StrikeGround> {
        match self {
            Self::StruckOut { ground, .. } | Self::Appealed { ground, .. } => Some(*ground),
            _ => None,
        }
    }

    /// Whether the bad review was put right, and then whether in time. Who is not content in the end has
    /// the last word.
    pub const fn corrected(&self) -> Option<bool> {
        match self {
            Self::Corrected { in_time, .. }
            | Self::SecondLook { in_time, .. }
            | Self::Closed {
                in_time,
                ending: Ending::Content | Ending::NoAnswer,
                ..
            } => Some(*in_time),
            _ => None,
        }
    }

    /// How urgent it is for the office with `days_left` working days; blue while it waits for the one
    /// who rated.
    pub fn light(&self, days_left: Option<i64>) -> Light {
        match days_left {
            _ if matches!(self, Self::SecondLook { .. }) => Light::Blue,
            _ if !self.is_with_office() => Light::Green,
            Some(days) if days < 0 => Light::Red,
            // The first limit is one working day, so "soon" means today.
            Some(0) => Light::Yellow,
            _ => Light::Green,
        }
    }
}

/// A rectification: what a department does about one bad review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectification {
    /// The department that was rated.
    pub department: DepartmentCode,
    /// Who rated it. Every account is one of a known person (实名), so everybody gets the second look.
    pub author: AccountId,
    /// Where it stands.
    pub state: RectificationState,
    /// Number of steps so far; tells a stale page from a fresh one.
    pub revision: u32,
}
