//! The portal by HTTP: connections, limits, headers, sessions, pages, doors, files.

pub mod assets;
pub mod cache;
mod compress;
mod cookies;
mod discovery;
mod documents;
mod doors;
mod exports;
mod files;
mod frame;
pub mod headers;
mod language;
mod modes;
mod observe;
mod origin;
mod pages;
mod ratelimit;
mod refusals;
pub mod router;
pub mod serve;
mod services;
mod session;
mod sitemap;
mod uploads;

use std::sync::Arc;

use app::Site;
use portal::Portal;

pub use frame::Inquiry;
pub use observe::RequestId;

/// Where the API for other programs begins. It knows no cookies, and its refusals are JSON.
pub const API: &str = "/api";

/// What all requests share.
pub struct Server {
    /// The use cases.
    pub portal: Portal,
    /// What all pages share.
    pub site: &'static Site,
    /// Cookies only over TLS.
    pub secure_cookies: bool,
    /// Largest form, in bytes; uploads have a limit of their own.
    pub body_limit_bytes: usize,
    pub(crate) press: documents::PressRoom,
    pub(crate) sessions: session::Sessions,
    pub(crate) cache: cache::PageCache,
    pub(crate) sitemap: sitemap::Sitemap,
    pub(crate) forms: ratelimit::FormLimits,
}

impl Server {
    /// Forgets what is no longer needed; to be called now and then.
    pub fn tidy(&self) {
        self.forms.forget_old();
    }
}

/// The shared part, as handlers get it.
pub type Shared = Arc<Server>;

/// Whether an address belongs to the interface for other programs.
fn is_api(uri: &http::Uri) -> bool {
    uri.path()
        .strip_prefix(API)
        .is_some_and(|rest| rest.starts_with('/'))
}
