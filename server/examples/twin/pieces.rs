//! What several pages have.

use app::paths;
use app::ui::IconKind;
use domain::catalogue::{Audience, HandlingType, Topic};
use maud::{Markup, PreEscaped, html};
use portal::catalogue::ItemRow;

use super::lucide;
use super::words::t;

/// The name of a topic.
pub fn topic_name(topic: Topic) -> &'static str {
    t(&format!("topic-{}", topic.key()))
}

/// The short name of an audience in an address.
pub fn audience_key(audience: Audience) -> &'static str {
    audience.key().trim_start_matches("audience-")
}

/// A sign beside words.
pub fn icon(kind: IconKind) -> Markup {
    html! {
        svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            (PreEscaped(lucide::drawing(kind.name())))
        }
    }
}

/// What opens on being asked.
pub fn disclosure(summary: &str, body: &Markup) -> Markup {
    html! {
        details class="disclosure" {
            summary class="disclosure__summary" { (summary) }
            div class="disclosure__body" { (body) }
        }
    }
}

/// A search form.
pub fn search_box(label: &str, id: &str, large: bool) -> Markup {
    html! {
        form class=(if large { "search-box search-box--large" } else { "search-box" })
            action=(paths::items()) method="get" role="search" aria-label=(label) {
            label class="visually-hidden" for=(id) { (label) }
            input class="search-box__input" id=(id) name="q" type="search" value="" placeholder=(label)
                maxlength="100" enterkeyhint="search";
            button class="search-box__button" type="submit" {
                (icon(IconKind::Search))
                span class="search-box__words" { (t("search-button")) }
            }
        }
    }
}

/// What is worth knowing of a service before opening it: class and text of each tag.
pub fn tags(row: &ItemRow) -> impl Iterator<Item = (&'static str, &'static str)> {
    let online = row.online.then(|| ("tag tag--success", t("item-online")));
    let instant =
        (row.handling == Some(HandlingType::Instant)).then(|| ("tag tag--info", t("item-instant")));
    online.into_iter().chain(instant)
}

/// Pairs of a question and its answer.
pub fn summary_list(rows: &[(&str, Markup)]) -> Markup {
    html! {
        dl class="summary-list" {
            @for (key, value) in rows {
                div class="summary-list__row" {
                    dt class="summary-list__key" { (key) }
                    dd class="summary-list__value" { (value) }
                }
            }
        }
    }
}

/// A telephone number that can be pressed.
pub fn phone(number: &str) -> Markup {
    let dialled: String = number
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect();
    html! { a class="figures" href={ "tel:" (dialled) } { (number) } }
}

/// A table below a heading that says what it shows.
pub fn table<const N: usize>(caption: &str, head: [&str; N], rows: &[[Markup; N]]) -> Markup {
    html! {
        table class="table" {
            caption class="visually-hidden" { (caption) }
            thead { tr { @for key in head { th scope="col" { (t(key)) } } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (at, (cell, key)) in row.iter().zip(head).enumerate() {
                            @if at == 0 {
                                th scope="row" data-column=(t(key)) { (cell) }
                            } @else {
                                td data-column=(t(key)) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}
