//! Forms may come from our own pages only.
//!
//! `tower_http`'s layer refuses what a browser says comes from elsewhere. It lets a request pass that
//! says nothing at all, for the sake of programs; here every unsafe method belongs to a form of ours,
//! and every browser of the last years says where a form comes from, so silence is refused as well.
//! The API has bearer tokens instead of cookies and is left out.

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::header::{HeaderName, ORIGIN};
use http::{Method, StatusCode, Uri};
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError};

use super::is_api;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The layer that refuses what comes from elsewhere. `base_url` counts as ours even when a proxy
/// changes the `Host` header.
///
/// # Errors
/// When `base_url` is no origin; settings that were loaded have been checked for that.
pub fn layer(
    base_url: &str,
) -> Result<CsrfLayer<impl Fn(ProtectionError) -> http::Response<Body> + Clone + use<>>, ConfigError>
{
    Ok(CsrfLayer::new()
        .add_trusted_origin(base_url)?
        .with_insecure_bypass(|_: &Method, uri: &Uri| is_api(uri))
        .with_rejection_response(|_: ProtectionError| forbidden()))
}

/// The refusal of a request with an unsafe method that does not say where it comes from.
pub fn refused(request: &Request) -> Option<Response> {
    let headers = request.headers();
    let silent = !headers.contains_key(SEC_FETCH_SITE) && !headers.contains_key(ORIGIN);
    (silent && !request.method().is_safe() && !is_api(request.uri())).then(forbidden)
}

/// An answer without a body; it becomes a page on its way out.
fn forbidden() -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::FORBIDDEN;
    answer
}
