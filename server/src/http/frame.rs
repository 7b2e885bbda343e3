//! The layer around everything. What each request needs stands in one function, because every layer of
//! its own would cost a finished page more than sending it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;

use super::headers::SecurityHeaders;
use super::language::Language;
use super::modes::ModeWish;
use super::observe::{Observed, RequestId};
use super::{Server, Shared, is_api, origin, ratelimit, refusals};

/// What the layer needs.
pub struct Frame {
    /// What all requests share.
    pub server: Shared,
    /// Headers of every answer.
    pub security: SecurityHeaders,
}

/// What is known of a request before anything is looked up. Handlers get it as an extension.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry {
    /// What leads from the reader's page to the line in the log.
    pub id: RequestId,
    /// In which language the reader wants to be answered.
    pub language: Language,
    /// How the reader wants pages to be shown.
    pub wish: ModeWish,
}

impl Inquiry {
    /// Keeps what the reader has chosen with this request.
    pub fn remember(self, headers: &mut HeaderMap, secure: bool) {
        self.language.remember(headers, secure);
        self.wish.remember(headers, secure);
    }
}

/// Names and counts the request, refuses what may not come in, turns refusals into pages and adds the
/// headers that protect the reader.
pub async fn around(State(frame): State<Arc<Frame>>, mut request: Request, next: Next) -> Response {
    let inquiry = Inquiry {
        id: RequestId::next(),
        language: Language::of(request.uri(), request.headers()),
        wish: ModeWish::of(request.uri(), request.headers()),
    };
    let observed = Observed::begin(&request, inquiry.id);
    let for_programs = is_api(request.uri());
    request.extensions_mut().insert(inquiry);
    let Server {
        forms, sessions, ..
    } = frame.server.as_ref();
    let refused =
        origin::refused(&request).or_else(|| ratelimit::refused(forms, sessions, &request));
    let mut answer = match refused {
        Some(answer) => answer,
        None => next.run(request).await,
    };
    if !for_programs && refusals::is_bare(&answer) {
        answer = refusals::explained(&frame.server, inquiry, answer);
    }
    frame.security.add_to(answer.headers_mut());
    observed.end(&mut answer);
    answer
}
