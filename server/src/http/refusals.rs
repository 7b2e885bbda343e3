//! Answers of layers and extractors, turned into pages.
//!
//! Layers refuse without knowing the reader: no body, or a line of English. Here such an answer gets a
//! page in the reader's language and keeps its status and headers (`Allow`, `Retry-After`).

use app::page::{Surface, failure_page};
use app::{paths, shell};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use portal::accounts::Actor;

use super::language::Language;
use super::pages::{PERSONAL, ctx};
use super::{API, RequestId, Shared};

/// The layer around everything that can refuse.
pub async fn explain(State(server): State<Shared>, request: Request, next: Next) -> Response {
    let language = Language::of(request.uri(), request.headers());
    let id = request.extensions().get::<RequestId>().copied();
    let speaks_json = request.uri().path().starts_with(API);
    let answer = next.run(request).await;
    let refuses = answer.status().is_client_error() || answer.status().is_server_error();
    if !refuses || speaks_json || is_page(&answer) {
        return answer;
    }
    page(&server, language, id, answer)
}

fn is_page(answer: &Response) -> bool {
    let kind = answer
        .headers()
        .get(CONTENT_TYPE)
        .map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"text/html"))
}

fn page(server: &Shared, language: Language, id: Option<RequestId>, answer: Response) -> Response {
    let status = answer.status();
    let visitor = server.sessions.open(&http::HeaderMap::new()).visitor();
    let locale = language.anonymous();
    let cx = ctx(
        server,
        Actor::Anonymous,
        locale,
        Surface::Web,
        paths::home(),
        visitor,
    );
    let reference = id
        .filter(|_| status == StatusCode::INTERNAL_SERVER_ERROR)
        .map(|id| id.to_string());
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
    Response::from_parts(parts, Body::from(html))
}
