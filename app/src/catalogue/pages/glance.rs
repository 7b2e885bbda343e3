//! What people ask first of a service, answered before everything else.

use domain::catalogue::{Channel, Guide};
use leptos::prelude::*;
use portal::catalogue::ItemView;

use super::words::limit;
use crate::page::Ctx;

/// Can I do it online, how long, what does it cost, how often do I have to go, what do I need, where.
pub(super) fn facts(cx: &Ctx, item: &ItemView, guide: &Guide) -> impl IntoView + use<> {
    let online = item.row.online && guide.channels.contains(&Channel::Web);
    let (can, places) = if online {
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
    let facts = [
        ("glance-online", cx.t(can).into_any()),
        ("guide-duration", limit(cx, guide.promised).into_any()),
        ("glance-cost", cx.t(cost).into_any()),
        (
            "guide-visits-label",
            counted(cx, "guide-visits", usize::from(guide.on_site_visits)).into_any(),
        ),
        (
            "glance-materials",
            part("#materials", counted(cx, "glance-documents", wanted)),
        ),
        (
            "glance-where",
            part("#where", counted(cx, places, guide.places.len())),
        ),
    ]
    .map(|(question, answer)| {
        view! {
            <div class="glance__fact">
                <dt class="glance__question">{cx.t(question)}</dt>
                <dd class="glance__answer">{answer}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="glance">
            <h2 class="visually-hidden" id="glance">{cx.t("guide-at-a-glance")}</h2>
            <dl class="glance">{facts.collect_view()}</dl>
        </section>
    }
}

/// An answer that leads to the part of the guide that has the whole of it.
fn part(anchor: &'static str, answer: String) -> AnyView {
    view! { <a href=anchor>{answer}</a> }.into_any()
}

fn counted(cx: &Ctx, key: &str, count: usize) -> String {
    cx.tf(
        key,
        &[("n", i64::try_from(count).unwrap_or(i64::MAX).into())],
    )
}
