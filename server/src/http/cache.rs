//! Pages for readers who are not signed in: rendered once for each address, language, surface and
//! publication, then sent as bytes.
//!
//! The key holds the civil date and the version of what is published, so a publication makes every
//! older page unreachable at once, and no page is ever older than what this node knows of the database.

mod stored;

use std::sync::Arc;
use std::time::Duration;

use app::page::{Modes, Surface};
use chrono::{Datelike as _, NaiveDate};
use domain::Locale;
use moka::future::Cache;

pub use stored::Stored;

use super::modes;

/// What one entry costs beside its page: key, headers, places in tables.
const ENTRY_BYTES: usize = 512;

/// Pages that nobody asks for go, above all those of older publications.
const IDLE: Duration = Duration::from_secs(15 * 60);

/// Parameters that public pages understand. An address with any other is rendered each time, so that
/// nobody can fill the cache with one page under a million addresses.
const PARAMETERS: [&str; 5] = ["q", "topic", "department", "audience", "page"];

/// The parameter that chooses the language; language and modes are part of the key itself.
const LANGUAGE: &str = "lang";

/// Finished pages; none are kept where the settings give them no memory.
pub struct PageCache(Option<Cache<String, Arc<Stored>>>);

/// What makes two pages of one address differ.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// The reader's language.
    pub locale: Locale,
    /// How pages are shown.
    pub modes: Modes,
    /// Where the reader stands.
    pub surface: Surface,
    /// Version of what is published.
    pub publication: u64,
    /// The civil date: pages may speak of today.
    pub day: NaiveDate,
}

/// The address of a public page with its parameters in one order, so that one page has one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Path and query for the page to link to.
    pub path: String,
    /// Whether only parameters stand in it that pages understand.
    pub is_known: bool,
}

impl Address {
    /// The address with the query's pairs, without the kiosk's prefix, the language and the modes.
    #[must_use]
    pub fn new(path: &str, query: &[(String, String)]) -> Self {
        let mut pairs: Vec<(&str, &str)> = query
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, _)| *name != LANGUAGE && !modes::PARAMETERS.contains(name))
            .collect();
        let is_known = pairs.iter().all(|(name, _)| PARAMETERS.contains(name));
        if is_known {
            // Pages take the first of two equal names; a stable sort keeps it first.
            pairs.sort_by_key(|(name, _)| *name);
            pairs.dedup_by_key(|(name, _)| *name);
        }
        Self {
            path: app::paths::with_query(path, &pairs),
            is_known,
        }
    }

    /// The key of the page in the cache.
    fn key(&self, edition: Edition) -> String {
        let Edition {
            locale,
            modes,
            surface,
            publication,
            day,
        } = edition;
        let surface = match surface {
            Surface::Web => 'w',
            Surface::Kiosk => 'k',
            Surface::Counter => 'c',
        };
        let day = day.num_days_from_ce();
        let (locale, modes) = (locale.tag(), modes.words());
        format!("{publication}{surface}{day}{locale}{modes}{}", self.path)
    }
}

impl PageCache {
    /// A cache of so many bytes; 0 keeps nothing, and every page is rendered for its reader.
    #[must_use]
    pub fn new(bytes: u64) -> Self {
        let cache = || {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|key: &String, page: &Arc<Stored>| {
                    let bytes = ENTRY_BYTES + key.len() + page.bytes();
                    u32::try_from(bytes).unwrap_or(u32::MAX)
                })
                .time_to_idle(IDLE)
                .build()
        };
        Self((bytes > 0).then(cache))
    }

    /// The page at an address, from memory, or as `render` makes it now; whoever asks for the same
    /// page in the meantime waits for this one. What `render` refuses is kept nowhere.
    ///
    /// # Errors
    /// What `render` returned instead of a page that everybody may see.
    pub async fn page<E: Send + Sync + 'static>(
        &self,
        address: &Address,
        edition: Edition,
        render: impl Future<Output = Result<String, E>>,
    ) -> Result<Arc<Stored>, Arc<E>> {
        let Some(cache) = self.0.as_ref().filter(|_| address.is_known) else {
            return match render.await {
                Ok(html) => Ok(Arc::new(Stored::once(html))),
                Err(error) => Err(Arc::new(error)),
            };
        };
        let key = address.key(edition);
        if let Some(page) = cache.get(&key).await {
            return Ok(page);
        }
        let make = async { render.await.map(|html| Arc::new(Stored::new(html))) };
        cache.try_get_with(key, make).await
    }
}

