//! The one handler of all pages.

mod context;
mod refused;

use std::sync::Arc;

use app::page::{Access, Load, Params, Route, Surface};
use app::{Ctx, Page, PageError, paths, shell};
use axum::extract::{Query, RawPathParams, Request, State};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use domain::calendar::civil_date;
use http::header::CACHE_CONTROL;
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri};
use portal::Internal;
use portal::accounts::Actor;

use super::cache::{Address, Edition};
use super::language::Language;
use super::session::Opened;
use super::{Inquiry, Shared};

use context::preferred;
pub(super) use context::{Place, Reader, Side, actor, admit, ctx, sitting};
pub(super) use refused::{Refused, answer_refused, failure, redirect};

/// Personal pages stay in no store, not even the browser's own: the next person at the machine must
/// not find them with the Back button.
pub(super) const PERSONAL: HeaderValue = HeaderValue::from_static("private, no-store");

/// A page of the table, on one surface.
struct Entry {
    access: Access,
    surface: Surface,
    side: Side,
    load: Load,
}

/// What a request for a page brings.
struct Asked {
    parts: Parts,
    params: Params,
    address: Address,
    inquiry: Inquiry,
}

/// Every page of `table`; those for the kiosk a second time under its prefix. Pages for developers
/// exist in development only.
pub fn routes(table: Vec<Route>, development: bool) -> Router<Shared> {
    let mut router = Router::new();
    for route in table {
        if route.access == Access::Development && !development {
            continue;
        }
        if route.on_kiosk {
            router = add(router, &on_kiosk(route.pattern), &route, Surface::Kiosk);
        }
        let surface = if is_on_kiosk(route.pattern) {
            Surface::Kiosk
        } else {
            Surface::Web
        };
        router = add(router, route.pattern, &route, surface);
    }
    router
}

fn add(router: Router<Shared>, pattern: &str, route: &Route, surface: Surface) -> Router<Shared> {
    let entry = Arc::new(Entry {
        access: route.access,
        surface,
        side: side(route, surface),
        load: Arc::clone(&route.load),
    });
    router.route(
        pattern,
        get(
            move |State(server): State<Shared>,
                  Extension(inquiry): Extension<Inquiry>,
                  path: RawPathParams,
                  request: Request| {
                let (parts, _) = request.into_parts();
                let asked = Asked::new(parts, &path, inquiry);
                async move { show(server, &entry, asked).await }
            },
        ),
    )
}

/// Whose a page is in a sitting at a counter: the desk stays the officer's, and of the citizen's pages only those
/// are open that an application needs.
fn side(route: &Route, surface: Surface) -> Side {
    match surface {
        Surface::Web if is_at_desk(route.pattern) => Side::Desk,
        Surface::Web if route.at_counter => Side::Citizen,
        _ => Side::Closed,
    }
}

