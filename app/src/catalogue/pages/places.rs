//! Where and when to go.

use domain::catalogue::{Guide, Opening, Place};
use leptos::prelude::*;

use super::item::listed;
use super::side::phone;
use crate::page::Ctx;
use crate::ui::{Card, SummaryList, SummaryRow, Table};

/// Ways to apply, how often to come and why, how to book, and the counters.
pub(super) fn places(cx: &Ctx, guide: &Guide) -> AnyView {
    let mut rows = Vec::new();
    if !guide.channels.is_empty() {
        let channels = listed(cx, guide.channels.iter().map(|channel| cx.t(channel.key())));
        rows.push(SummaryRow::new(cx.t("guide-channels"), channels));
    }
    let visits = [("n", i64::from(guide.on_site_visits).into())];
    let visits = cx.tf("guide-visits", &visits);
    let reason = guide.on_site_reason.as_ref();
    let reason = reason.map(|reason| view! { <p class="muted">{cx.text(reason)}</p> });
    rows.push(SummaryRow::new(
        cx.t("guide-visits-label"),
        view! { {visits}{reason} },
    ));
    if let Some(booking) = &guide.appointment {
        rows.push(SummaryRow::new(cx.t("guide-appointment"), cx.text(booking)));
    }
    view! { <SummaryList rows=rows/>{counters(cx, guide)} }.into_any()
}

/// The counters as cards.
pub(crate) fn counters(cx: &Ctx, guide: &Guide) -> impl IntoView + use<> {
    let counters: Vec<_> = guide
        .places
        .iter()
        .map(|place| counter(cx, place))
        .collect();
    view! { <div class="grid grid--wide">{counters}</div> }
}

fn counter(cx: &Ctx, place: &Place) -> impl IntoView + use<> {
    let mut rows = vec![SummaryRow::new(
        cx.t("place-address"),
        cx.text(&place.address),
    )];
    let transport = place.transport.as_ref();
    rows.extend(transport.map(|way| SummaryRow::new(cx.t("place-transport"), cx.text(way))));
    if !place.phone.is_empty() {
        let number = phone(cx, &place.phone);
        rows.push(SummaryRow::new(cx.t("place-phone"), number));
    }
    let hours = hours(cx, place);
    let note = place.hours_note.as_ref();
    let note = note.map(|note| view! { <p class="muted">{cx.text(note)}</p> });
    view! { <Card title=cx.plain(&place.name)><SummaryList rows=rows/>{hours}{note}</Card> }
}

/// The hours of a week as a table, the stretches of the same days in one row. Whether it is open now
/// would be wrong on a page that is kept, and offices close on public holidays anyway.
fn hours(cx: &Ctx, place: &Place) -> Option<AnyView> {
    let mut days: Vec<((u8, u8), Vec<&Opening>)> = Vec::new();
    for opening in &place.hours {
        let key = (opening.from_day, opening.to_day);
        match days.iter_mut().find(|(known, _)| *known == key) {
            Some((_, openings)) => openings.push(opening),
            None => days.push((key, vec![opening])),
        }
    }
    let rows = days
        .iter()
        .map(|((from, to), openings)| {
            let stretches: Vec<_> = openings
                .iter()
                .map(|opening| stretch(cx, opening))
                .collect();
            let stretches = stretches.join(cx.t("list-separator"));
            vec![day_words(cx, *from, *to).into_any(), stretches.into_any()]
        })
        .collect();
    let head = vec![cx.t("hours-days-head").into(), cx.t("place-hours").into()];
    (!days.is_empty()).then(|| {
        view! { <Table caption=cx.t("place-hours") head=head rows=rows hide_caption=true/> }
            .into_any()
    })
}

fn day_words(cx: &Ctx, from: u8, to: u8) -> String {
    let day = |day: u8| cx.t(&format!("weekday-{day}"));
    if from == to {
        return day(from).to_owned();
    }
    let ends = [("from", day(from).into()), ("to", day(to).into())];
    cx.tf("hours-range", &ends)
}

fn stretch(cx: &Ctx, opening: &Opening) -> String {
    let ends = [
        ("opens", opening.opens.format("%H:%M").to_string().into()),
        ("closes", opening.closes.format("%H:%M").to_string().into()),
    ];
    cx.tf("hours-stretch", &ends)
}
