//! The verbs of the command line, one file each.

mod api_client;
mod config_print;
mod doctor;
mod import;
mod migrate;
mod seed;
mod serve;
mod work;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use portal::{Clock, PastClock, Portal, Shutdown, SystemClock};
use tokio::sync::watch;

use crate::cli::{ApiClient, Cli, ConfigVerb, Seed, Verb};
use crate::config::{self, Config};
use crate::http::serve::told_to_stop;
use crate::telemetry;

/// Carries out what the command line says. Failures go to standard error and make the exit code 1.
pub async fn run(cli: Cli) -> ExitCode {
    match carry_out(cli).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tongban: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(cli: Cli) -> anyhow::Result<ExitCode> {
    if matches!(cli.verb, Verb::Config(ConfigVerb::Print)) {
        config_print::run();
        return Ok(ExitCode::SUCCESS);
    }
    let config = config::load(cli.config.as_deref(), std::env::vars())?;
    // Dropped at the end of this function, which writes the last lines.
    let _log = telemetry::start(&config.log)?;
    // One provider for every client and server in the process; libraries would not agree on one.
    if rustls::crypto::ring::default_provider()
        .install_default()
        .is_err()
    {
        tracing::debug!("TLS has its provider already");
    }
    match cli.verb {
        Verb::Serve { no_worker } => serve::run(config, !no_worker).await,
        Verb::Work => work::run(&config).await,
        Verb::Migrate => migrate::run(&config).await,
        Verb::Seed(Seed::Demo) => seed::demo(&config).await,
        Verb::Import(what) => import::run(&config, what).await,
        Verb::ApiClient(ApiClient::Add { name, scope, days }) => {
            api_client::add(&config, &name, &scope, days).await
        }
        Verb::Doctor => doctor::run(&config).await,
        Verb::Config(ConfigVerb::Print) => Ok(ExitCode::SUCCESS),
    }
}

/// Opens the portal as the settings say.
async fn open(config: &Config) -> anyhow::Result<Portal> {
    let clock: Arc<dyn Clock> = match config.clock_days_behind {
        0 => Arc::new(SystemClock),
        days => Arc::new(PastClock { days }),
    };
    Portal::open(config.to_portal(), clock)
        .await
        .map_err(plainly)
}

/// Opens the portal and makes sure that the database has all tables of this version. A development
/// server brings them itself; elsewhere several nodes may start at once, and one operator migrates.
async fn open_migrated(config: &Config) -> anyhow::Result<Portal> {
    let portal = open(config).await?;
    let pending = migrations::pending(portal.db().read())
        .await
        .context("the migrations cannot be listed")?;
    if pending.is_empty() {
        return Ok(portal);
    }
    if config.development {
        migrations::migrate(portal.db().schema())
            .await
            .context("the database cannot be migrated")?;
        return Ok(portal);
    }
    anyhow::bail!(
        "the database lacks {} migrations; run `tongban migrate` first",
        pending.len()
    )
}

/// An error of the portal with its cause: at a terminal in front of an operator both may be shown.
fn plainly(error: portal::Internal) -> anyhow::Error {
    anyhow::Error::new(error)
}

/// Turns `true` when the system asks the program to end.
fn shutdown() -> Shutdown {
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        if let Err(error) = told_to_stop().await {
            tracing::error!(%error, "the system gives no signals; only the end of the process ends the program");
            std::future::pending::<()>().await;
        }
        tell.send_replace(true);
    });
    told
}

/// Done once the program is asked to end.
async fn until(mut shutdown: Shutdown) {
    // An error would mean that nobody can ask any more, which counts as asked.
    if shutdown.wait_for(|stop| *stop).await.is_err() {
        tracing::debug!("nobody can ask for the end any more");
    }
}
