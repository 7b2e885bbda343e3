//! The list of all items on one page.

use app::{Site, paths};
use domain::catalogue::Audience;
use maud::{Markup, html};
use portal::catalogue::{Filter, Home, ItemPage, ItemRow};

use super::frame::document;
use super::pieces::{search_box, tags, topic_name};
use super::words::{counted, of, t};

/// All items at once.
pub const EVERYTHING: Filter = Filter {
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
    document(site, "/items?page=all", t("items-title"), None, body)
}

fn sidebar(home: &Home) -> Markup {
    html! {
        div class="filter-list" {
            nav aria-labelledby="items-topics" {
                h2 class="filter-list__title" id="items-topics" { (t("items-by-topic")) }
                ul {
                    li {
                        a class="filter-list__link" href=(paths::items()) aria-current="true" {
                            (t("items-all-topics"))
                        }
                    }
                    @for (topic, _) in &home.topics {
                        li {
                            a class="filter-list__link" href=(paths::items_by_topic(topic.key())) {
                                (topic_name(*topic))
                            }
                        }
                    }
                }
            }
            form class="filter-list" method="get" action=(paths::items()) {
                div class="field" {
                    label class="field__label" for="field-department" { (t("items-department")) }
                    select class="input select" id="field-department" name="department" {
                        option value="" { (t("items-all-departments")) }
                        @for department in home.departments.iter().filter(|department| department.items > 0) {
                            option value=(department.code.as_str()) { (of(&department.name)) }
                        }
                    }
                }
                div class="field" {
                    label class="field__label" for="field-audience" { (t("items-audience")) }
                    select class="input select" id="field-audience" name="audience" {
                        option value="" { (t("items-all-audiences")) }
                        @for audience in Audience::ALL {
                            option value=(audience.key().trim_start_matches("audience-")) { (t(audience.key())) }
                        }
                    }
                }
                button class="button button--secondary" type="submit" { (t("items-narrow")) }
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
            }
        }
    }
}
