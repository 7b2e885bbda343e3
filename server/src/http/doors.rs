//! Doors: where forms are posted to. Each is a server function of a feature; here it gets its context
//! and its answer, which is always another page.

use app::page::{Door, Surface, Visitor};
use app::{PageError, paths};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{ACCEPT, CONTENT_TYPE, REFERER};
use http::{HeaderMap, Method, StatusCode, Uri};
use leptos::prelude::{Owner, provide_context};
use leptos::reactive::computed::ScopedFuture;
use portal::Internal;
use server_fn::error::SERVER_FN_ERROR_HEADER;

use super::pages::{
    Place, Reader, Refused, Side, actor, admit, answer_refused, ctx, failure, is_on_kiosk, redirect,
};
use super::uploads::{Cut, TooLarge, UPLOAD_BYTES, limited};
use super::{Inquiry, RequestId, Shared};

/// Answers a form.
pub async fn enter(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    request: Request,
) -> Response {
    let opened = server.sessions.open(request.headers());
    let at_kiosk = comes_from_kiosk(request.headers());
    let door = side(request.uri().path());
    let mut answer = match reader(&server, &opened.visitor(), inquiry, door, at_kiosk).await {
        Ok(Ok(reader)) => through(&server, reader, opened.visitor(), request, inquiry.id).await,
        Ok(Err(refused)) => answer_refused(&refused),
        Err(error) => failure(&server, inquiry, &error),
    };
    match server.sessions.close(opened, &mut answer).await {
        Ok(()) => answer,
        Err(error) => failure(&server, inquiry, &error),
    }
}

/// Whose a door is in a sitting at a counter.
fn side(path: &str) -> Side {
    if paths::door::AT_COUNTER.contains(&path) {
        Side::Citizen
    } else if path == paths::door::SIGN_OUT || path.starts_with("/do/desk-") {
        Side::Desk
    } else {
        Side::Closed
    }
}

/// Who stands before the door, or what they get instead.
async fn reader(
    server: &Shared,
    visitor: &Visitor,
    inquiry: Inquiry,
    side: Side,
    at_kiosk: bool,
) -> Result<Result<Reader, Refused>, Internal> {
    let actor = actor(server, visitor).await?;
    let surface = if at_kiosk {
        Surface::Kiosk
    } else {
        visitor.surface().await?
    };
    let place = Place {
        surface,
        side,
        path: paths::home(),
    };
    admit(server, visitor, inquiry, actor, &place).await
}

/// Whether the form stood on a page of the kiosk. Somebody who has not yet put a card into the reader
/// has no session that could tell.
fn comes_from_kiosk(headers: &HeaderMap) -> bool {
    let page = headers
        .get(REFERER)
        .and_then(|page| page.to_str().ok()?.parse::<Uri>().ok());
    page.is_some_and(|page| is_on_kiosk(page.path()))
}

/// Runs the server function and says where it leads.
async fn through(
    server: &Shared,
    reader: Reader,
    visitor: Visitor,
    request: Request,
    id: RequestId,
) -> Response {
    let path = request.uri().path();
    let Some(mut function) = server_fn::axum::get_server_fn_service(path, Method::POST) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let takes_files = paths::door::WITH_FILES.contains(&path);
    let is_in_parts = takes_files || path == paths::door::CHOOSE;
    if is_in_parts && !is_multipart(request.headers()) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let (limit, cut) = if takes_files {
        (UPLOAD_BYTES, Cut::Short)
    } else {
        (server.body_limit_bytes, Cut::Error)
    };
    let (request, too_large) = prepared(request, limit, cut);
    let cx = ctx(server, reader, paths::home(), visitor);
    let door = Door::new(std::sync::Arc::clone(&cx));
    let owner = Owner::new();
    let ran = owner
        .with(|| {
            provide_context(door.clone());
            ScopedFuture::new(async move { function.run(request).await })
        })
        .await;
    drop(owner);
    if let Some(error) = door.failure() {
        return answer_refused(&Refused::error(&cx, PageError::Internal(error), id));
    }
    if let Some(why) = door.forbidden() {
        return answer_refused(&Refused::error(&cx, PageError::Forbidden(why), id));
    }
    if door.is_not_found() {
        return answer_refused(&Refused::error(&cx, PageError::NotFound, id));
    }
    match door.location() {
        Some(location) => redirect(&location),
        None if too_large.is_so() => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        // The form did not have the fields of this function; no page of ours sends such a form.
        None if ran.headers().contains_key(SERVER_FN_ERROR_HEADER) => {
            StatusCode::BAD_REQUEST.into_response()
        }
        None => redirect(&cx.href(paths::home())),
    }
}

/// The request with a limited body, and without the wish for HTML: with it the library would lead back
/// to the referring page on its own and write the error into the address.
fn prepared(request: Request, limit: usize, cut: Cut) -> (Request, TooLarge) {
    let (mut parts, body) = request.into_parts();
    parts.headers.remove(ACCEPT);
    let (body, too_large) = limited(body, limit, cut);
    (Request::from_parts(parts, Body::new(body)), too_large)
}

/// Whether the body is a multipart message that says where its parts end; the library takes that for
/// granted.
fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    kind.starts_with("multipart/form-data") && kind.contains("boundary=")
}
