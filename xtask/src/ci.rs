//! `cargo xtask ci`: the rules of the house without the tests.

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use crate::{steps, test};

/// Checks formatting, crate arrows, house rules, contrasts, criteria, licences and budgets.
#[derive(Args)]
pub struct Options {
    /// Only these steps, separated by commas.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// When a rule is broken.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let all = [
        test::steps::FORMAT,
        test::steps::ARROWS,
        test::steps::RULES,
        test::steps::CONTRAST,
        test::steps::CRITERIA,
        test::steps::LICENCES,
        test::steps::SITE,
        test::steps::BUDGETS,
    ];
    steps::run(project, &steps::choose(&all, &options.only)?)
}
