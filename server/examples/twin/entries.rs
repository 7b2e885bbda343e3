//! The ways into the catalogue that the first page offers.

use app::paths;
use app::ui::IconKind;
use domain::catalogue::{Audience, LifeEvent, PeopleGroup};
use maud::{Markup, html};
use portal::catalogue::{Department, Home};

use super::pieces::{audience_key, disclosure, icon, topic_name};
use super::words::{counted, of, t};

/// Kinds of organisations `group-…`, and persons.
const AUDIENCES: [(&str, Audience); 4] = [
    ("person", Audience::Person),
    ("enterprise", Audience::Enterprise),
    ("institution", Audience::Institution),
    ("association", Audience::SocialOrganisation),
];

/// As many departments as the portal shows at once.
const MAX_DEPARTMENTS: usize = 9;

/// The great occasions of a life, and those of a business.
pub fn life() -> Markup {
    html! {
        (section("home-life", &events(false)))
        (section("home-business", &events(true)))
    }
}

fn events(of_business: bool) -> Markup {
    let events = LifeEvent::ALL
        .into_iter()
        .filter(|event| event.is_of_business() == of_business);
    html! {
        ul class="tiles" {
            @for event in events {
                li {
                    a class="tile" href=(paths::life(event.key())) {
                        span class="tile__sign" { (icon(sign(event))) }
                        span class="tile__name" { (t(&format!("life-{}", event.key()))) }
                        span class="tile__about" { (t(&format!("life-{}-about", event.key()))) }
                    }
                }
            }
        }
    }
}

/// The sign of an event.
fn sign(event: LifeEvent) -> IconKind {
    match event {
        LifeEvent::Birth => IconKind::Baby,
        LifeEvent::School => IconKind::Education,
        LifeEvent::Work => IconKind::Work,
        LifeEvent::Living => IconKind::IdCard,
        LifeEvent::Home => IconKind::Home,
        LifeEvent::Travel => IconKind::Car,
        LifeEvent::Care => IconKind::Health,
        LifeEvent::Aid => IconKind::Care,
        LifeEvent::OldAge => IconKind::Elder,
        LifeEvent::Death => IconKind::Document,
        LifeEvent::Opening => IconKind::Store,
        LifeEvent::Hiring => IconKind::Users,
        LifeEvent::Running => IconKind::Organisation,
        LifeEvent::Building => IconKind::Landmark,
        LifeEvent::Closing => IconKind::Scale,
    }
}

/// Groups of people, and kinds of organisations.
pub fn groups() -> Markup {
    let chips = html! {
        ul class="chips" {
            @for people in PeopleGroup::ALL {
                (group(&format!("people-{}", people.key()), &paths::people(people.key())))
            }
            @for (key, audience) in AUDIENCES {
                (group(&format!("group-{key}"), &paths::with_query(&paths::items(), &[("audience", audience_key(audience))])))
            }
        }
    };
    section("home-groups", &chips)
}

fn group(key: &str, href: &str) -> Markup {
    html! { li { a class="chip" href=(href) { (t(key)) } } }
}

/// All topics, with the number of their services.
pub fn topics(home: &Home) -> Markup {
    let chips = html! {
        ul class="chips" {
            @for (topic, count) in &home.topics {
                li {
                    a class="chip" href=(paths::items_by_topic(topic.key())) {
                        (topic_name(*topic)) " "
                        span class="chip__count" { (counted("items-count", *count)) }
                    }
                }
            }
        }
    };
    section("home-topics", &chips)
}

/// The departments that have services: the first of them, and the others for those who ask.
pub fn departments(home: &Home) -> Markup {
    let busy: Vec<_> = home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .collect();
    let (first, rest) = busy.split_at(busy.len().min(MAX_DEPARTMENTS));
    let links = html! {
        (columns(first))
        @if !rest.is_empty() {
            (disclosure(&counted("home-more-departments", rest.len()), &columns(rest)))
        }
        p { a href=(paths::departments()) { (t("departments-all")) } }
    };
    html! {
        section class="section home-departments" aria-labelledby="home-departments" {
            h2 class="section__title" id="home-departments" { (t("home-departments")) }
            (links)
        }
    }
}

fn columns(departments: &[&Department]) -> Markup {
    html! {
        ul class="columns" {
            @for department in departments {
                li {
                    a href=(paths::department(&department.code)) { (of(&department.name)) }
                }
            }
        }
    }
}

/// A part of the page; its key is also its heading's id.
fn section(key: &str, body: &Markup) -> Markup {
    html! {
        section class="section" aria-labelledby=(key) {
            h2 class="section__title" id=(key) { (t(key)) }
            (body)
        }
    }
}
