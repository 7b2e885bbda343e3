//! The only place that reads the time.

use std::sync::Mutex;
use std::sync::PoisonError;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// Source of the present instant. Everything else takes `now` as an argument.
pub trait Clock: Send + Sync + 'static {
    /// The present instant, of millisecond precision, so that what is written to a database and
    /// read back is equal.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock that everybody is to ask"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }
}

/// The machine's clock, so many days behind: what happens now has happened long ago for whoever looks with the
/// right time. For demonstrations of what is late.
#[derive(Clone, Copy, Debug)]
pub struct PastClock {
    /// How many days.
    pub days: u16,
}

impl Clock for PastClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() - TimeDelta::days(self.days.into())
    }
}

/// A clock that stands still until it is moved. For tests and demonstrations.
#[derive(Debug)]
pub struct ManualClock(Mutex<DateTime<Utc>>);

impl ManualClock {
    /// A clock that stands at `at`.
    #[must_use]
    pub fn new(at: DateTime<Utc>) -> Self {
        Self(Mutex::new(at.trunc_subsecs(3)))
    }

    /// Moves the clock by `by`; a negative span moves it back.
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// Sets the clock to `at`.
    pub fn set(&self, at: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at.trunc_subsecs(3);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
