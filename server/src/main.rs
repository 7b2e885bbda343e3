//! The binary `tongban`.

use std::process::ExitCode;

use clap::Parser as _;
use server::cli::Cli;
use server::verbs;

#[tokio::main]
async fn main() -> ExitCode {
    verbs::run(Cli::parse()).await
}
