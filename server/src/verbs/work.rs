//! `tongban work`

use std::process::ExitCode;

use portal::jobs::Worker;
use portal::publication;

use crate::config::Config;

/// Does the background work until the system asks to end.
pub async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let portal = super::open_migrated(config).await?;
    let shutdown = super::shutdown();
    tracing::info!("the worker has begun");
    tokio::join!(
        Worker::run(portal.clone(), shutdown.clone()),
        publication::watch(portal.clone(), shutdown),
    );
    portal.close().await;
    Ok(ExitCode::SUCCESS)
}
