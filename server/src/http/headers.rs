//! Headers that every answer carries.
//!
//! The policy allows one inline script, the loader of the islands, by its hash: it is the same on
//! every page of a build, so that a page without personal data stays the same bytes for everybody. A
//! nonce would make every answer different.

use http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// Two years. Not for hosts below this one: other offices may serve them, and not by TLS.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// The policy of files that somebody has uploaded: nothing in them may run, even when a browser shows
/// them itself.
pub const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

/// The policy of the API's documentation, whose scripts and styles are files of our own. The hash is
/// that of the two rules which Swagger UI's logo carries inside.
pub const DOCUMENTATION: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; \
     style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; \
     connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
);

/// The headers, made once.
#[derive(Clone, Debug)]
pub struct SecurityHeaders(HeaderMap);

impl SecurityHeaders {
    /// Headers for the inline script with `loader_hash` (`sha256-…`). `hsts` when citizens come by TLS.
    #[must_use]
    pub fn new(loader_hash: &str, hsts: bool) -> Self {
        let mut headers = HeaderMap::new();
        if let Ok(policy) = HeaderValue::try_from(policy(loader_hash)) {
            headers.insert(CONTENT_SECURITY_POLICY, policy);
        }
        if hsts {
            headers.insert(STRICT_TRANSPORT_SECURITY, HSTS);
        }
        for (name, value) in [
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (REFERRER_POLICY, "same-origin"),
            (X_FRAME_OPTIONS, "DENY"),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                "same-origin",
            ),
            (
                HeaderName::from_static("cross-origin-resource-policy"),
                "same-origin",
            ),
            (
                HeaderName::from_static("permissions-policy"),
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            ),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        Self(headers)
    }

    /// Adds the headers to an answer; one that has a policy of its own keeps it.
    pub fn add_to(&self, answer: &mut HeaderMap) {
        answer.reserve(self.0.len());
        for (name, value) in &self.0 {
            if name != CONTENT_SECURITY_POLICY || !answer.contains_key(CONTENT_SECURITY_POLICY) {
                answer.insert(name, value.clone());
            }
        }
    }
}

fn policy(loader_hash: &str) -> String {
    // `strict-dynamic` lets the loader import its module; `self` beside it is for browsers that do
    // not know it.
    format!(
        "default-src 'none'; script-src '{loader_hash}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_allowed_but_webassembly() {
        let policy = policy("sha256-abc=");
        assert!(policy.contains("script-src 'sha256-abc=' 'strict-dynamic' 'wasm-unsafe-eval';"));
        assert_eq!(policy.matches("unsafe").count(), 1, "{policy}");
    }

    #[test]
    fn an_own_policy_stays() {
        let mut answer = HeaderMap::new();
        answer.insert(CONTENT_SECURITY_POLICY, SANDBOX);
        SecurityHeaders::new("sha256-abc=", true).add_to(&mut answer);
        assert_eq!(answer[CONTENT_SECURITY_POLICY], SANDBOX);
        assert_eq!(answer[STRICT_TRANSPORT_SECURITY], HSTS);
    }
}
