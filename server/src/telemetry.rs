//! The log: lines for people or one JSON object a line, on standard error.
//!
//! What never stands in it: bodies, query strings, cookies, names, numbers of people or cases. An
//! address is logged as the pattern of its route (`/cases/{id}`), never as it was asked for.

mod writer;

use std::io::{self, IsTerminal as _};
use std::panic::{self, PanicHookInfo};

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};
use writer::Lines;

/// The log of the process; what still waits is written when it is dropped.
#[must_use = "lines that still wait are lost when the log is not dropped at the end"]
pub struct Telemetry(Lines);

impl Drop for Telemetry {
    fn drop(&mut self) {
        self.0.write_out();
    }
}

/// Starts the log, and lets panics be part of it.
///
/// # Errors
/// When the level is no filter (settings that were loaded have been checked for that), when the process
/// has a log already, or when the system gives no thread.
pub fn start(log: &Log) -> anyhow::Result<Telemetry> {
    let filter = EnvFilter::try_new(&log.level)?;
    let lines = Lines::start()?;
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(lines.clone());
    let started = match log.format {
        LogFormat::Human => subscriber.try_init(),
        LogFormat::Json => subscriber
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("the log cannot be started: {error}"))?;
    panic::set_hook(Box::new(log_panic));
    Ok(Telemetry(lines))
}

/// A panic is a mistake of the program. Its place is logged; its message can hold what somebody typed,
/// so it is for those who search.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    tracing::error!(place, "the program made a mistake");
    if let Some(message) = panic.payload_as_str() {
        tracing::debug!(message, "what the mistake says");
    }
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
