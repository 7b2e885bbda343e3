//! The log: lines for people or one JSON object a line, on standard error.
//!
//! What never stands in it: bodies, query strings, cookies, names, numbers of people or cases. An
//! address is logged as the pattern of its route (`/cases/{id}`), never as it was asked for.

use std::io;

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Starts the log. Does nothing when the process has one already, as in tests.
///
/// # Errors
/// When `level` is no filter; settings that were loaded have been checked for that.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&log.level)?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr);
    let started = match log.format {
        LogFormat::Human => lines.with_target(true).try_init(),
        LogFormat::Json => lines
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .try_init(),
    };
    if started.is_err() {
        tracing::debug!("the process has a log already");
    }
    Ok(())
}

/// Whether `level` says what it seems to: levels and `target=level` pairs. A bare word that is no
/// level would count as a target and silence everything else.
#[must_use]
pub fn understands(level: &str) -> bool {
    const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];
    EnvFilter::try_new(level).is_ok()
        && level.split(',').all(|part| {
            let part = part.trim();
            part.contains('=') || LEVELS.contains(&part.to_ascii_lowercase().as_str())
        })
}
