//! The operator's pages.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use http::{Request, StatusCode};
use portal::{Portal, SystemClock};
use server::admin;
use tower::ServiceExt as _;

use crate::support::House;

#[tokio::test]
async fn a_node_is_ready_once_its_database_is() {
    let metrics = admin::start_metrics().unwrap();
    let house = House::new().await;
    house.reader().get("/items").await;
    house.reader().get("/somewhere/private-4711").await;
    let router = admin::router(house.portal.clone(), metrics.clone());
    let get = async |router: axum::Router, address: &str| {
        let request = Request::builder().uri(address).body(Body::empty()).unwrap();
        let answer = router.oneshot(request).await.unwrap();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    assert_eq!(get(router.clone(), "/livez").await.0, StatusCode::OK);
    assert_eq!(get(router.clone(), "/readyz").await.0, StatusCode::OK);
    let (_, counted) = get(router.clone(), "/metrics").await;
    let line = "tongban_request_seconds_count{method=\"GET\",path=\"/items\",status=\"2xx\"} 1";
    assert!(counted.contains(line), "{counted}");
    assert!(
        counted.contains("path=\"-\"") && !counted.contains("4711"),
        "addresses are no labels: {counted}"
    );

    let folder = tempfile::tempdir().unwrap();
    let mut settings = house.config.to_portal();
    settings.database_url = format!("sqlite://{}/empty.db?mode=rwc", folder.path().display());
    let empty = Portal::open(settings, Arc::new(SystemClock)).await.unwrap();
    let router = admin::router(empty.clone(), metrics);
    assert_eq!(get(router.clone(), "/livez").await.0, StatusCode::OK);
    let (status, why) = get(router.clone(), "/readyz").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(why.contains("tongban migrate"), "{why}");
    empty.close().await;
    assert_eq!(
        get(router, "/readyz").await.0,
        StatusCode::SERVICE_UNAVAILABLE
    );
}
