//! What people ask first of a service.

use domain::catalogue::{Channel, Guide};
use maud::{Markup, html};
use portal::catalogue::ItemView;

use super::words::{counted, limit, t};

/// The strip of answers below the heading.
pub fn facts(item: &ItemView, guide: &Guide) -> Markup {
    let (can, places) = if item.row.online && guide.channels.contains(&Channel::Web) {
        ("glance-online-yes", "glance-places-online")
    } else {
        ("glance-online-no", "glance-places-counter")
    };
    let cost = if guide.fees.is_empty() {
        "guide-free"
    } else {
        "guide-fee"
    };
    let wanted = guide
        .materials
        .iter()
        .filter(|material| material.exempt.is_none())
        .count();
    let visits = counted("guide-visits", guide.on_site_visits);
    let documents = counted("glance-documents", wanted);
    let counters = counted(places, guide.places.len());
    html! {
        section aria-labelledby="glance" {
            h2 class="visually-hidden" id="glance" { (t("guide-at-a-glance")) }
            dl class="glance" {
                (fact("glance-online", &html! { (t(can)) }))
                (fact("guide-duration", &html! { (limit(guide.promised)) }))
                (fact("glance-cost", &html! { (t(cost)) }))
                (fact("guide-visits-label", &html! { (visits) }))
                (fact("glance-materials", &html! { a href="#materials" { (documents) } }))
                (fact("glance-where", &html! { a href="#where" { (counters) } }))
            }
        }
    }
}

fn fact(question: &str, answer: &Markup) -> Markup {
    html! {
        div class="glance__fact" {
            dt class="glance__question" { (t(question)) }
            dd class="glance__answer" { (answer) }
        }
    }
}
