//! The operator's listener: is the process alive, may it be sent readers, what has it counted.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use portal::Portal;

/// Limits between the columns of the histogram of request times, in seconds: from a page out of
/// memory to the slowest upload.
const SECONDS: [f64; 11] = [
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0,
];

/// Starts counting for the whole process.
///
/// # Errors
/// When the process counts already.
pub fn start_metrics() -> anyhow::Result<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?;
    Ok(builder.install_recorder()?)
}

#[derive(Clone)]
struct Admin {
    portal: Portal,
    metrics: PrometheusHandle,
}

/// The operator's routes.
pub fn router(portal: Portal, metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(counted))
        .with_state(Admin { portal, metrics })
}

/// Ready when the database answers and has all tables of this version.
async fn ready(State(admin): State<Admin>) -> impl IntoResponse {
    match migrations::pending(admin.portal.db().read()).await {
        Ok(pending) if pending.is_empty() => (StatusCode::OK, "ready\n"),
        Ok(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database lacks migrations: tongban migrate\n",
        ),
        Err(error) => {
            tracing::debug!(%error, "the database did not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}

async fn counted(State(admin): State<Admin>) -> impl IntoResponse {
    const KIND: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(CONTENT_TYPE, KIND)], admin.metrics.render())
}
