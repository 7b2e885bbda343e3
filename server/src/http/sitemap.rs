//! The sitemap for search engines (sitemaps.org): every public page and every service in every
//! language, made once for each publication.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use app::page::{Access, Facts, Route};
use app::paths;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use bytes::Bytes;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::Locale;
use domain::catalogue::{LifeEvent, PeopleGroup};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use portal::{Internal, Portal};

use super::discovery::escaped;
use super::pages::failure;
use super::{Inquiry, Shared};

/// Most addresses of one file.
const MAX_ADDRESSES: usize = 50_000;

/// Search engines come back for it anyway; an hour spares the rest.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A page that everybody may read, and when it last changed.
struct Entry {
    path: String,
    changed_at: DateTime<Utc>,
}

/// The files of one publication; the first is `/sitemap.xml`.
struct Files {
    publication: u64,
    files: Vec<Bytes>,
}

/// The sitemap of the newest publication that was asked for.
#[derive(Default)]
pub struct Sitemap(Mutex<Option<Arc<Files>>>);

/// The routes of the sitemap.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/sitemap.xml", get(first))
        .route("/sitemap/{name}", get(part))
}

async fn first(State(server): State<Shared>, Extension(inquiry): Extension<Inquiry>) -> Response {
    send(&server, inquiry, 0).await
}

/// A part of a sitemap that is too long for one file: `1.xml`, `2.xml` …
async fn part(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    Path(name): Path<String>,
) -> Response {
    let number = name
        .strip_suffix(".xml")
        .and_then(|number| number.parse().ok())
        .filter(|number| *number > 0);
    match number {
        Some(number) => send(&server, inquiry, number).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn send(server: &Shared, inquiry: Inquiry, number: usize) -> Response {
    let files = match server
        .sitemap
        .files(&server.portal, &server.site.facts)
        .await
    {
        Ok(files) => files,
        Err(error) => return failure(server, inquiry, &error),
    };
    match files.files.get(number) {
        Some(file) => {
            let headers = [(CONTENT_TYPE, XML), (CACHE_CONTROL, FOR_AN_HOUR)];
            (headers, file.clone()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Sitemap {
    /// The files of the current publication, from memory or made now.
    async fn files(&self, portal: &Portal, facts: &Facts) -> Result<Arc<Files>, Internal> {
        let publication = portal.publication().current();
        let known = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(files) = known.filter(|files| files.publication == publication) {
            return Ok(files);
        }
        let entries = entries(portal, &app::routes()).await?;
        let files = Arc::new(Files {
            publication,
            files: files(&entries, facts, MAX_ADDRESSES),
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&files));
        Ok(files)
    }
}

/// The pages of the table that everybody may read, two that depend on the visitor and can be found all
/// the same, and the services.
async fn entries(portal: &Portal, table: &[Route]) -> Result<Vec<Entry>, Internal> {
    let services = portal.catalogue().changes().await?;
    let about = app::site::updated_at();
    let newest = services.iter().map(|(_, changed_at)| *changed_at).max();
    let newest = newest.unwrap_or(about).max(about);
    let pages = table
        .iter()
        .filter(|route| route.access == Access::Anyone && !route.pattern.contains('{'))
        .map(|route| route.pattern.to_owned())
        .chain([paths::verify(""), paths::report("")])
        .chain(LifeEvent::ALL.map(|event| paths::life(event.key())))
        .chain(PeopleGroup::ALL.map(|group| paths::people(group.key())))
        .map(|path| Entry {
            changed_at: if path.starts_with("/about/") {
                about
            } else {
                newest
            },
            path,
        });
    let services = services.iter().map(|(code, changed_at)| Entry {
        path: paths::item(code),
        changed_at: *changed_at,
    });
    Ok(pages.chain(services).collect())
}

/// One file where all addresses fit into it, else an index and the parts that it names.
fn files(entries: &[Entry], facts: &Facts, most: usize) -> Vec<Bytes> {
    let each = (most / Locale::ALL.len()).max(1);
    if entries.len() <= each {
        return vec![addresses(entries, facts)];
    }
    let parts = entries.chunks(each).map(|part| addresses(part, facts));
    let parts: Vec<Bytes> = parts.collect();
    let mut index =
        format!("{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for number in 1..=parts.len() {
        let base = escaped(&facts.base_url);
        let _ = writeln!(
            index,
            "<sitemap><loc>{base}/sitemap/{number}.xml</loc></sitemap>"
        );
    }
    index.push_str("</sitemapindex>\n");
    std::iter::once(Bytes::from(index)).chain(parts).collect()
}

/// The addresses of these pages, each language with all its alternates.
fn addresses(entries: &[Entry], facts: &Facts) -> Bytes {
    let mut out = format!(
        "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    for Entry { path, changed_at } in entries {
        let changed = changed_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut alternates = String::new();
        for locale in Locale::ALL {
            alternate(
                &mut alternates,
                locale.tag(),
                &facts.address_of(path, locale),
            );
        }
        alternate(
            &mut alternates,
            "x-default",
            &format!("{}{path}", facts.base_url),
        );
        for locale in Locale::ALL {
            let address = escaped(&facts.address_of(path, locale));
            let _ = writeln!(
                out,
                "<url><loc>{address}</loc><lastmod>{changed}</lastmod>{alternates}</url>"
            );
        }
    }
    out.push_str("</urlset>\n");
    Bytes::from(out)
}

fn alternate(out: &mut String, language: &str, address: &str) {
    let address = escaped(address);
    let _ = write!(
        out,
        "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: usize) -> Vec<Entry> {
        (0..count)
            .map(|number| Entry {
                path: format!("/items/A-{number}"),
                changed_at: DateTime::UNIX_EPOCH,
            })
            .collect()
    }

    fn written(count: usize, most: usize) -> Vec<String> {
        let facts = Facts {
            base_url: "https://portal.example".to_owned(),
            ..Facts::default()
        };
        files(&pages(count), &facts, most)
            .iter()
            .map(|file| String::from_utf8(file.to_vec()).unwrap())
            .collect()
    }

    #[test]
    fn a_short_one_is_one_file() {
        let files = written(2, 2 * Locale::ALL.len());
        assert_eq!(files.len(), 1);
        let file = &files[0];
        assert_eq!(file.matches("<url>").count(), 2 * Locale::ALL.len());
        for part in [
            "<loc>https://portal.example/items/A-0?lang=zh-Hans</loc>",
            "<lastmod>1970-01-01T00:00:00Z</lastmod>",
            "hreflang=\"en\" href=\"https://portal.example/items/A-1?lang=en\"",
            "hreflang=\"x-default\" href=\"https://portal.example/items/A-1\"",
        ] {
            assert!(file.contains(part), "no {part} in {file}");
        }
    }

    #[test]
    fn a_long_one_is_an_index_and_its_parts() {
        let files = written(5, 2 * Locale::ALL.len());
        assert_eq!(files.len(), 1 + 3);
        assert!(files[0].contains("<loc>https://portal.example/sitemap/3.xml</loc>"));
        assert!(!files[0].contains("<url>"));
        let addresses: usize = files[1..]
            .iter()
            .map(|file| file.matches("<url>").count())
            .sum();
        assert_eq!(addresses, 5 * Locale::ALL.len());
        assert!(files[3].contains("/items/A-4"));
    }
}
