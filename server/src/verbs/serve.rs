//! `tongban serve`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use portal::jobs::Worker;
use portal::{Portal, Shutdown, publication};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::admin;
use crate::config::Config;
use crate::http::serve::{Limits, serve};
use crate::http::{Server, Shared, assets, router};

/// How often what is no longer needed is forgotten: old addresses of the sign-in limit, measured
/// times that nobody has fetched.
const TIDY_EVERY: Duration = Duration::from_secs(60);

/// Connections of the operator's programs at the same time.
const ADMIN_CONNECTIONS: usize = 64;

/// Serves the portal until the system asks to end.
pub async fn run(config: Config, with_worker: bool) -> anyhow::Result<ExitCode> {
    let portal = super::open_migrated(&config).await?;
    // Readers must not get a page of the version before the one that the database has.
    portal
        .publication()
        .refresh(portal.db())
        .await
        .map_err(super::plainly)?;
    let server = Server::new(portal.clone(), &config)?;
    let router = router::router(Shared::clone(&server), &config)?;
    let metrics = admin::start_metrics()?;
    let admin = admin::router(portal.clone(), metrics.clone());
    let listener = listen(config.http.address, "http.address").await?;
    let admin_listener = listen(config.admin.address, "admin.address").await?;
    if !assets::are_built() {
        tracing::warn!("style sheet and islands are not built; pages are bare (cargo xtask build)");
    }
    tracing::info!(address = %listener.local_addr()?, url = config.city.base_url, "the portal is open");

    let shutdown = super::shutdown();
    let mut tasks = background(&portal, with_worker, &shutdown);
    tasks.spawn(tidy(server, metrics, shutdown.clone()));
    let limits = Limits {
        connections: config.http.max_connections,
        head: Duration::from_secs(config.http.header_timeout_seconds),
        drain: Duration::from_secs(config.http.drain_seconds),
    };
    let admin_limits = Limits {
        connections: ADMIN_CONNECTIONS,
        ..limits
    };
    let (cut, _) = tokio::join!(
        serve(listener, router, limits, super::until(shutdown.clone())),
        serve(admin_listener, admin, admin_limits, super::until(shutdown)),
    );
    if cut > 0 {
        tracing::warn!(cut, "connections were cut because they did not end in time");
    }
    tasks.join_all().await;
    portal.close().await;
    tracing::info!("the portal is closed");
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: SocketAddr, key: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{key}: cannot listen on {address}"))
}

/// What goes on beside the requests.
fn background(portal: &Portal, with_worker: bool, shutdown: &Shutdown) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    tasks.spawn(publication::watch(portal.clone(), shutdown.clone()));
    if with_worker {
        tasks.spawn(Worker::run(portal.clone(), shutdown.clone()));
    }
    tasks
}

async fn tidy(
    server: Shared,
    metrics: metrics_exporter_prometheus::PrometheusHandle,
    shutdown: Shutdown,
) {
    let stopped = super::until(shutdown);
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(TIDY_EVERY) => {
                server.tidy();
                metrics.run_upkeep();
            }
        }
    }
}
