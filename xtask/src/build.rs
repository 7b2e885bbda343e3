//! `cargo xtask build`: the site and the binary.

use anyhow::Result;
use clap::Args;

use crate::project::{Profile, Project};
use crate::{shell, site};

/// Builds WebAssembly, CSS and the binary `tongban`.
#[derive(Args)]
pub struct Options {
    /// Optimise for speed; takes many minutes.
    #[arg(long)]
    release: bool,
}

/// Runs the command.
///
/// # Errors
/// When anything does not compile.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.release {
        Profile::Release
    } else {
        Profile::Debug
    };
    all(project, profile)?;
    println!("{}", project.binary(profile).display());
    Ok(())
}

/// The site first, since a release binary carries it inside.
///
/// # Errors
/// When anything does not compile.
pub fn all(project: &Project, profile: Profile) -> Result<()> {
    with_examples(project, profile, &[])
}

/// As [`all`], and programs of `server/examples` that measure and check it.
///
/// # Errors
/// When anything does not compile.
pub fn with_examples(project: &Project, profile: Profile, examples: &[&str]) -> Result<()> {
    site::build(project, profile)?;
    binary(project, profile, examples)
}

/// The binary. Naming the binary instead of its package keeps the selection of crates, and with
/// it their features, the same as in every other call: nothing is compiled twice.
fn binary(project: &Project, profile: Profile, examples: &[&str]) -> Result<()> {
    let mut cargo = project.cargo("build");
    cargo.args(["--bin", "tongban"]);
    for example in examples {
        cargo.args(["--example", example]);
    }
    profile.apply(&mut cargo);
    shell::run(&mut cargo)
}
