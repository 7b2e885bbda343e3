//! One identifier, one line in the log and one count in the metrics for each request.

use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use http::header::HeaderName;
use http::{HeaderValue, Method};

/// Name under which the lines of requests are logged.
const TARGET: &str = "request";

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Stands for every address that no route knows, so that nothing that somebody typed gets into the
/// log, and strangers cannot make the metrics grow.
const UNKNOWN: &str = "-";

/// Tells this process from others, so that identifiers of two nodes do not meet in one log.
static PROCESS: LazyLock<u32> = LazyLock::new(|| {
    let random = RandomState::new().hash_one(std::process::id());
    u32::try_from(random >> 32).unwrap_or_default()
});

static NEXT: AtomicU64 = AtomicU64::new(1);

/// The identifier of a request: what a reader may be asked for, and what leads to the line in the log.
#[derive(Clone, Copy, Debug)]
pub struct RequestId(u32, u64);

impl RequestId {
    /// The next one of this process.
    pub fn next() -> Self {
        Self(*PROCESS, NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:08x}-{:06x}", self.0, self.1)
    }
}

/// A request under way.
pub struct Observed {
    id: RequestId,
    began: Instant,
    path: Option<MatchedPath>,
    method: &'static str,
}

impl Observed {
    /// To be called where the route is known already.
    pub fn begin(request: &Request, id: RequestId) -> Self {
        Self {
            id,
            began: Instant::now(),
            path: request.extensions().get::<MatchedPath>().cloned(),
            method: name_of(request.method()),
        }
    }

    /// Writes the line, counts, and tells the reader the identifier.
    pub fn end(self, answer: &mut Response) {
        let Self {
            id,
            began,
            path,
            method,
        } = self;
        let path = path.as_ref().map_or(UNKNOWN, MatchedPath::as_str);
        let status = answer.status().as_u16();
        let took = began.elapsed();
        let ms = (took.as_secs_f64() * 100_000.0).round() / 100.0;
        tracing::info!(target: TARGET, %id, method, path, status, ms);
        metrics::histogram!(
            "tongban_request_seconds",
            "method" => method, "path" => path.to_owned(), "status" => class_of(status)
        )
        .record(took.as_secs_f64());
        if let Ok(value) = HeaderValue::try_from(id.to_string()) {
            answer.headers_mut().insert(X_REQUEST_ID, value);
        }
    }
}

/// A class of statuses is enough to see what goes wrong, and keeps the metrics small.
const fn class_of(status: u16) -> &'static str {
    match status {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}

/// Methods that we know; a client may send any word it likes.
fn name_of(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
