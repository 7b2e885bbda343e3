//! What a verb tells the person who called it, on standard output. Everything else is log.

use std::fmt::Display;

/// Prints one line.
#[expect(
    clippy::print_stdout,
    reason = "the answer of a verb is its output; this is the one place that prints"
)]
pub fn say(line: impl Display) {
    println!("{line}");
}
