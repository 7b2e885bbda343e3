//! The first page.

use app::{Site, paths};
use maud::{Markup, html};
use portal::catalogue::{Home, ItemRow};

use super::frame::document;
use super::pieces::{search_box, tags, topic_name};
use super::words::{counted, of, t};

/// As many cards as the portal shows.
const MAX_CARDS: usize = 12;

/// The whole page.
pub fn page(site: &Site, home: &Home) -> Markup {
    let body = html! {
        (hero(home))
        div class="container" {
            (online(home))
            (topics(home))
            (departments(home))
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
            div class="container hero__inner" {
                h1 class="hero__title" { (t("home-heading")) }
                p class="lead" { (counted("home-lead", home.total)) }
                (search_box(t("home-search-label"), "home-search", true))
                ul class="hero__links" {
                    li { a href=(paths::my_cases()) { (t("home-link-progress")) } }
                    li { a href=(paths::verify("")) { (t("home-link-verify")) } }
                    li { a href=(paths::access_records()) { (t("home-link-access-records")) } }
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
            @if row.online {
                ul class="service-card__tags" {
                    @for (class, text) in tags(row) {
                        li { strong class=(class) { (text) } }
                    }
                }
            }
        }
    }
}

fn topics(home: &Home) -> Markup {
    html! {
        section class="section" aria-labelledby="home-topics" {
            h2 class="section__title" id="home-topics" { (t("home-topics")) }
            ul class="tiles" {
                @for (topic, count) in &home.topics {
                    li {
                        a class="tile" href=(paths::items_by_topic(topic.key())) {
                            (topic_name(*topic))
                            span class="tile__count" { (counted("items-count", *count)) }
                        }
                    }
                }
            }
        }
    }
}

fn departments(home: &Home) -> Markup {
    html! {
        section class="section" aria-labelledby="home-departments" {
            h2 class="section__title" id="home-departments" { (t("home-departments")) }
            ul class="columns" {
                @for department in home.departments.iter().filter(|department| department.items > 0) {
                    li {
                        a href=(paths::with_query(&paths::items(), &[("department", department.code.as_str())])) {
                            (of(&department.name))
                        }
                    }
                }
            }
        }
    }
}
