//! The first page.

use std::ops::RangeInclusive;

use app::ui::IconKind;
use app::{Site, paths};
use maud::{Markup, html};
use portal::catalogue::{Home, ItemRow};

use super::entries;
use super::frame::document;
use super::pieces::{icon, search_box, tags};
use super::words::{counted, of, t};

/// As many cards as the portal shows.
const MAX_CARDS: usize = 9;

/// As many examples as the portal shows.
const EXAMPLES: RangeInclusive<u8> = 1..=5;

/// The arches of the picture, by their radius.
const ARCHES: [u16; 6] = [50, 80, 110, 140, 170, 200];

/// The whole page.
pub fn page(site: &Site, home: &Home) -> Markup {
    let body = html! {
        (hero(home))
        div class="container home" {
            (shortcuts())
            (entries::life())
            (entries::groups())
            (online(home))
            (entries::topics(home))
            (entries::departments(home))
            (help())
        }
    };
    document(
        site,
        "/",
        t("home-title"),
        Some(t("home-description")),
        body,
    )
}

fn hero(home: &Home) -> Markup {
    html! {
        div class="hero" {
            (gates())
            div class="container hero__inner" {
                h1 class="hero__title" { (t("home-heading")) }
                p class="hero__lead" { (counted("home-lead", home.total)) }
                (search_box(t("home-search-label"), "home-search", true))
                div class="hero__examples" {
                    p id="home-examples" { (t("home-examples")) }
                    ul aria-labelledby="home-examples" {
                        @for n in EXAMPLES { (example(t(&format!("home-example-{n}")))) }
                    }
                }
            }
        }
    }
}

fn example(words: &str) -> Markup {
    html! { li { a href=(paths::with_query(&paths::items(), &[("q", words)])) { (words) } } }
}

fn gates() -> Markup {
    html! {
        svg class="hero__gate" viewBox="0 0 440 320" aria-hidden="true" focusable="false" {
            @for radius in ARCHES {
                path class="hero__arch"
                    d={ "M" (220 - radius) " 320V220a" (radius) " " (radius) " 0 0 1 " (2 * radius) " 0V320" } {}
            }
            path class="hero__way" d="M198 320V220a22 22 0 0 1 44 0V320z" {}
        }
    }
}

/// What people come back for.
fn shortcuts() -> Markup {
    let links = [
        (paths::my_cases(), "home-link-progress", IconKind::Clock),
        (paths::verify(""), "home-link-verify", IconKind::Shield),
        (
            paths::access_records(),
            "home-link-access-records",
            IconKind::Display,
        ),
    ];
    html! {
        ul class="shortcuts" {
            @for (href, key, sign) in links {
                li class="shortcut" {
                    span class="shortcut__sign" { (icon(sign)) }
                    div {
                        a class="shortcut__link" href=(href) { (t(key)) }
                        p class="shortcut__about" { (t(&format!("{key}-about"))) }
                    }
                }
            }
        }
    }
}

fn online(home: &Home) -> Markup {
    let shown = home.online.get(..MAX_CARDS).unwrap_or(&home.online);
    html! {
        @if !shown.is_empty() {
            section class="section" aria-labelledby="home-online" {
                h2 class="section__title" id="home-online" { (t("home-online")) }
                div class="grid" {
                    @for row in shown { (card(row)) }
                }
            }
        }
    }
}

fn card(row: &ItemRow) -> Markup {
    html! {
        article class="card service-card" {
            h3 class="card__title" {
                a class="card__link" href=(paths::item(&row.code)) { (of(&row.name)) }
            }
            p class="service-card__department" { (of(&row.department_name)) }
            @if tags(row).next().is_some() {
                ul class="service-card__tags" {
                    @for (class, text) in tags(row) {
                        li { strong class=(class) { (text) } }
                    }
                }
            }
        }
    }
}

/// Somebody to talk to.
fn help() -> Markup {
    html! {
        section class="call" aria-labelledby="home-help" {
            h2 id="home-help" { (t("home-help")) }
            p { (t("home-help-text")) }
            p { a class="call__number" href="tel:12345" { "12345" } }
        }
    }
}
