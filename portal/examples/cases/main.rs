//! `cases DATABASE COUNT [FOLDER]`: fills a database with cases and times what people do with them.
//!
//! The database is a migrated one that holds the demonstration city or is still empty. One line of JSON for
//! each thing that was measured: its name, the value, the unit.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a program for developers, which reports and stops"
)]

mod city;
mod fill;
mod lives;
mod past;
mod people;
mod time;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(database), Some(count)) = (arguments.next(), arguments.next()) else {
        println!("cases DATABASE COUNT [FOLDER]");
        return ExitCode::FAILURE;
    };
    let folder = arguments
        .next()
        .map_or_else(std::env::temp_dir, PathBuf::from);
    let count = count.parse().expect("a number of cases");
    let city = Arc::new(city::open(database, folder).await);
    let began = Instant::now();
    fill::fill(&city, count).await;
    eprintln!("{count} cases are there after {:.0?}", began.elapsed());
    time::time(&city).await;
    city.portal.close().await;
    ExitCode::SUCCESS
}
