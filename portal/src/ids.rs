//! Identifiers of rows.

use chrono::{DateTime, Utc};
use uuid::{NoContext, Timestamp, Uuid};

/// A fresh UUIDv7 as text. Ids of later milliseconds sort after earlier ones, which keeps the
/// primary-key index growing at one end; they say nothing about how many rows there are.
#[must_use]
pub fn new(now: DateTime<Utc>) -> String {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let timestamp = Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos());
    Uuid::new_v7(timestamp).to_string()
}
