//! `cargo xtask bench`: measures, and writes what it found to `bench/results/`.
//!
//! Machines differ and are noisy, so rivals take turns within one run and only ratios are promised.
//! A bench succeeds when it ran; whether a target was met stands in its rows.

mod cases;
pub mod citizen;
pub mod forms;
pub mod http;
mod large_form;
mod lighthouse;
mod machine;
mod pages;
mod portal;
mod process;
mod results;
mod statistics;
mod submit;
mod visible;
mod wrk;

pub use portal::{Installation, Manner, Running};

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::project::Project;

/// Measures the portal.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Cases(cases::Options),
    Pages(pages::Options),
    Submit(submit::Options),
    Forms(large_form::Options),
    Lighthouse(lighthouse::Options),
}

/// Runs the command.
///
/// # Errors
/// When something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    match &options.what {
        What::Cases(options) => cases::run(project, options),
        What::Pages(options) => pages::run(project, options),
        What::Forms(options) => large_form::run(project, options),
        What::Submit(options) => submit::run(project, options),
        What::Lighthouse(options) => lighthouse::run(project, options),
    }
}
