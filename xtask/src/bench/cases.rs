//! `cargo xtask bench cases`: what people wait for at a desk with ten thousand cases and with a million.
//!
//! The use cases are timed without HTTP, so that nothing but database and portal is measured: a list that
//! grows with the number of cases shows here and nowhere else.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use clap::Args;
use serde::Deserialize;

use super::machine;
use super::results::{Row, publish};
use crate::postgres::Postgres;
use crate::project::{Profile, Project};
use crate::shell;

/// Measures the desk at two sizes.
#[derive(Args)]
pub struct Options {
    /// A few cases, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure debug builds: quick to build, worthless as a result.
    #[arg(long)]
    debug: bool,
}

const EXAMPLE: &str = "cases";

/// The sizes that are compared.
const SIZES: [u64; 2] = [10_000, 1_000_000];
const QUICK_SIZES: [u64; 2] = [1_000, 4_000];

/// The large desk takes at most this multiple of the small one's time.
const GROWTH: f64 = 2.0;
/// Whole lives of a case in a second, at the large size.
const LIVES: f64 = 37.0;

/// One thing that the example has measured.
#[derive(Deserialize)]
struct Measured {
    name: String,
    value: f64,
    unit: String,
}

/// Runs the command.
///
/// # Errors
/// When something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    println!("Measuring on {}", machine::description());
    let sizes = if options.quick { QUICK_SIZES } else { SIZES };
    let folder = tempfile::tempdir()?;
    let postgres = Postgres::start()?;
    let sqlite = format!("sqlite://{}/cases.db?mode=rwc", folder.path().display());
    let mut rows = Vec::new();
    for (database, url) in [("SQLite", sqlite), ("PostgreSQL", postgres.url())] {
        let mut found = Vec::new();
        for size in sizes {
            let mut cargo = project.cargo("run");
            if !options.debug {
                Profile::Release.apply(&mut cargo);
            }
            // Not `-p portal`: that would be another selection of features, compiled anew.
            cargo.args(["--quiet", "--example", EXAMPLE, "--", &url]);
            cargo.arg(size.to_string()).arg(folder.path());
            let said = shell::capture(&mut cargo)?;
            found.push(read(&said)?);
        }
        rows.extend(compared(database, sizes, &found));
    }
    publish(project, "cases", &rows, options.quick || options.debug)
}

fn read(said: &str) -> Result<BTreeMap<String, Measured>> {
    let lines = said.lines().filter(|line| line.starts_with('{'));
    lines
        .map(|line| {
            let measured: Measured =
                serde_json::from_str(line).context("a line that is no measurement")?;
            Ok((measured.name.clone(), measured))
        })
        .collect()
}

/// Every measurement at both sizes, and how the slow ones grow.
fn compared(database: &str, sizes: [u64; 2], found: &[BTreeMap<String, Measured>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (size, measured) in sizes.iter().zip(found) {
        for one in measured.values() {
            let unit = if one.unit == "ms" { "ms" } else { "1/s" };
            let row = Row::new(
                format!("{database}, {size} cases: {}", one.name),
                one.value,
                unit,
            );
            let is_goal = unit == "1/s" && *size == sizes[1];
            rows.push(if is_goal { row.at_least(LIVES) } else { row });
        }
    }
    let [small, large] = found else { return rows };
    for (name, one) in large.iter().filter(|(name, _)| name.ends_with("p95")) {
        if let Some(before) = small.get(name) {
            let growth = one.value / before.value;
            let row = Row::new(format!("{database}: {name}, growth"), growth, "ratio");
            rows.push(row.at_most(GROWTH));
        }
    }
    rows
}
