//! How often and until when a matter is evaluated: once, followed up once, and by default when nobody
//! says anything.

use chrono::{DateTime, NaiveDate, Utc};

use super::{EvaluationChannel, Level};
use crate::calendar::{Calendar, TimeLimit, civil_date};

/// How long after the first evaluation a follow-up (追评) is taken. No rule fixes it; two months let a
/// rectification of fifteen working days with its second look end first, also around a long holiday.
pub const FOLLOW_UP_WITHIN: TimeLimit = TimeLimit::natural_days(60);

/// How long after its end a matter waits for a word before it gets a default review (系统默认). No rule
/// fixes it; a month leaves whoever wants to say something time to use the result first.
pub const DEFAULT_AFTER: TimeLimit = TimeLimit::natural_days(30);

/// One of the two times that somebody rates a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// How satisfied.
    pub level: Level,
    /// When.
    pub at: DateTime<Utc>,
    /// Where.
    pub channel: EvaluationChannel,
}

/// What somebody has said about one matter (一事一评): the first time is count 1 of the national
/// interface, the follow-up count 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    /// The evaluation.
    pub first: Given,
    /// What was said later; it may be better or worse.
    pub follow_up: Option<Given>,
}

/// Why a follow-up is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FollowUpRefusal {
    /// There is one already.
    #[error("followed up already")]
    AlreadyGiven,
    /// [`FOLLOW_UP_WITHIN`] is over.
    #[error("the time for a follow-up is over")]
    TooLate,
    /// The review is struck out, or about to be: then an appeal is the way.
    #[error("the review is being looked at")]
    StruckOut,
}

keys!(FollowUpRefusal {
    AlreadyGiven = "follow-up-refusal-already-given",
    TooLate = "follow-up-refusal-too-late",
    StruckOut = "follow-up-refusal-struck-out",
});

impl Evaluation {
    /// The level that counts: the latest.
    pub fn level(&self) -> Level {
        self.follow_up.unwrap_or(self.first).level
    }

    /// The last day for a follow-up.
    pub fn follow_up_until(&self, calendar: &Calendar) -> NaiveDate {
        FOLLOW_UP_WITHIN
            .due(civil_date(self.first.at), calendar)
            .date
    }

    /// Whether a follow-up can be given on a day.
    ///
    /// # Errors
    /// Why not.
    pub fn check_follow_up(
        &self,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> Result<(), FollowUpRefusal> {
        if self.follow_up.is_some() {
            return Err(FollowUpRefusal::AlreadyGiven);
        }
        if today > self.follow_up_until(calendar) {
            return Err(FollowUpRefusal::TooLate);
        }
        Ok(())
    }
}