/// Whether an address is one of the desk.
fn is_at_desk(path: &str) -> bool {
    let rest = path.strip_prefix("/desk");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The kiosk's address of a page.
fn on_kiosk(pattern: &str) -> String {
    if pattern == "/" {
        paths::kiosk()
    } else {
        format!("{}{pattern}", paths::KIOSK_PREFIX)
    }
}

/// Whether an address is one of the kiosk's.
pub(super) fn is_on_kiosk(path: &str) -> bool {
    without_kiosk(path).is_some()
}

/// The address of the web page that a kiosk's address stands for.
fn without_kiosk(path: &str) -> Option<&str> {
    match path.strip_prefix(paths::KIOSK_PREFIX)? {
        "" => Some("/"),
        rest if rest.starts_with('/') => Some(rest),
        _ => None,
    }
}

impl Asked {
    fn new(parts: Parts, path: &RawPathParams, inquiry: Inquiry) -> Self {
        let query = pairs(&parts.uri);
        let path = path
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let web_path = without_kiosk(parts.uri.path()).unwrap_or(parts.uri.path());
        Self {
            address: Address::new(web_path, &query),
            params: Params::new(path, query),
            parts,
            inquiry,
        }
    }
}

/// The pairs of a query; none when there is no query or it cannot be read.
fn pairs(uri: &Uri) -> Vec<(String, String)> {
    if uri.query().is_none() {
        return Vec::new();
    }
    Query::try_from_uri(uri)
        .map(|Query(pairs)| pairs)
        .unwrap_or_default()
}

/// Answers a request for a page. A reader without a session gets a public page from memory; nothing
/// is looked up for that.
async fn show(server: Shared, entry: &Entry, asked: Asked) -> Response {
    let inquiry = asked.inquiry;
    let secure = server.secure_cookies;
    let mut answer =
        if entry.access == Access::Anyone && !server.sessions.is_with(&asked.parts.headers) {
            public(&server, entry, asked).await
        } else {
            with_session(&server, entry, asked).await
        };
    inquiry.remember(answer.headers_mut(), secure);
    answer
}

async fn with_session(server: &Shared, entry: &Entry, asked: Asked) -> Response {
    let opened = server.sessions.open(&asked.parts.headers);
    let inquiry = asked.inquiry;
    let mut answer = match actor(server, &opened.visitor()).await {
        Ok(Actor::Anonymous) if entry.access == Access::Anyone => {
            public(server, entry, asked).await
        }
        Ok(actor) => match personal(server, entry, asked, &opened, actor).await {
            Ok(answer) => answer,
            Err(error) => failure(server, inquiry, &error),
        },
        Err(error) => failure(server, inquiry, &error),
    };
    match server.sessions.close(opened, &mut answer).await {
        Ok(()) => answer,
        Err(error) => failure(server, inquiry, &error),
    }
}

/// A page that all readers without an account get alike.
async fn public(server: &Shared, entry: &Entry, asked: Asked) -> Response {
    let Asked {
        parts,
        params,
        address,
        inquiry,
    } = asked;
    let reader = Reader::unknown(inquiry, entry.surface);
    let edition = Edition {
        locale: reader.locale,
        modes: reader.modes,
        surface: entry.surface,
        publication: server.portal.publication().current(),
        day: civil_date(server.portal.now()),
    };
    let render = async {
        let visitor = server.sessions.open(&http::HeaderMap::new()).visitor();
        let cx = ctx(server, reader, address.path.clone(), visitor);
        match (entry.load)(Arc::clone(&cx), params).await {
            Ok(page) if page.status == StatusCode::OK.as_u16() => Ok(shell::document(&cx, page)),
            Ok(page) => Err(Refused::page(&cx, page)),
            Err(error) => Err(Refused::error(&cx, error, inquiry.id)),
        }
    };
    match server.cache.page(&address, edition, render).await {
        Ok(page) => page.answer(&parts.headers),
        Err(refused) => answer_refused(&refused),
    }
}

/// A page that depends on who asks.
async fn personal(
    server: &Shared,
    entry: &Entry,
    asked: Asked,
    opened: &Opened,
    actor: Actor,
) -> Result<Response, Internal> {
    let Asked {
        parts: _,
        params,
        address,
        inquiry,
    } = asked;
    if let Err(error) = prefer(server, &actor, inquiry.language).await {
        tracing::warn!(%error, id = %inquiry.id, "the choice of a language could not be kept");
    }
    let place = Place {
        surface: entry.surface,
        side: entry.side,
        path: address.path,
    };
    let reader = match admit(server, &opened.visitor(), inquiry, actor, &place).await? {
        Ok(reader) => reader,
        Err(refused) => return Ok(answer_refused(&refused)),
    };
    let cx = ctx(server, reader, place.path, opened.visitor());
    let page = match may_open(entry.access, &cx) {
        Ok(()) => (entry.load)(Arc::clone(&cx), params).await,
        Err(error) => Err(error),
    };
    Ok(match page {
        Ok(page) => html(&cx, page),
        Err(error) => answer_refused(&Refused::error(&cx, error, inquiry.id)),
    })
}

/// Remembers a language that was chosen just now with the account, for its mails.
async fn prefer(server: &Shared, actor: &Actor, language: Language) -> Result<(), Internal> {
    let (Some(chosen), Some(id)) = (language.chosen, account_of(actor)) else {
        return Ok(());
    };
    if Some(chosen) == preferred(actor) {
        return Ok(());
    }
    server.portal.accounts().set_locale(id, chosen).await
}

fn account_of(actor: &Actor) -> Option<&domain::AccountId> {
    match actor {
        Actor::Anonymous => None,
        Actor::Citizen(citizen) => Some(&citizen.id),
        Actor::Officer(officer) => Some(&officer.id),
    }
}

/// Who may open a page. Somebody with the wrong kind of account is told nothing of it.
fn may_open(access: Access, cx: &Ctx) -> Result<(), PageError> {
    match (access, &cx.actor) {
        (Access::Anyone | Access::Visitor | Access::Development, _)
        | (Access::Citizen, Actor::Citizen(_))
        | (Access::Officer, Actor::Officer(_)) => Ok(()),
        (Access::Citizen, Actor::Anonymous) => Err(PageError::SignIn),
        (Access::Officer, Actor::Anonymous) => Err(PageError::OfficerSignIn),
        (Access::Citizen, Actor::Officer(_)) | (Access::Officer, Actor::Citizen(_)) => {
            Err(PageError::NotFound)
        }
    }
}

/// A personal page as an answer.
fn html(cx: &Ctx, page: Page) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    let mut answer = (status, Html(shell::document(cx, page))).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, PERSONAL);
    answer
}
