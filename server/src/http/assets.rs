//! Style sheet, script, WebAssembly and pictures: files of the build, part of a released binary. A
//! debug build reads them from disk, so that a new style sheet needs no new binary.

use std::borrow::Cow;
use std::collections::HashMap;

use app::page::Assets;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use rust_embed::RustEmbed;

use super::Shared;
use super::compress::accepts_brotli;

/// The folder that `cargo xtask build` writes: every file, for most a Brotli twin (`name.br`), and
/// `manifest.json`, which leads from plain names to names with a hash.
#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Files;

const MANIFEST: &str = "manifest.json";

/// A file whose name carries a hash of its content never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file under a fixed name may change with the next release.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Files that programs look for at fixed addresses, beside `/assets`.
const FIXED: [&str; 2] = ["/favicon.ico", "/favicon.svg"];

/// Browsers ask for the service worker anew each time: an old one must not outlive a release.
const ALWAYS_ASKED: HeaderValue = HeaderValue::from_static("no-cache");

/// The addresses of the files that pages name. Without a build, in tests, they lead nowhere.
///
/// # Errors
/// When the manifest is not one.
pub fn addresses() -> anyhow::Result<Assets> {
    let manifest: HashMap<String, String> = match Files::get(MANIFEST) {
        Some(file) => serde_json::from_slice(&file.data)?,
        None => HashMap::new(),
    };
    let address = |name: &str| {
        let file = manifest.get(name).map_or(name, String::as_str);
        format!("/assets/{file}")
    };
    Ok(Assets {
        css: address("app.css"),
        js: address("frontend.js"),
        wasm: address("frontend.wasm"),
    })
}

/// Whether the build has written its files.
#[must_use]
pub fn are_built() -> bool {
    Files::get(MANIFEST).is_some()
}

/// The routes of all files.
pub fn routes() -> Router<Shared> {
    let mut router = Router::new().route(
        "/assets/{*name}",
        get(|Path(name): Path<String>, request: HeaderMap| async move {
            send(&name, FOR_EVER, &request)
        }),
    );
    router = router.route("/sw.js", get(service_worker));
    for address in FIXED {
        router = router.route(address, get(fixed));
    }
    router
}

async fn service_worker(State(server): State<Shared>) -> impl IntoResponse {
    let headers = [
        (CACHE_CONTROL, ALWAYS_ASKED),
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/javascript; charset=utf-8"),
        ),
    ];
    (headers, server.site.service_worker.as_str())
}

async fn fixed(request: Request) -> Response {
    let name = request.uri().path().trim_start_matches('/');
    send(name, FOR_A_DAY, request.headers())
}

fn send(name: &str, lifetime: HeaderValue, request: &HeaderMap) -> Response {
    let Some(kind) = media_type(name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let packed = if accepts_brotli(request) {
        Files::get(&format!("{name}.br"))
    } else {
        None
    };
    let is_packed = packed.is_some();
    let Some(file) = packed.or_else(|| Files::get(name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut answer = Response::new(Body::from(bytes_of(file.data)));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, lifetime);
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if is_packed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    answer
}

fn bytes_of(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

/// The kind of a file by its name; none for kinds that the build does not make, the manifest and the
/// packed twins among them.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}
