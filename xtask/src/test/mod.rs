//! `cargo xtask test`: everything that can be checked on this machine.

mod counts;
pub mod steps;

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use crate::steps::{Step, choose};

/// Formats, lints, tests and walks through the portal in a browser.
#[derive(Args)]
pub struct Options {
    /// Only these steps, separated by commas: fmt, arrows, rules, contrast, criteria, licences, clippy,
    /// clippy-wasm, tests, site, budgets, runner, axe, pages, journeys.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

/// What is quick and fails often comes first.
const STEPS: [Step; 15] = [
    steps::FORMAT,
    steps::ARROWS,
    steps::RULES,
    steps::CONTRAST,
    steps::CRITERIA,
    steps::LICENCES,
    steps::CLIPPY,
    steps::CLIPPY_WASM,
    steps::TESTS,
    steps::SITE,
    steps::BUDGETS,
    steps::RUNNER,
    steps::AXE,
    steps::PAGES,
    steps::JOURNEYS,
];

/// Runs the command.
///
/// # Errors
/// When anything failed.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    crate::steps::run(project, &choose(&STEPS, &options.only)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_can_be_asked_for_alone() {
        for step in STEPS {
            let chosen = choose(&STEPS, &[step.name.to_owned()]).unwrap();
            assert_eq!(chosen.len(), 1, "{}", step.name);
        }
    }
}
