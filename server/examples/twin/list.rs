//! The list of all items on one page.

use app::{Site, paths};
use domain::catalogue::Audience;
use maud::{Markup, html};
use portal::catalogue::{Filter, Home, ItemPage, ItemRow};

use super::frame::document;
use super::pieces::{audience_key, search_box, tags, topic_name};
use super::words::{counted, of, t};

/// All items at once.
pub const EVERYTHING: Filter = Filter {
    life_event: None,
    group: None,
    topic: None,
    department: None,
    audience: None,
    query: None,
    page: 0,
};

/// The whole page.
pub fn page(site: &Site, found: &ItemPage, home: &Home) -> Markup {
    let body = html! {
        div class="container" {
            header class="page-header" {
                h1 { (t("items-title")) }
                (search_box(t("home-search-label"), "items-search", true))
            }
            div class="browse" {
                (sidebar(home))
                section aria-labelledby="items-found" {
                    h2 class="section__title" id="items-found" { (counted("items-found", found.total)) }
                    ul class="item-list" {
                        @for row in &found.rows { (item(row)) }
                    }
                }
            }
        }
    };
    document(
        site,
        "/items?page=all",
        t("items-title"),
        Some(t("items-description")),
        body,
    )
}

/// Topics as links, and a form for the rest; on a phone they fold away.
fn sidebar(home: &Home) -> Markup {
    html! {
        details class="filters" {
            summary class="filters__summary" { (t("items-filters")) }
            div class="filter-list" {
                (topics(home))
                (narrowing_form(home))
            }
        }
    }
}

fn topics(home: &Home) -> Markup {
    html! {
        nav aria-labelledby="items-topics" {
            h2 class="filter-list__title" id="items-topics" { (t("items-by-topic")) }
            ul class="filter-list__links" {
                li {
                    a class="filter-list__link" href=(paths::items()) aria-current="true" {
                        (t("items-all-topics"))
                    }
                }
                @for (topic, count) in &home.topics {
                    li {
                        a class="filter-list__link" href=(paths::items_by_topic(topic.key())) {
                            (topic_name(*topic)) " "
                            span class="filter-list__count" { (count) }
                        }
                    }
                }
            }
        }
    }
}

fn narrowing_form(home: &Home) -> Markup {
    let departments = home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .map(|department| (department.code.as_str(), of(&department.name)));
    let audiences = Audience::ALL
        .into_iter()
        .map(|audience| (audience_key(audience), t(audience.key())));
    html! {
        form class="filter-list" method="get" action=(paths::items()) {
            (select("department", "items-department", "items-all-departments", departments))
            (select("audience", "items-audience", "items-all-audiences", audiences))
            button class="button button--secondary" type="submit" { (t("items-narrow")) }
        }
    }
}

/// One of many, or none: the keys are those of its label and of the choice of none.
fn select<'a>(
    name: &str,
    label: &str,
    none: &str,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) -> Markup {
    html! {
        div class="field" {
            label class="field__label" for={ "field-" (name) } { (t(label)) }
            select class="input select" id={ "field-" (name) } name=(name) {
                option value="" { (t(none)) }
                @for (value, text) in options {
                    option value=(value) { (text) }
                }
            }
        }
    }
}

fn item(row: &ItemRow) -> Markup {
    html! {
        li class="item-list__row" {
            a class="item-list__name" href=(paths::item(&row.code)) { (of(&row.name)) }
            p class="item-list__about" {
                span { (of(&row.department_name)) }
                @for (class, text) in tags(row) {
                    strong class=(class) { (text) }
                }
                @if row.guided {
                    a href=(paths::choose(&row.code)) {
                        (t("choice-enter-short"))
                        span class="visually-hidden" { " " (of(&row.name)) }
                    }
                }
            }
        }
    }
}
