//! What a reader's program understands, and which answers are packed on their way.

use http::HeaderMap;
use http::header::ACCEPT_ENCODING;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{
    DefaultPredicate, NotForContentType, Predicate as _, SizeAbove,
};

/// Answers below this size gain nothing.
const WORTH_BYTES: u64 = 860;

/// Brotli's level for answers that are packed anew each time.
const LEVEL: CompressionLevel = CompressionLevel::Precise(4);

/// The layer that packs dynamic answers. What is packed already passes untouched, and so do files that
/// somebody uploaded, whose kinds are packed by nature.
pub fn layer() -> CompressionLayer<impl tower_http::compression::predicate::Predicate> {
    let worth = DefaultPredicate::new()
        .and(SizeAbove::new(WORTH_BYTES))
        .and(NotForContentType::const_new("application/pdf"));
    CompressionLayer::new().quality(LEVEL).compress_when(worth)
}

/// Whether the reader's program understands Brotli. `q=0` says no.
pub fn accepts_brotli(request: &HeaderMap) -> bool {
    request
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| {
            value.split(',').any(|coding| {
                let mut parts = coding.split(';').map(str::trim);
                parts.next() == Some("br") && !parts.any(is_refusal)
            })
        })
}

/// `q=0`, with up to three zeros behind the point (RFC 9110 §12.4.2).
fn is_refusal(weight: &str) -> bool {
    weight
        .strip_prefix("q=0")
        .is_some_and(|rest| rest.bytes().all(|byte| matches!(byte, b'.' | b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_only_where_it_is_understood() {
        let accepts = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, value.parse().unwrap());
            accepts_brotli(&headers)
        };
        assert!(accepts("gzip, deflate, br, zstd") && accepts("br;q=0.5"));
        assert!(!accepts("gzip") && !accepts("br;q=0.000") && !accepts("brr"));
    }
}
