//! In which language a reader is answered: `?lang=` in the address, then the cookie that an earlier
//! choice has left, then the account's language, then what the browser asks for.

use domain::Locale;
use http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Uri};

use super::cookies;

/// Name of the cookie that keeps the choice.
const COOKIE: &str = "lang";

/// How long the choice is kept, in seconds: a year.
const KEPT_SECONDS: u32 = 365 * 24 * 3600;

/// What a request says about the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Chosen with this very request.
    pub chosen: Option<Locale>,
    remembered: Option<Locale>,
    accepted: Locale,
}

impl Language {
    /// Reads the address and the headers of a request.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Self {
            chosen: uri.query().and_then(chosen),
            remembered: cookies::value(headers, COOKIE).and_then(Locale::parse),
            accepted: Locale::negotiate(accepted),
        }
    }

    /// The language for somebody without an account.
    #[must_use]
    pub fn anonymous(self) -> Locale {
        self.for_account(None)
    }

    /// The language for somebody whose account prefers `account`.
    #[must_use]
    pub fn for_account(self, account: Option<Locale>) -> Locale {
        self.chosen
            .or(self.remembered)
            .or(account)
            .unwrap_or(self.accepted)
    }

    /// Keeps the choice of this request in a cookie, if it made one.
    pub fn remember(self, headers: &mut HeaderMap, secure: bool) {
        let Some(locale) = self.chosen else { return };
        let secure = if secure { "; Secure" } else { "" };
        let tag = locale.tag();
        let cookie = format!(
            "{COOKIE}={tag}; Path=/; Max-Age={KEPT_SECONDS}; HttpOnly; SameSite=Lax{secure}"
        );
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            headers.append(SET_COOKIE, cookie);
        }
    }
}

fn chosen(query: &str) -> Option<Locale> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .and_then(Locale::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(address: &str, cookie: Option<&str>, accept: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, accept.parse().unwrap());
        if let Some(cookie) = cookie {
            headers.insert(http::header::COOKIE, cookie.parse().unwrap());
        }
        Language::of(&address.parse().unwrap(), &headers)
    }

    #[test]
    fn the_nearest_wish_wins() {
        let asks = |address, cookie, accept, account| {
            language(address, cookie, accept).for_account(account)
        };
        let (zh, en) = (Locale::ZhHans, Locale::En);
        assert_eq!(asks("/?lang=en", Some("lang=zh-Hans"), "zh", Some(zh)), en);
        assert_eq!(asks("/", Some("lang=en"), "zh", Some(zh)), en);
        assert_eq!(asks("/", None, "en", Some(zh)), zh);
        assert_eq!(asks("/", None, "en-GB,zh;q=0.5", None), en);
        assert_eq!(asks("/?lang=tlh", Some("lang=tlh"), "en", None), en);
    }

    #[test]
    fn only_a_choice_leaves_a_cookie() {
        let mut headers = HeaderMap::new();
        language("/", Some("lang=en"), "zh").remember(&mut headers, true);
        assert!(headers.is_empty());
        language("/items?q=a&lang=en", None, "zh").remember(&mut headers, true);
        let cookie = headers[SET_COOKIE].to_str().unwrap();
        assert!(
            cookie.starts_with("lang=en; ") && cookie.ends_with("; Secure"),
            "{cookie}"
        );
    }
}
