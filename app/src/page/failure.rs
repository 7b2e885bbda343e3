//! The pages of things that went wrong: what happened, what to do now, where to go, whom to call.

use domain::Locale;
use leptos::prelude::*;
use portal::accounts::Actor;
use portal::texts;

use super::ctx::href;
use super::{Ctx, Layout, Page, Surface};
use crate::paths;
use crate::ui::SearchBox;

/// A page that says in plain words what went wrong and what to do: 403, 404, 409, 413, 422, 429, 500,
/// 503; any other status is shown as one of these. `reference` helps the operator to find the line of
/// the log.
#[must_use]
pub fn failure_page(cx: &Ctx, status: u16, reference: Option<&str>) -> Page {
    let (locale, surface, path) = (cx.locale, cx.surface, cx.path.clone());
    let reference = reference.map(str::to_owned);
    Page::new(failure_title(locale, status), move || {
        failure_body(locale, surface, &path, status, reference.as_deref())
    })
    .status(status)
}

/// A page that says what an officer may not do, and why (403); `why` is the beginning of the Fluent keys of its
/// title and its text.
#[must_use]
pub fn forbidden_page(cx: &Ctx, why: &str) -> Page {
    let [title, text] = ["title", "text"].map(|part| cx.t(&format!("{why}-{part}")));
    let (back, label) = match cx.sitting {
        Some(_) => (paths::desk_counter(), "counter-back"),
        None => (paths::desk(), "desk-inbox"),
    };
    let label = cx.t(label);
    let page = Page::new(title, move || {
        view! {
            <div class="container container--narrow failure">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                <p><a href=back>{label}</a></p>
            </div>
        }
    });
    let page = page.status(403);
    match cx.actor {
        Actor::Officer(_) => page.layout(Layout::Desk),
        Actor::Anonymous | Actor::Citizen(_) => page,
    }
}

/// What happened, in a few words.
fn failure_title(locale: Locale, status: u16) -> &'static str {
    texts::text(locale, &format!("failure-{}-title", failure_key(status)))
}

/// Everything that such a page says. `path` is the address that was asked for, where it is known and
/// worth reporting.
fn failure_body(
    locale: Locale,
    surface: Surface,
    path: &str,
    status: u16,
    reference: Option<&str>,
) -> impl IntoView + use<> {
    let key = failure_key(status);
    let t = move |key: &str| texts::text(locale, key);
    let reference = reference.map(|reference| {
        let reference = [("reference", reference.into())];
        let text = texts::format(locale, "failure-reference", &reference);
        view! { <p class="failure__reference">{text}</p> }
    });
    let search = (key == "404").then(|| {
        view! {
            <SearchBox
                action=href(surface, paths::items())
                label=t("failure-search")
                id="not-found-search"
            />
        }
    });
    let ways = ways(surface, path, key)
        .into_iter()
        .map(|(address, label)| view! { <li><a href=address>{t(label)}</a></li> })
        .collect_view();
    view! {
        <div class="container container--narrow failure">
            <h1>{failure_title(locale, status)}</h1>
            <p class="lead">{t(&format!("failure-{key}-text"))}</p>
            {reference}
            {search}
            <div class="prose">
                <h2>{t("failure-ways")}</h2>
                <ul>{ways}</ul>
                <p>{t("failure-call")} " " <a href="tel:12345">"12345"</a></p>
            </div>
        </div>
    }
}

/// Where to go from here, each with the Fluent key of its words. A kiosk has fewer pages.
fn ways(surface: Surface, path: &str, key: &str) -> Vec<(String, &'static str)> {
    if surface == Surface::Counter {
        return vec![(paths::desk_counter(), "counter-back")];
    }
    let mut ways = vec![
        (href(surface, paths::home()), "failure-home"),
        (href(surface, paths::items()), "failure-services"),
    ];
    if surface == Surface::Kiosk {
        return ways;
    }
    ways.push((paths::my_cases(), "failure-cases"));
    // Whoever sent too much or too often has not found a mistake of the site.
    let is_ours = matches!(key, "403" | "404" | "500");
    if key == "404" {
        ways.push((paths::sitemap(), "failure-sitemap"));
    }
    if is_ours {
        let page = if path == paths::home() { "" } else { path };
        ways.push((paths::report(page), "failure-report"));
    }
    ways
}

/// The part of a Fluent key that belongs to a status.
fn failure_key(status: u16) -> &'static str {
    match status {
        404 | 405 | 410 => "404",
        400 | 401 | 403 => "403",
        409 => "409",
        413 => "413",
        422 => "422",
        429 => "429",
        408 | 503 | 504 => "503",
        _ => "500",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    const ALL: [u16; 8] = [403, 404, 409, 413, 422, 429, 500, 503];

    fn shown(surface: Surface, path: &str, status: u16) -> String {
        html(|| failure_body(Locale::En, surface, path, status, Some("abc-1")))
    }

    #[test]
    fn every_failure_says_what_to_do_and_whom_to_call() {
        for status in ALL {
            let html = shown(Surface::Web, "/", status);
            assert_contains(
                &html,
                &["abc-1", "href=\"/items\"", "href=\"/cases\"", "tel:12345"],
            );
            assert!(!html.contains("failure-4") && !html.contains("failure-5"));
            assert_eq!(html.contains("role=\"search\""), status == 404);
        }
    }

    #[test]
    fn what_was_not_found_can_be_reported() {
        let html = shown(Surface::Web, "/items/A%22", 404);
        assert_contains(
            &html,
            &["href=\"/report?page=/items/A%2522\"", "/about/sitemap"],
        );
        assert_contains(&shown(Surface::Web, "/", 500), &["href=\"/report\""]);
        assert!(!shown(Surface::Web, "/", 429).contains("/report"));
    }

    #[test]
    fn a_kiosk_stays_a_kiosk() {
        let html = shown(Surface::Kiosk, "/items/A-1", 404);
        assert_contains(&html, &["href=\"/kiosk\"", "action=\"/kiosk/items\""]);
        assert!(!html.contains("/report") && !html.contains("href=\"/cases\""));
    }
}
