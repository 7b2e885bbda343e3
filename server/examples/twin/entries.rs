//! The ways into the catalogue that the first page offers.

use app::paths;
use app::ui::IconKind;
use domain::catalogue::{Audience, Topic};
use maud::{Markup, html};
use portal::catalogue::{Department, Home};

use super::pieces::{audience_key, disclosure, icon, topic_name};
use super::words::{counted, of, t};

/// What happens in most lives: `life-…` and `life-…-about`, and the topic it leads to.
const LIFE: [(&str, Topic, IconKind); 10] = [
    ("birth", Topic::Birth, IconKind::Baby),
    ("school", Topic::Education, IconKind::Education),
    ("work", Topic::Employment, IconKind::Work),
    ("marriage", Topic::Marriage, IconKind::Care),
    ("home", Topic::Housing, IconKind::Home),
    ("health", Topic::MedicalInsurance, IconKind::Health),
    ("driving", Topic::Transport, IconKind::Car),
    ("business", Topic::Business, IconKind::Store),
    ("papers", Topic::Certificates, IconKind::IdCard),
    ("retirement", Topic::Retirement, IconKind::Elder),
];

/// Groups of people `group-…` with a topic of their own.
const TOPIC_GROUPS: [(&str, Topic); 4] = [
    ("elderly", Topic::Retirement),
    ("disabled", Topic::Disability),
    ("parents", Topic::Education),
    ("workers", Topic::Employment),
];

/// Groups of people `group-…` that are an audience.
const AUDIENCE_GROUPS: [(&str, Audience); 4] = [
    ("person", Audience::Person),
    ("enterprise", Audience::Enterprise),
    ("institution", Audience::Institution),
    ("association", Audience::SocialOrganisation),
];

/// As many departments as the portal shows at once.
const MAX_DEPARTMENTS: usize = 9;

/// The great occasions of a life.
pub fn life() -> Markup {
    let events = html! {
        ul class="tiles" {
            @for (key, topic, sign) in LIFE {
                li {
                    a class="tile" href=(paths::items_by_topic(topic.key())) {
                        span class="tile__sign" { (icon(sign)) }
                        span class="tile__name" { (t(&format!("life-{key}"))) }
                        span class="tile__about" { (t(&format!("life-{key}-about"))) }
                    }
                }
            }
        }
    };
    section("home-life", &events)
}

/// Groups of people.
pub fn groups() -> Markup {
    let chips = html! {
        ul class="chips" {
            @for (key, topic) in TOPIC_GROUPS {
                (group(key, &paths::items_by_topic(topic.key())))
            }
            @for (key, audience) in AUDIENCE_GROUPS {
                (group(key, &paths::with_query(&paths::items(), &[("audience", audience_key(audience))])))
            }
        }
    };
    section("home-groups", &chips)
}

fn group(key: &str, href: &str) -> Markup {
    html! { li { a class="chip" href=(href) { (t(&format!("group-{key}"))) } } }
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
    };
    section("home-departments", &links)
}

fn columns(departments: &[&Department]) -> Markup {
    html! {
        ul class="columns" {
            @for department in departments {
                li {
                    a href=(paths::with_query(&paths::items(), &[("department", department.code.as_str())])) {
                        (of(&department.name))
                    }
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
