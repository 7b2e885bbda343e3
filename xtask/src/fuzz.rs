//! `cargo xtask fuzz`: made-up input for every parser that reads what others send.

use anyhow::Result;
use clap::Args;

use crate::project::{Profile, Project};
use crate::shell;

/// Throws made-up input at parsers.
#[derive(Args)]
pub struct Options {
    /// Runs of each parser.
    #[arg(long, default_value_t = 1_000_000)]
    runs: u64,
    /// Where chance begins; the same number gives the same input.
    #[arg(long, default_value_t = 20_261_121)]
    seed: u64,
}

/// The parsers, as the example `fuzz` of the portal names them.
const PARSERS: [&str; 3] = ["expression", "definition", "upload"];

/// Runs the command.
///
/// # Errors
/// When an input makes a parser panic or take longer than it may.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    for parser in PARSERS {
        let mut cargo = project.cargo("run");
        Profile::Release.apply(&mut cargo);
        // Not `-p portal`: that would be another selection of features, compiled anew.
        cargo.args(["--quiet", "--example", "fuzz", "--", parser]);
        cargo.args([options.runs.to_string(), options.seed.to_string()]);
        shell::run(&mut cargo)?;
    }
    Ok(())
}