#[cfg(test)]
mod tests {
    use app::page::Theme;
    use http::header::ETAG;
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn pairs(query: &[(&str, &str)]) -> Vec<(String, String)> {
        query
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn one_page_has_one_address() {
        let one = Address::new(
            "/items",
            &pairs(&[
                ("topic", "birth"),
                ("lang", "en"),
                ("mode", "elder"),
                ("q", "社保"),
            ]),
        );
        let other = Address::new(
            "/items",
            &pairs(&[("q", "社保"), ("topic", "birth"), ("q", "second")]),
        );
        assert_eq!(one, other);
        assert!(one.is_known);
        assert_eq!(one.path, "/items?q=%E7%A4%BE%E4%BF%9D&topic=birth");
        assert!(!Address::new("/items", &pairs(&[("utm_source", "x")])).is_known);
    }

    const EDITION: Edition = Edition {
        locale: Locale::En,
        modes: Modes {
            elder: false,
            contrast: false,
            still: false,
            aloud: false,
            theme: Theme::System,
        },
        surface: Surface::Web,
        publication: 1,
        day: NaiveDate::MIN,
    };

    #[test]
    fn keys_differ_in_language_modes_surface_publication_and_day() {
        let address = Address::new("/", &[]);
        let keys = [
            EDITION,
            Edition {
                locale: Locale::ZhHans,
                ..EDITION
            },
            Edition {
                modes: Modes::parse("elder"),
                ..EDITION
            },
            Edition {
                surface: Surface::Kiosk,
                ..EDITION
            },
            Edition {
                publication: 11,
                ..EDITION
            },
            Edition {
                day: NaiveDate::MAX,
                ..EDITION
            },
        ]
        .map(|edition| address.key(edition));
        let different: std::collections::HashSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
    }

    #[tokio::test]
    async fn a_known_page_is_rendered_once_and_a_refused_one_never_kept() {
        let cache = PageCache::new(1 << 20);
        let address = Address::new("/", &[]);
        let refused = cache
            .page(&address, EDITION, async { Err::<String, _>("no") })
            .await;
        assert_eq!(*refused.unwrap_err(), "no");
        let first = cache
            .page(&address, EDITION, async { Ok::<_, ()>("one".to_owned()) })
            .await
            .unwrap();
        let second = cache
            .page(&address, EDITION, async { Ok::<_, ()>("two".to_owned()) })
            .await
            .unwrap();
        assert!(Arc::ptr_eq(&first, &second));
        let newer = Edition {
            publication: 2,
            ..EDITION
        };
        let third = cache
            .page(&address, newer, async { Ok::<_, ()>("two".to_owned()) })
            .await
            .unwrap();
        assert_eq!(third.html, "two");
    }

    #[tokio::test]
    async fn without_memory_every_reader_gets_a_page_rendered_anew() {
        let cache = PageCache::new(0);
        let address = Address::new("/", &[]);
        for html in ["one", "two"] {
            let page = cache
                .page(&address, EDITION, async { Ok::<_, ()>(html.to_owned()) })
                .await
                .unwrap();
            assert_eq!(page.html, html);
            let answer = page.answer(&HeaderMap::new());
            assert_eq!(answer.status(), StatusCode::OK);
            assert!(
                !answer.headers().contains_key(ETAG),
                "nobody asks for it again"
            );
        }
    }
}
