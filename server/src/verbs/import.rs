//! `tongban import`

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use portal::Portal;
use portal::catalogue::{ImportReport, RefusedLine};

use crate::cli::Import;
use crate::config::Config;
use crate::say::say;

/// Refused records that are listed one by one; a file of the wrong kind would list all of its lines.
const LISTED: usize = 100;

/// Imports a file or a folder and prints what became of each record. Fails only when nothing could be
/// read: single bad records are for the operator to look at, and the rest is in.
pub async fn run(config: &Config, what: Import) -> anyhow::Result<ExitCode> {
    let portal = super::open_migrated(config).await?;
    let catalogue = portal.catalogue();
    let report = match &what {
        Import::Services { file } => return services(&portal, file).await,
        Import::Items { file } => {
            let reader = File::open(file).with_context(|| file.display().to_string())?;
            catalogue.import_items(BufReader::new(reader)).await
        }
        Import::Divisions { dir } => catalogue.import_divisions(dir).await,
        Import::Holidays { dir } => catalogue.import_holidays(dir).await,
    };
    let report = report.map_err(super::plainly)?;
    print(&report);
    portal.close().await;
    Ok(if has_read_something(&report) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn services(portal: &Portal, file: &Path) -> anyhow::Result<ExitCode> {
    let json = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let changed = portal.operations().import_services(&json).await?;
    say(format_args!("{changed} services listed and published"));
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}

fn has_read_something(report: &ImportReport) -> bool {
    report.new + report.changed + report.unchanged > 0
}

fn print(report: &ImportReport) {
    let ImportReport {
        new,
        changed,
        unchanged,
        refused,
    } = report;
    say(format_args!(
        "{new} new, {changed} changed, {unchanged} unchanged, {} refused",
        refused.len()
    ));
    for RefusedLine { line, reason } in refused.iter().take(LISTED) {
        say(format_args!("  line {line}: {reason}"));
    }
    if refused.len() > LISTED {
        say(format_args!("  and {} more", refused.len() - LISTED));
    }
}
