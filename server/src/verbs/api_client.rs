//! `tongban api-client`

use std::process::ExitCode;

use portal::integration::Scope;

use crate::config::Config;
use crate::say::say;

/// Lets a program in and prints its token, which is kept nowhere.
pub async fn add(
    config: &Config,
    name: &str,
    scopes: &[Scope],
    days: u32,
) -> anyhow::Result<ExitCode> {
    let portal = super::open_migrated(config).await?;
    let client = portal.integration().add_client(name, scopes, days).await?;
    say(&client.token);
    say(format_args!(
        "This token is shown only now. It is good until {}.",
        client.expires_at.format("%Y-%m-%d %H:%M UTC")
    ));
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}
