//! `tongban seed`

use std::process::ExitCode;

use portal::operations::{SeedReport, SeededAccount};

use crate::config::Config;
use crate::say::say;

/// Fills the database with the demonstration city and prints who can sign in.
pub async fn demo(config: &Config) -> anyhow::Result<ExitCode> {
    let portal = super::open_migrated(config).await?;
    let report = portal
        .operations()
        .seed_demo()
        .await
        .map_err(super::plainly)?;
    print(&report);
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}

fn print(report: &SeedReport) {
    let SeedReport {
        departments,
        items,
        published,
        accounts_added,
        accounts,
        password,
    } = report;
    say(format_args!(
        "The demonstration city has {departments} departments and {items} services of its own \
         ({published} published and {accounts_added} accounts added now)."
    ));
    say(format_args!("Every account has the password {password}"));
    for SeededAccount {
        login,
        name,
        about,
        department,
        role: _,
    } in accounts
    {
        let where_ = department
            .as_ref()
            .map_or("citizen", |department| department.zh.as_str());
        say(format_args!("  {login}  {name}  {where_}: {}", about.zh));
    }
}
