//! Addresses of pages and doors, as functions: pages, redirects and mails share them.
//!
//! Addresses name services, cases and certificates by their identifiers. No answer, name or number of
//! a person may ever become part of one.

mod catalogue;
mod desk;
mod documents;
pub mod door;
mod evaluations;
mod notices;
mod services;
mod supervision;

pub use catalogue::{
    checklist, choose, choose_step, department, departments, item, items, items_by_topic, life,
    outcome, people,
};

use domain::{CaseId, CertificateId, MaterialId};

pub use desk::*;
pub use documents::{desk_document, desk_document_file, document, document_file};
pub use evaluations::*;
pub use notices::*;
pub use services::*;
pub use supervision::*;

/// Where the kiosk's pages live; the rest of a kiosk's address is that of the web page.
pub const KIOSK_PREFIX: &str = "/kiosk";

/// The first page.
#[must_use]
pub fn home() -> String {
    "/".to_owned()
}

/// The citizen's sign-in; `next` is the address to go on to, empty for none.
#[must_use]
pub fn sign_in(next: &str) -> String {
    with_query("/sign-in", &[("next", next)])
}

/// Making an account.
#[must_use]
pub fn register() -> String {
    "/register".to_owned()
}

/// The officer's sign-in.
#[must_use]
pub fn desk_sign_in() -> String {
    "/desk/sign-in".to_owned()
}

/// The citizen's cases.
#[must_use]
pub fn my_cases() -> String {
    "/cases".to_owned()
}

/// One case of the citizen: state, progress, what can be done.
#[must_use]
pub fn case(id: &CaseId) -> String {
    format!("/cases/{id}")
}

/// One step of a case's form.
#[must_use]
pub fn step(id: &CaseId, key: &str) -> String {
    format!("/cases/{id}/steps/{}", encode(key))
}

/// The review before a case is submitted.
#[must_use]
pub fn review(id: &CaseId) -> String {
    format!("/cases/{id}/review")
}

/// The receipt of a submitted case.
#[must_use]
pub fn receipt(id: &CaseId) -> String {
    format!("/cases/{id}/receipt")
}

/// The question whether a case shall really be withdrawn.
#[must_use]
pub fn withdraw(id: &CaseId) -> String {
    format!("/cases/{id}/withdraw")
}

/// A file that belongs to a case.
#[must_use]
pub fn material(case: &CaseId, id: &MaterialId) -> String {
    format!("/cases/{case}/materials/{id}")
}

/// The citizen's own library of materials.
#[must_use]
pub fn my_materials() -> String {
    "/materials".to_owned()
}

/// The code that leads a telephone to a slot of a draft.
#[must_use]
pub fn case_hand_over(id: &CaseId, slot: &str) -> String {
    format!("/cases/{id}/hand-over/{}", encode(slot))
}

/// Where a telephone adds files; the secret in it is worth nothing after some minutes.
#[must_use]
pub fn hand_over(secret: &str) -> String {
    format!("/hand-over/{}", encode(secret))
}

/// Adding a material that was promised for later.
#[must_use]
pub fn follow_up(id: &CaseId, slot: &str) -> String {
    format!("/cases/{id}/follow-up/{}", encode(slot))
}

/// What changed in a service since a draft was started.
#[must_use]
pub fn new_version(id: &CaseId) -> String {
    format!("/cases/{id}/new-version")
}

/// The citizen's certificates.
#[must_use]
pub fn my_certificates() -> String {
    "/certificates".to_owned()
}

/// One certificate of the citizen, ready to print.
#[must_use]
pub fn certificate(id: &CertificateId) -> String {
    format!("/certificates/{id}")
}

/// The public check of a certificate by its identifier or of a document by its code; an empty one leads to the
/// empty form.
#[must_use]
pub fn verify(identifier: &str) -> String {
    with_query("/verify", &[("id", identifier)])
}

/// Who has read what about the citizen.
#[must_use]
pub fn access_records() -> String {
    "/access-records".to_owned()
}

/// The portal's reports at the desk; `page` counts from 1.
#[must_use]
pub fn desk_reports(answered: bool, page: usize) -> String {
    let tab = if answered { "answered" } else { "" };
    let page = if page > 1 {
        page.to_string()
    } else {
        String::new()
    };
    with_query("/desk/site-reports", &[("tab", tab), ("page", &page)])
}

/// What the portal keeps of its readers and why 隐私政策.
#[must_use]
pub fn privacy() -> String {
    "/about/privacy".to_owned()
}

/// For whom the portal works and where it does not yet 无障碍声明.
#[must_use]
pub fn accessibility() -> String {
    "/about/accessibility".to_owned()
}

/// What readers may expect and may not do 使用条款.
#[must_use]
pub fn terms() -> String {
    "/about/terms".to_owned()
}

/// Telephone, address and hours 联系我们.
#[must_use]
pub fn contact() -> String {
    "/about/contact".to_owned()
}

/// All columns of the portal on one page 网站地图.
#[must_use]
pub fn sitemap() -> String {
    "/about/sitemap".to_owned()
}

/// Reporting an error or harmful content; `page` is the address of the page that is meant, empty for
/// none.
#[must_use]
pub fn report(page: &str) -> String {
    with_query("/report", &[("page", page)])
}

/// The same form with a kind chosen, by the kind's key.
#[must_use]
pub fn report_kind(kind: &str, page: &str) -> String {
    with_query("/report", &[("kind", kind), ("page", page)])
}

/// The number of a report that was taken.
#[must_use]
pub fn report_received() -> String {
    "/report/received".to_owned()
}

/// The kiosk's first page.
#[must_use]
pub fn kiosk() -> String {
    KIOSK_PREFIX.to_owned()
}

/// The kiosk's card reader; `next` is the address to go on to, empty for none.
#[must_use]
pub fn kiosk_card(next: &str) -> String {
    with_query("/kiosk/card", &[("next", next)])
}

/// The kiosk's farewell.
#[must_use]
pub fn kiosk_ended() -> String {
    "/kiosk/ended".to_owned()
}

/// The address that a page has on the kiosk.
#[must_use]
pub fn on_kiosk(path: &str) -> String {
    let within = path
        .strip_prefix(KIOSK_PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    match path {
        "/" => kiosk(),
        _ if within => path.to_owned(),
        _ => format!("{KIOSK_PREFIX}{path}"),
    }
}

/// The mails that a development server has written instead of sending.
#[must_use]
pub fn dev_mails() -> String {
    "/dev/mails".to_owned()
}

/// One of these mails, by the name of its file.
#[must_use]
pub fn dev_mail(name: &str) -> String {
    format!("/dev/mails/{}", encode(name))
}

/// The gallery of all components, on development servers.
#[must_use]
pub fn dev_gallery() -> String {
    "/dev/gallery".to_owned()
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
