//! The build driver: `cargo xtask build | serve | test | ci | axe | bench | crash | fuzz`.
//!
//! One file a command. What commands share stands beside them: [`site`] makes the files that browsers
//! load, [`checks`] holds the rules of the house, [`tools`] installs what a fresh machine lacks.
#![expect(clippy::print_stdout, reason = "a command line tool talks to its user")]

mod axe;
mod bench;
mod build;
mod checks;
mod ci;
mod crash;
mod fuzz;
mod postgres;
mod project;
mod serve;
mod shell;
mod site;
mod steps;
mod test;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use project::Project;

/// Builds, serves, tests and checks Tongban.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Options),
    Serve(serve::Options),
    Test(test::Options),
    Ci(ci::Options),
    Axe(axe::Options),
    Fuzz(fuzz::Options),
    Bench(bench::Options),
    Crash(crash::Options),
}

fn main() -> ExitCode {
    let project = Project::here();
    let outcome = match Arguments::parse().command {
        Command::Build(options) => build::run(&project, &options),
        Command::Serve(options) => serve::run(&project, &options),
        Command::Test(options) => test::run(&project, &options),
        Command::Ci(options) => ci::run(&project, &options),
        Command::Axe(options) => axe::run(&project, &options),
        Command::Fuzz(options) => fuzz::run(&project, &options),
        Command::Bench(options) => bench::run(&project, &options),
        Command::Crash(options) => crash::run(&project, &options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // After a run of steps the counts stay the last line.
            if !error.is::<steps::Failed>() {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}
