//! `cargo xtask axe`: accessibility of every page in every mode, language and width.

use anyhow::{Result, bail};
use clap::Args;

use crate::project::{Profile, Project};
use crate::{build, tools};

/// Looks at pages with axe: all pairs of page, mode, language and width, as `cargo xtask test` does.
#[derive(Args)]
pub struct Options {
    /// Not only all pairs but every combination, which takes about a quarter of an hour.
    #[arg(long)]
    all: bool,
    /// Only pages with these parts of their names (end2end/support/pages.mjs).
    pages: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// When a page has a problem.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    build::all(project, Profile::Debug)?;
    let kind = if options.all { "axe-all" } else { "axe" };
    let mut node = tools::browser_checks(project, "end2end/walk.mjs")?;
    let status = node.arg(kind).args(&options.pages).status()?;
    if !status.success() {
        bail!("some pages have problems");
    }
    Ok(())
}
