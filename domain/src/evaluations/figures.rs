//! The figures of evaluations, from counts. Where there is nothing to divide by there is no figure.

use super::Level;

/// Keys of the states in which a case has ended and can be rated, where it is no part of a joint application;
/// see [`Case::can_be_rated`](crate::cases::Case::can_be_rated).
pub const RATED_STATES: [&str; 4] = ["rejected", "not_accepted", "delivered", "settled"];

/// Real evaluations from which on levels are published: with fewer, whoever handled the cases could
/// guess who said what.
pub const SHOWN_FROM: u64 = 5;

/// A part of a whole. The whole is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
}

impl Share {
    /// A share; none of nothing.
    pub const fn of(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            None
        } else {
            Some(Self { part, whole })
        }
    }

    /// In tenths of a per cent, rounded to the nearest: 1000 is all.
    pub fn per_mille(self) -> u64 {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let rounded = (part * 1000 + whole / 2) / whole.max(1);
        u64::try_from(rounded).unwrap_or(u64::MAX)
    }
}

/// What was counted for an item, a department or the city in some time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Matters that came to an end.
    pub finished: u64,
    /// Real evaluations that count, by [`Level::platform_code`] less one: the worst first. Of an
    /// evaluation that was followed up, the follow-up counts.
    pub levels: [u64; 5],
    /// Default reviews (系统默认), kept apart from real ones.
    pub by_default: u64,
    /// Reviews that were struck out (不予采信).
    pub struck_out: u64,
    /// What became of bad reviews.
    pub bad: BadReviews,
}

/// Bad reviews that count, by what became of them. Struck out ones do not count, and those that a
/// follow-up raised before anything was put right are bad no more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BadReviews {
    /// All.
    pub valid: u64,
    /// Put right.
    pub corrected: u64,
    /// Put right in time.
    pub in_time: u64,
    /// Put right, ended or overdue: those whose time has come.
    pub due: u64,
}

impl Tally {
    /// Counts evaluations of a level.
    pub fn add(&mut self, level: Level, count: u64) {
        self.levels[usize::from(level.platform_code() - 1)] += count;
    }

    /// Evaluations of a level.
    pub fn of(&self, level: Level) -> u64 {
        self.levels[usize::from(level.platform_code() - 1)]
    }

    /// Real evaluations that count.
    pub fn real(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// 主动评价率: real evaluations of all finished matters, struck out ones included, since somebody did
    /// say something.
    pub fn response(&self) -> Option<Share> {
        let given = (self.real() + self.struck_out).min(self.finished);
        Share::of(given, self.finished)
    }

    /// 好评率: levels 5, 4 and 3 of the real evaluations that count.
    pub fn good(&self) -> Option<Share> {
        let good = Level::ALL
            .into_iter()
            .filter(|level| !level.is_bad())
            .map(|level| self.of(level))
            .sum();
        Share::of(good, self.real())
    }

    /// Mean level of the real evaluations that count, in hundredths: 500 is best.
    pub fn mean(&self) -> Option<u64> {
        let sum: u64 = (1..)
            .zip(self.levels)
            .map(|(code, count)| code * count)
            .sum();
        let real = self.real();
        (sum * 100 + real / 2).checked_div(real)
    }

    /// 差评整改率: bad reviews that were put right, of those that count.
    pub const fn corrected(&self) -> Option<Share> {
        Share::of(self.bad.corrected, self.bad.valid)
    }

    /// 按期整改率: bad reviews that were put right in time, of those whose time has come, so that what was
    /// never put right is not left out.
    pub const fn in_time(&self) -> Option<Share> {
        Share::of(self.bad.in_time, self.bad.due)
    }

    /// Whether enough people have spoken for levels to be published, see [`SHOWN_FROM`].
    pub fn is_public(&self) -> bool {
        self.real() >= SHOWN_FROM
    }

    /// Whether the items behind it were evaluated at all, by default too.
    pub fn is_covered(&self) -> bool {
        self.real() + self.by_default + self.struck_out > 0
    }

    /// 覆盖率: items with a review of any kind, of the items that were used.
    pub fn coverage<'a>(items: impl IntoIterator<Item = &'a Self>) -> Option<Share> {
        let (mut covered, mut used) = (0, 0);
        for item in items
            .into_iter()
            .filter(|item| item.finished > 0 || item.is_covered())
        {
            used += 1;
            covered += u64::from(item.is_covered());
        }
        Share::of(covered, used)
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.finished += other.finished;
        for (sum, more) in self.levels.iter_mut().zip(other.levels) {
            *sum += more;
        }
        self.by_default += other.by_default;
        self.struck_out += other.struck_out;
        self.bad.valid += other.bad.valid;
        self.bad.corrected += other.bad.corrected;
        self.bad.in_time += other.bad.in_time;
        self.bad.due += other.bad.due;
    }
}
