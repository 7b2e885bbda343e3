//! All routes and the layers around them.

use std::sync::Arc;
use std::time::Duration;

use app::Site;
use app::page::Route;
use app::paths::door;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use portal::Portal;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::cache::PageCache;
use super::documents::{self, PressRoom};
use super::frame::{self, Frame};
use super::headers::SecurityHeaders;
use super::ratelimit::FormLimits;
use super::session::Sessions;
use super::sitemap::Sitemap;
use super::{
    Server, Shared, assets, compress, discovery, doors, exports, files, origin, pages, services,
    sitemap,
};
use crate::api;
use crate::config::Config;

impl Server {
    /// What all requests share, as `config` has it.
    ///
    /// # Errors
    /// When the build's list of files is broken.
    pub fn new(portal: Portal, config: &Config) -> anyhow::Result<Shared> {
        let site = Site::new(&assets::addresses()?, config.development, config.facts());
        let secure = config.cookies_are_secure();
        Ok(Arc::new(Self {
            sessions: Sessions::new(portal.clone(), secure),
            forms: FormLimits::new(config.http.sign_ins_per_minute, config.http.trusted_proxy),
            cache: PageCache::new(config.http.page_cache_bytes),
            sitemap: Sitemap::default(),
            portal,
            // One for the life of the process: pages borrow it while they render.
            site: Box::leak(Box::new(site)),
            secure_cookies: secure,
            press: PressRoom::new(&config.documents.fonts),
            body_limit_bytes: config.http.body_limit_bytes,
        }))
    }
}

/// The portal's router, with the pages of the program.
///
/// # Errors
/// When `config` holds an address that is none; settings that were loaded have been checked for that.
pub fn router(server: Shared, config: &Config) -> anyhow::Result<Router> {
    with_pages(server, config, app::routes())
}

/// The portal's router with the pages of `table`.
///
/// # Errors
/// As [`router`].
pub fn with_pages(server: Shared, config: &Config, table: Vec<Route>) -> anyhow::Result<Router> {
    let hsts = config.http.hsts && config.is_reached_by_tls();
    let frame = Frame {
        server: Arc::clone(&server),
        security: SecurityHeaders::new(&server.site.loader_hash, hsts),
    };
    // The first stands outermost.
    let layers = ServiceBuilder::new()
        .layer(from_fn_with_state(Arc::new(frame), frame::around))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(compress::layer())
        .layer(origin::layer(&config.city.base_url)?);
    let ordinary = Router::new()
        .merge(pages::routes(table, config.development))
        .merge(assets::routes())
        .merge(discovery::routes())
        .merge(sitemap::routes())
        .route(files::PATTERN, get(files::send))
        .route(services::PATTERN, get(services::send))
        .route(documents::PATTERN, get(documents::send))
        .route(documents::DESK_PATTERN, get(documents::send))
        .route(exports::OPEN_DATA, get(exports::open_data))
        .route("/do/{*name}", post(doors::enter))
        .merge(api::routes())
        .layer(within(config.http.request_timeout_seconds));
    let uploads = door::WITH_FILES
        .into_iter()
        .fold(Router::new(), |router, door| {
            router.route(door, post(doors::enter))
        })
        // A long workbook takes as long as a large upload.
        .route(exports::CASES, get(exports::cases))
        .layer(within(config.http.upload_timeout_seconds));
    Ok(ordinary
        .merge(uploads)
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(layers)
        .with_state(server))
}

/// A request that takes longer is told so.
fn within(seconds: u64) -> TimeoutLayer {
    let time = Duration::from_secs(seconds);
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, time)
}

/// A panic is a mistake of the program; where it happened is in the log already.
fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
