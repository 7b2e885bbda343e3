//! In which modes a reader gets pages: those wished for in the address, on top of those that a cookie
//! has kept from earlier wishes.

use app::page::Modes;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue, Uri};

use super::cookies;

/// Name of the cookie that keeps the wishes.
const COOKIE: &str = "modes";

/// The parameters that wish for modes. The settings' form has radio buttons for the colours, which need
/// a name of their own.
pub const PARAMETERS: [&str; 2] = ["mode", "theme"];

/// How long wishes are kept, in seconds: a year.
const KEPT_SECONDS: u32 = 365 * 24 * 3600;

/// What a request says about modes.
#[derive(Clone, Copy, Debug)]
pub struct ModeWish {
    /// The modes of the answer.
    pub modes: Modes,
    is_new: bool,
}

impl ModeWish {
    /// Reads the address and the cookie of a request.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let remembered = cookies::value(headers, COOKIE).map(Modes::parse);
        let mut wish = Self {
            modes: remembered.unwrap_or_default(),
            is_new: false,
        };
        for word in uri.query().into_iter().flat_map(words) {
            wish.modes = wish.modes.with(word);
            wish.is_new = true;
        }
        wish
    }

    /// Keeps the wishes of this request in a cookie, if it had any.
    pub fn remember(self, headers: &mut HeaderMap, secure: bool) {
        if !self.is_new {
            return;
        }
        let secure = if secure { "; Secure" } else { "" };
        let words = self.modes.words();
        let seconds = if words.is_empty() { 0 } else { KEPT_SECONDS };
        let cookie =
            format!("{COOKIE}={words}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            headers.append(SET_COOKIE, cookie);
        }
    }
}

/// The words of a query that wish for modes, in its order.
fn words(query: &str) -> impl Iterator<Item = &str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| PARAMETERS.contains(name))
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(address: &str, cookie: &str) -> ModeWish {
        let mut headers = HeaderMap::new();
        headers.insert(http::header::COOKIE, cookie.parse().unwrap());
        ModeWish::of(&address.parse().unwrap(), &headers)
    }

    #[test]
    fn wishes_come_on_top_of_what_is_kept() {
        for (address, cookie, expected) in [
            ("/", "", ""),
            ("/", "modes=elder.dark", "elder.dark"),
            ("/?mode=contrast", "modes=elder", "elder.contrast"),
            ("/?mode=no-elder&q=a", "modes=elder.dark", "dark"),
            (
                "/?mode=standard&mode=still&theme=light",
                "modes=elder.dark",
                "still.light",
            ),
            ("/?mode=%3Cscript%3E", "modes=nonsense", ""),
        ] {
            assert_eq!(
                wish(address, cookie).modes.words(),
                expected,
                "{address} {cookie}"
            );
        }
    }

    #[test]
    fn only_a_wish_leaves_a_cookie_and_the_last_one_takes_it_away() {
        let cookie = |address: &str| {
            let mut headers = HeaderMap::new();
            wish(address, "modes=elder").remember(&mut headers, true);
            headers
                .get(SET_COOKIE)
                .map(|cookie| cookie.to_str().unwrap().to_owned())
        };
        assert_eq!(cookie("/items?q=a"), None);
        let kept = cookie("/?mode=dark").unwrap();
        assert!(
            kept.starts_with("modes=elder.dark; ") && kept.ends_with("; Secure"),
            "{kept}"
        );
        assert!(
            cookie("/?mode=standard")
                .unwrap()
                .contains("modes=; Path=/; Max-Age=0;")
        );
    }
}
