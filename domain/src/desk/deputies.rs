//! Who stands in for whom (代理). Nothing is moved: what is an absent officer's stays theirs, and their deputy
//! sees it too, for as long as it lasts.

use chrono::{Days, NaiveDate};

use crate::AccountId;

/// Most days of one absence; who is away for longer has another post.
pub const MAX_ABSENCE_DAYS: u64 = 366;

/// A time in which another officer stands in for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who is away.
    pub officer: AccountId,
    /// Who stands in.
    pub deputy: AccountId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// What is wrong with an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AbsenceProblem {
    /// Nobody stands in for themselves.
    #[error("nobody stands in for themselves")]
    Oneself,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBefore,
    /// It is over already.
    #[error("it is over already")]
    Over,
    /// It is longer than [`MAX_ABSENCE_DAYS`].
    #[error("it is too long")]
    TooLong,
    /// The officer is away on some of these days already.
    #[error("it overlaps another absence")]
    Overlaps,
}

keys!(AbsenceProblem {
    Oneself = "absence-oneself",
    EndsBefore = "absence-ends-before",
    Over = "absence-over",
    TooLong = "absence-too-long",
    Overlaps = "absence-overlaps",
});

impl Absence {
    /// Whether this day belongs to it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Looks at a new absence beside those that the same officer has.
    pub fn check(&self, others: &[Self], today: NaiveDate) -> Result<(), AbsenceProblem> {
        if self.officer == self.deputy {
            return Err(AbsenceProblem::Oneself);
        }
        if self.until < self.from {
            return Err(AbsenceProblem::EndsBefore);
        }
        if self.until < today {
            return Err(AbsenceProblem::Over);
        }
        let last = self.from.checked_add_days(Days::new(MAX_ABSENCE_DAYS - 1));
        if last.is_none_or(|last| self.until > last) {
            return Err(AbsenceProblem::TooLong);
        }
        let meets = |other: &Self| other.from <= self.until && self.from <= other.until;
        let mut own = others.iter().filter(|other| other.officer == self.officer);
        if own.any(meets) {
            return Err(AbsenceProblem::Overlaps);
        }
        Ok(())
    }
}

/// For whom this officer stands in on a day. It ends there: what they stood in for themselves does not come
/// along.
pub fn stands_in_for<'a>(
    officer: &AccountId,
    absences: &'a [Absence],
    day: NaiveDate,
) -> Vec<&'a AccountId> {
    let theirs = absences
        .iter()
        .filter(|one| one.deputy == *officer && one.covers(day));
    theirs.map(|one| &one.officer).collect()
}
