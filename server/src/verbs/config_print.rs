//! `tongban config print`

use crate::config::DEFAULTS;
use crate::say::say;

/// Prints the file of defaults.
pub fn run() {
    say(DEFAULTS.trim_end());
}
