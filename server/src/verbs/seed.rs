//! `tongban seed`

use std::process::ExitCode;

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
    say(format_args!("{report:?}"));
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}
