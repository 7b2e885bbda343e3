//! `cargo xtask bench cases`: what people wait for at a desk with ten thousand cases and with a million.
//!
//! The use cases are timed without HTTP, so that nothing but database and portal is measured: a list that
//! grows with the number of cases shows here and nowhere else.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde::Deserialize;

use super::machine;
use super::results::{Row, publish};
use crate::postgres::Postgres;
use crate::project::{Profile, Project};
use crate::shell::{self, Stream};

/// Measures the desk at two sizes.
#[derive(Args)]
pub struct Options {
    /// A few cases, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure debug builds: quick to build, worthless as a result.
    #[arg(long)]
    debug: bool,
    /// Folder of SQLite files that stay. What they hold already is not made again.
    #[arg(long)]
    sqlite: Option<PathBuf>,
    /// Address of a PostgreSQL whose databases stay, as `postgres://user@host:port`; otherwise one is started.
    #[arg(long)]
    postgres: Option<String>,
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

/// What one run has measured, by name.
type Measurements = BTreeMap<String, Measured>;

/// Runs the command.
///
/// # Errors
/// When something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    println!("Measuring on {}", machine::description());
    let sizes = if options.quick { QUICK_SIZES } else { SIZES };
    let mut rows = on_sqlite(project, options, sizes)?;
    rows.extend(on_postgres(project, options, sizes)?);
    publish(project, "cases", &rows, options.quick || options.debug)
}

fn on_sqlite(project: &Project, options: &Options, sizes: [u64; 2]) -> Result<Vec<Row>> {
    let own = tempfile::tempdir()?;
    let folder = options.sqlite.as_deref().unwrap_or_else(|| own.path());
    let mut found = Vec::new();
    for size in sizes {
        let url = format!("sqlite://{}/cases-{size}.db?mode=rwc", folder.display());
        found.push(measured(project, options, &url, size)?);
    }
    Ok(compared("SQLite", sizes, &found))
}

fn on_postgres(project: &Project, options: &Options, sizes: [u64; 2]) -> Result<Vec<Row>> {
    let own = match &options.postgres {
        Some(_) => None,
        None => Some(Postgres::start_durable()?),
    };
    let own_server = own.as_ref().map(Postgres::server);
    let server = options.postgres.clone().or(own_server).unwrap_or_default();
    let mut found = Vec::new();
    for size in sizes {
        let name = format!("cases_{size}");
        let asked = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
        if psql(&server, &asked)?.trim().is_empty() {
            psql(&server, &format!("CREATE DATABASE {name}"))?;
        }
        found.push(measured(
            project,
            options,
            &format!("{server}/{name}"),
            size,
        )?);
    }
    Ok(compared("PostgreSQL", sizes, &found))
}

fn psql(server: &str, statement: &str) -> Result<String> {
    let url = format!("{server}/postgres");
    shell::capture(Command::new("psql").args([&url, "-Atc", statement]))
}

/// What was measured at one size, with mails going to a folder that does not stay.
fn measured(project: &Project, options: &Options, url: &str, size: u64) -> Result<Measurements> {
    let folder = tempfile::tempdir()?;
    let mut cargo = project.cargo("run");
    if !options.debug {
        Profile::Release.apply(&mut cargo);
    }
    // Not `-p portal`: that would be another selection of features, compiled anew.
    cargo.args(["--quiet", "--example", EXAMPLE, "--", url]);
    cargo.arg(size.to_string()).arg(folder.path());
    let (ended_well, said) = shell::tee(&mut cargo, Stream::Output)?;
    ensure!(ended_well, "nothing could be measured at {size} cases");
    read(&said)
}

fn read(said: &str) -> Result<Measurements> {
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
fn compared(database: &str, sizes: [u64; 2], found: &[Measurements]) -> Vec<Row> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_and_lives_have_their_targets() {
        let said = |list: f64, lives: f64| {
            let text = format!(
                "a remark\n{{\"name\":\"inbox, p95\",\"value\":{list},\"unit\":\"ms\"}}\n\
                 {{\"name\":\"lives\",\"value\":{lives},\"unit\":\"1/s\"}}\n"
            );
            read(&text).unwrap()
        };
        let rows = compared("SQLite", [10, 20], &[said(2.0, 100.0), said(5.0, 36.0)]);
        let verdicts: Vec<_> = rows
            .iter()
            .filter_map(|row| Some((row.name.as_str(), row.value, row.met()?)))
            .collect();
        let expected = [
            ("SQLite, 20 cases: lives", 36.0, false),
            ("SQLite: inbox, p95, growth", 2.5, false),
        ];
        assert_eq!(verdicts, expected);
    }
}
