//! What a reader gets instead of a page.

use app::page::{Surface, failure_page, forbidden_page};
use app::{Ctx, Page, PageError, paths, shell};
use axum::response::{Html, IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use portal::Internal;

use super::{PERSONAL, Reader, ctx};
use crate::http::{Inquiry, RequestId, Shared};

/// Something else than the page that was asked for. Several readers can get the same one, when they
/// waited for the same page.
#[derive(Debug)]
pub enum Refused {
    /// A page that is not "200 OK".
    Page(StatusCode, String),
    /// Another address is the right one.
    Elsewhere(String),
}

impl Refused {
    /// A page with a status of its own.
    pub fn page(cx: &Ctx, page: Page) -> Self {
        let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self::Page(status, shell::document(cx, page))
    }

    /// What a page's error means for the reader. A failure is logged here, once, under the reference
    /// that the reader sees.
    pub fn error(cx: &Ctx, error: PageError, id: RequestId) -> Self {
        match error {
            PageError::NotFound => Self::page(cx, failure_page(cx, 404, None)),
            PageError::Forbidden(why) => Self::page(cx, forbidden_page(cx, why)),
            PageError::SignIn => Self::Elsewhere(cx.href(paths::sign_in(&cx.path))),
            PageError::OfficerSignIn => Self::Elsewhere(cx.href(paths::desk_sign_in())),
            PageError::Redirect(path) => Self::Elsewhere(cx.href(path)),
            PageError::Internal(error) => {
                log(&error, id);
                Self::page(cx, failure_page(cx, 500, Some(&id.to_string())))
            }
        }
    }
}

/// The answer that goes with a refusal.
pub fn answer_refused(refused: &Refused) -> Response {
    match refused {
        Refused::Page(status, html) => {
            let mut answer = (*status, Html(html.clone())).into_response();
            answer.headers_mut().insert(CACHE_CONTROL, PERSONAL);
            answer
        }
        Refused::Elsewhere(path) => redirect(path),
    }
}

/// "303 See Other": the next request is a GET, whatever this one was, so Back and reload repeat
/// nothing. A path that cannot stand in a header leads home.
pub fn redirect(path: &str) -> Response {
    let location = HeaderValue::try_from(path).unwrap_or(HeaderValue::from_static("/"));
    let mut answer = StatusCode::SEE_OTHER.into_response();
    answer.headers_mut().insert(LOCATION, location);
    answer.headers_mut().insert(CACHE_CONTROL, PERSONAL);
    answer
}

/// The page about a failure before anybody knew who asks.
pub fn failure(server: &Shared, inquiry: Inquiry, error: &Internal) -> Response {
    log(error, inquiry.id);
    let visitor = server.sessions.open(&HeaderMap::new()).visitor();
    let reader = Reader::unknown(inquiry, Surface::Web);
    let cx = ctx(server, reader, paths::home(), visitor);
    let reference = inquiry.id.to_string();
    answer_refused(&Refused::page(
        &cx,
        failure_page(&cx, 500, Some(&reference)),
    ))
}

/// One line for a failure. What caused it can name values of a row, so it is for those who search.
fn log(error: &Internal, id: RequestId) {
    tracing::error!(%id, %error, "a request failed");
    if let Some(source) = std::error::Error::source(error) {
        tracing::debug!(%id, source, "cause of the failure");
    }
}
