//! What programs look for at fixed addresses: rules for robots, the search for browsers, the name of
//! the portal on a home screen, and whom to tell of a security hole.

use std::fmt::Write as _;

use app::paths;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use chrono::{SecondsFormat, TimeDelta};
use domain::Locale;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use portal::texts;
use serde_json::json;

use super::{Inquiry, Shared};

/// These files change with the program's release or its settings.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Addresses that are no use to a search engine: they lead to a sign-in, or change something.
const CLOSED: [&str; 14] = [
    "/access-records",
    "/api/",
    "/cases",
    "/certificates",
    "/materials",
    "/hand-over",
    "/desk",
    "/dev/",
    "/do/",
    "/kiosk",
    "/notices",
    "/register",
    "/report/received",
    "/sign-in",
];

/// Days that the contact for security holes may be trusted; RFC 9116 advises less than a year.
const SECURITY_DAYS: i64 = 180;

/// The main colour of the style sheet.
const THEME: &str = "#0a5a66";

/// The routes of these files.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/opensearch.xml", get(opensearch))
        .route("/manifest.webmanifest", get(manifest))
        .route("/.well-known/security.txt", get(security))
}

/// Rules for robots (RFC 9309), with the address of the sitemap.
async fn robots(State(server): State<Shared>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for address in CLOSED {
        let _ = writeln!(text, "Disallow: {address}");
    }
    let _ = writeln!(
        text,
        "\nSitemap: {}/sitemap.xml",
        server.site.facts.base_url
    );
    file("text/plain; charset=utf-8", text)
}

/// The search of services as a search engine of the browser (OpenSearch 1.1).
async fn opensearch(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
) -> Response {
    let locale = inquiry.language.anonymous();
    let base = escaped(&server.site.facts.base_url);
    let name = escaped(texts::text(locale, "site-name"));
    let description = escaped(texts::text(locale, "items-description"));
    let (items, tag) = (paths::items(), locale.tag());
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{name}</ShortName>\n\
         <Description>{description}</Description>\n\
         <Language>{tag}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Image width=\"64\" height=\"64\" type=\"image/svg+xml\">{base}/favicon.svg</Image>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{base}{items}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" \
         template=\"{base}/opensearch.xml\"/>\n\
         </OpenSearchDescription>\n"
    );
    in_language(file("application/opensearchdescription+xml", text))
}

/// The web app manifest.
async fn manifest(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
) -> Response {
    let locale = inquiry.language.anonymous();
    let t = |key: &str| texts::text(locale, key);
    let shortcut = |key: &str, url: String| json!({ "name": t(key), "url": url });
    let manifest = json!({
        "id": "/",
        "name": format!("{} - {}", t("site-name"), server.site.facts.sponsor.get(locale)),
        "short_name": t("site-name"),
        "description": t("home-description"),
        "lang": locale.tag(),
        "dir": "ltr",
        "start_url": paths::home(),
        "scope": "/",
        // The address stays visible: people have to see whose site they are on.
        "display": "minimal-ui",
        "theme_color": THEME,
        "background_color": "#ffffff",
        "icons": [{
            "src": "/favicon.svg",
            "type": "image/svg+xml",
            "sizes": "any",
            "purpose": "any",
        }],
        "shortcuts": [
            shortcut("nav-services", paths::items()),
            shortcut("nav-my-cases", paths::my_cases()),
            shortcut("nav-verify", paths::verify("")),
        ],
    });
    in_language(file("application/manifest+json", manifest.to_string()))
}

/// Whom to tell of a security hole (RFC 9116).
async fn security(State(server): State<Shared>) -> Response {
    let facts = &server.site.facts;
    let base = &facts.base_url;
    let expires = server.portal.now() + TimeDelta::days(SECURITY_DAYS);
    let expires = expires.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut text = String::new();
    if let Some(mail) = &facts.mail {
        let _ = writeln!(text, "Contact: mailto:{mail}");
    }
    let report = paths::report("");
    let languages = Locale::ALL.map(Locale::tag).join(", ");
    let _ = write!(
        text,
        "Contact: {base}{report}\nExpires: {expires}\nPreferred-Languages: {languages}\n\
         Canonical: {base}/.well-known/security.txt\n"
    );
    file("text/plain; charset=utf-8", text)
}

/// A file of this kind.
fn file(kind: &'static str, text: String) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CACHE_CONTROL, FOR_A_DAY),
    ];
    (headers, text).into_response()
}

/// A file in the reader's language is no file for all readers.
fn in_language(mut answer: Response) -> Response {
    let vary = HeaderValue::from_static("Accept-Language, Cookie");
    answer.headers_mut().insert(VARY, vary);
    answer
}

/// The text as the content of an XML element or attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_an_element_or_an_attribute() {
        assert_eq!(escaped("a&b<\"c\""), "a&amp;b&lt;&quot;c&quot;");
    }
}
