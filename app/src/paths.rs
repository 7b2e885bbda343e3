//! Addresses of pages and doors, as functions: pages, redirects and mails share them.
//!
//! Addresses name services, cases and certificates by their identifiers. No answer, name or number of
//! a person may ever become part of one.

mod accounts;
mod cases;
mod catalogue;
mod certificates;
mod desk;
mod dev;
mod documents;
pub mod door;
mod evaluations;
mod kiosk;
mod notices;
mod services;
mod site;
mod supervision;

pub use catalogue::{
    checklist, choose, choose_step, department, departments, item, items, items_by_topic, life,
    outcome, people,
};

pub use accounts::*;
pub use cases::*;
pub use certificates::*;
pub use desk::*;
pub use dev::*;
pub use documents::{desk_document, desk_document_file, document, document_file};
pub use evaluations::*;
pub use kiosk::*;
pub use notices::*;
pub use services::*;
pub use site::*;
pub use supervision::*;

/// The first page.
#[must_use]
pub fn home() -> String {
    "/".to_owned()
}

/// An address to go on to, if it is one of this site: what a form or a link brings along is not to
/// be trusted. `//name` and `/\\name` are other sites' addresses to a browser.
#[must_use]
pub fn own(next: &str) -> Option<&str> {
    let rest = next.strip_prefix('/')?;
    let ours = !rest.starts_with(['/', '\\']) && !rest.contains(char::is_control);
    ours.then_some(next)
}

/// The same page in another language, `tag` being `zh-Hans`, `zh-Hant` or `en`: keeps the query, replaces
/// `lang`.
#[must_use]
pub fn in_language(path_and_query: &str, tag: &str) -> String {
    choosing(path_and_query, "lang", tag)
}

/// The same page in another mode, `word` being one that `Modes::with` knows: keeps the query, replaces
/// `mode`.
#[must_use]
pub fn in_mode(path_and_query: &str, word: &str) -> String {
    choosing(path_and_query, "mode", word)
}

/// The settings of language and display, which lead back to `next`.
#[must_use]
pub fn display(next: &str) -> String {
    with_query("/display", &[("next", next)])
}

/// The page with one parameter of its query replaced.
fn choosing(path_and_query: &str, name: &str, value: &str) -> String {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    // `//name` would be another site's address; what was asked for is not ours to trust.
    let mut out = format!("/{}?", path.trim_start_matches(['/', '\\']));
    let kept = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !is_named(pair, name));
    for pair in kept {
        out.push_str(pair);
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
    out.push_str(&encode(value));
    out
}

fn is_named(pair: &str, name: &str) -> bool {
    pair.split('=').next() == Some(name)
}

/// The parameter of an address that shows a form again with what was typed and what is wrong with it.
/// Without it a form is fresh, whatever the session still keeps.
pub const AGAIN: &str = "again";

/// The address of a form that is shown again.
#[must_use]
pub fn again(form: &str) -> String {
    let separator = if form.contains('?') { '&' } else { '?' };
    format!("{form}{separator}{AGAIN}=1")
}

/// Appends a query to a path; pairs with an empty value are left out.
#[must_use]
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    let mut separator = '?';
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(separator);
        out.push_str(name);
        out.push('=');
        out.push_str(&encode(value));
        separator = '&';
    }
    out
}

/// Percent-encodes everything but letters, digits and `-._~/` (RFC 3986; `/` is allowed in a query
/// and keeps `next=` readable).
#[must_use]
pub fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_encoded_and_empty_ones_left_out() {
        assert_eq!(sign_in(""), "/sign-in");
        assert_eq!(
            sign_in("/cases/1?x=a&b"),
            "/sign-in?next=/cases/1%3Fx%3Da%26b"
        );
        assert_eq!(items_by_topic("birth"), "/items?topic=birth");
        assert_eq!(
            with_query("/items", &[("q", "社保")]),
            "/items?q=%E7%A4%BE%E4%BF%9D"
        );
        let list = desk_list(&[("tab", "to-accept"), ("light", "")]);
        assert_eq!(list, "/desk?tab=to-accept");
    }

    #[test]
    fn a_form_that_is_shown_again_keeps_its_query() {
        assert_eq!(again(&kiosk_card("")), "/kiosk/card?again=1");
        assert_eq!(
            again(&kiosk_card("/cases")),
            "/kiosk/card?next=/cases&again=1"
        );
    }

    #[test]
    fn only_own_addresses_are_gone_on_to() {
        assert_eq!(own("/cases/1?check=1"), Some("/cases/1?check=1"));
        for foreign in [
            "",
            "cases",
            "//example.org",
            "/\\example.org",
            "https://example.org",
            "/a\nb",
        ] {
            assert_eq!(own(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn the_language_link_keeps_the_rest_of_the_query() {
        assert_eq!(in_language("/", "en"), "/?lang=en");
        assert_eq!(
            in_language("/items?q=a%20b&lang=en&page=2", "zh-Hans"),
            "/items?q=a%20b&page=2&lang=zh-Hans"
        );
        assert_eq!(
            in_language("//example.org/x", "en"),
            "/example.org/x?lang=en"
        );
        assert_eq!(in_language("/\\example.org", "en"), "/example.org?lang=en");
        assert_eq!(
            in_mode("/items?mode=dark&q=a", "no-elder"),
            "/items?q=a&mode=no-elder"
        );
    }
}
