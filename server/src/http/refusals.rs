//! Answers of layers and extractors, turned into pages.
//!
//! Layers refuse without knowing the reader: no body, or a line of English. Here such an answer gets a
//! page in the reader's language and keeps its status and headers (`Allow`, `Retry-After`).

use app::page::{Surface, failure_page};
use app::{paths, shell};
use axum::body::Body;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

use super::pages::{PERSONAL, Reader, ctx};
use super::{Inquiry, Shared};

/// How long to wait when the portal is busy, in seconds: what its page says too.
const BUSY_SECONDS: HeaderValue = HeaderValue::from_static("60");

/// Whether an answer refuses without a page that a person could read.
pub fn is_bare(answer: &Response) -> bool {
    let refuses = answer.status().is_client_error() || answer.status().is_server_error();
    let kind = answer
        .headers()
        .get(CONTENT_TYPE)
        .map(HeaderValue::as_bytes);
    refuses && !kind.is_some_and(|kind| kind.starts_with(b"text/html"))
}

/// The refusal as a page. Nobody was looked up, so it greets nobody by name.
pub fn explained(server: &Shared, inquiry: Inquiry, answer: Response) -> Response {
    let status = answer.status();
    let visitor = server.sessions.open(&http::HeaderMap::new()).visitor();
    let reader = Reader::unknown(inquiry, Surface::Web);
    let cx = ctx(server, reader, paths::home(), visitor);
    let failed = status == StatusCode::INTERNAL_SERVER_ERROR;
    let reference = failed.then(|| inquiry.id.to_string());
    let html = shell::document(
        &cx,
        failure_page(&cx, status.as_u16(), reference.as_deref()),
    );
    let (mut parts, _) = answer.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    parts.headers.insert(CACHE_CONTROL, PERSONAL);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        // Whoever refuses for a reason of its own knows better how long.
        parts.headers.entry(RETRY_AFTER).or_insert(BUSY_SECONDS);
    }
    Response::from_parts(parts, Body::from(html))
}
