//! A finished page.

use std::io::Write as _;

use axum::body::Body;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use brotli::CompressorWriter;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use sha2::{Digest as _, Sha256};

use crate::http::compress::accepts_brotli;

/// A level that packs nearly as well as the best one in a twentieth of the time.
const BROTLI_QUALITY: u32 = 5;
const BROTLI_WINDOW: u32 = 22;
const BROTLI_BUFFER: usize = 16 * 1024;

/// Browsers keep the page and ask each time whether it is still right: it must be fresh within a
/// second of a publication.
const CACHE_HEADER: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

/// The reader's cookies choose the language, and whether the page is this one at all.
const VARY_HEADER: HeaderValue =
    HeaderValue::from_static("Accept-Language, Cookie, Accept-Encoding");

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// A finished page, as it is sent.
#[derive(Debug)]
pub struct Stored {
    pub(super) html: Bytes,
    /// What a page that is kept has besides: it pays only for those that are sent more than once.
    kept: Option<Kept>,
}

/// The page packed beforehand, and the names of both forms.
#[derive(Debug)]
struct Kept {
    html_tag: HeaderValue,
    brotli: Bytes,
    brotli_tag: HeaderValue,
}

impl Stored {
    /// Packs a page, and names it by its content.
    #[must_use]
    pub fn new(html: String) -> Self {
        let digest = URL_SAFE_NO_PAD.encode(&Sha256::digest(&html)[..12]);
        let tag = |suffix: &str| {
            HeaderValue::try_from(format!("\"{digest}{suffix}\""))
                .unwrap_or(HeaderValue::from_static("\"\""))
        };
        Self {
            kept: Some(Kept {
                html_tag: tag(""),
                brotli_tag: tag("b"),
                brotli: packed(html.as_bytes()),
            }),
            html: html.into(),
        }
    }

    /// A page for one reader: neither packed beforehand nor named, since nobody asks for it again.
    #[must_use]
    pub fn once(html: String) -> Self {
        Self {
            html: html.into(),
            kept: None,
        }
    }

    /// What it takes up in memory.
    pub(super) fn bytes(&self) -> usize {
        self.html.len() + self.kept.as_ref().map_or(0, |kept| kept.brotli.len())
    }

    /// The answer to a request for this page: packed where the reader's program understands that,
    /// and only "not modified" where it has the page already.
    #[must_use]
    pub fn answer(&self, request: &HeaderMap) -> Response {
        let (body, tag, packed) = match &self.kept {
            Some(kept) if !kept.brotli.is_empty() && accepts_brotli(request) => {
                (&kept.brotli, Some(&kept.brotli_tag), true)
            }
            Some(kept) => (&self.html, Some(&kept.html_tag), false),
            None => (&self.html, None, false),
        };
        let has_it = request
            .get(IF_NONE_MATCH)
            .zip(tag)
            .is_some_and(|(known, tag)| names(known, tag));
        let mut answer = Response::new(if has_it {
            Body::empty()
        } else {
            Body::from(body.clone())
        });
        let headers = answer.headers_mut();
        if let Some(tag) = tag {
            headers.insert(ETAG, tag.clone());
        }
        headers.insert(CACHE_CONTROL, CACHE_HEADER);
        headers.insert(VARY, VARY_HEADER);
        if has_it {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            return answer;
        }
        headers.insert(CONTENT_TYPE, HTML);
        if packed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        answer
    }
}

/// Whether a list of tags names this one. Comparison is weak (RFC 9110 §13.1.2), since proxies mark
/// tags as weak when they pack a page themselves.
fn names(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else {
        return false;
    };
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// The page packed with Brotli; empty when it cannot be, which never happens in memory.
fn packed(html: &[u8]) -> Bytes {
    let mut packed = Vec::with_capacity(html.len() / 4);
    let written = {
        let mut writer =
            CompressorWriter::new(&mut packed, BROTLI_BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
        writer.write_all(html).and_then(|()| writer.flush())
    };
    if written.is_ok() {
        packed.into()
    } else {
        Bytes::new()
    }
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT_ENCODING;

    use super::*;

    #[test]
    fn whoever_has_the_page_gets_only_the_news_that_it_is_the_same() {
        let page = Stored::new("<p>page</p>".to_owned());
        let mut request = HeaderMap::new();
        let first = page.answer(&request);
        assert_eq!(first.status(), StatusCode::OK);
        let tag = first.headers()[ETAG].to_str().unwrap();
        request.insert(IF_NONE_MATCH, format!("\"x\", W/{tag}").parse().unwrap());
        assert_eq!(page.answer(&request).status(), StatusCode::NOT_MODIFIED);
        request.insert(ACCEPT_ENCODING, "br".parse().unwrap());
        let packed = page.answer(&request);
        assert_eq!(
            packed.status(),
            StatusCode::OK,
            "the packed bytes have a tag of their own"
        );
        assert_eq!(packed.headers()[CONTENT_ENCODING], "br");
    }
}
