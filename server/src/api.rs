//! The programming interface for other offices: service items, and the status of a case by its number.
//!
//! The description (OpenAPI 3.1) is made from the handlers, so the two cannot disagree.

mod cases;
mod client;
mod guide;
mod items;
mod problem;

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Json, Router};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use portal::catalogue::editor;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi as _};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::http::{Shared, headers};
use problem::Problem;

const DESCRIPTION: &str = "/api/openapi.json";
const DOCUMENTATION: &str = "/api/docs";

/// What the handlers cannot say of themselves.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Tongban",
        description = "Service items and the status of cases, for systems of other offices. Every call needs \
                       a bearer token, which the operator of the portal hands out. Errors are problem details \
                       (RFC 9457). The JSON Schema of exchanged service files is published at \
                       `/api/v1/schemas/service.json` and needs no token."
    ),
    tags(
        (name = "items", description = "Service items 政务服务事项. Scope `catalogue:read`."),
        (name = "cases", description = "Cases 办件. Scope `cases:read`."),
    ),
    modifiers(&BearerToken)
)]
struct Description;

struct BearerToken;

impl Modify for BearerToken {
    fn modify(&self, description: &mut OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = description.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The interface, its description and its documentation.
pub fn routes() -> Router<Shared> {
    let (calls, description) = OpenApiRouter::with_openapi(Description::openapi())
        .nest(
            "/api/v1",
            OpenApiRouter::new()
                .routes(routes!(items::list))
                .routes(routes!(items::one))
                .routes(routes!(cases::status)),
        )
        .split_for_parts();
    let documentation = SwaggerUi::new(DOCUMENTATION).config(Config::from(DESCRIPTION));
    calls
        .layer(from_fn(keep_nothing))
        .route(editor::SCHEMA_PATH, get(schema))
        .route(DESCRIPTION, get(|| async move { Json(description) }))
        .method_not_allowed_fallback(|| async { Problem::new(StatusCode::METHOD_NOT_ALLOWED) })
        .merge(Router::from(documentation).layer(from_fn(own_policy)))
        .route(
            "/api/{*unknown}",
            any(|| async { Problem::new(StatusCode::NOT_FOUND) }),
        )
}

/// The schema of service files; it changes with the program's release.
async fn schema() -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, "application/schema+json"),
        (CACHE_CONTROL, "public, max-age=86400"),
    ];
    (headers, editor::schema())
}

/// Answers depend on the token.
async fn keep_nothing(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    answer
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// The documentation has scripts and styles that pages have not.
async fn own_policy(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await.into_response();
    answer
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, headers::DOCUMENTATION);
    answer
}
