//! `tongban migrate`

use std::process::ExitCode;

use anyhow::Context as _;

use crate::config::Config;
use crate::say::say;

/// Applies what the database lacks and names it.
pub async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let portal = super::open(config).await?;
    let pending = migrations::pending(portal.db().schema())
        .await
        .context("the migrations cannot be listed")?;
    migrations::migrate(portal.db().schema())
        .await
        .context("the database cannot be migrated")?;
    if pending.is_empty() {
        say("The database is up to date.");
    }
    for name in pending {
        say(format_args!("Applied {name}."));
    }
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}
