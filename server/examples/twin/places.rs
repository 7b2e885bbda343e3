//! Where and when to go.

use domain::catalogue::{Guide, Opening, Place};
use maud::{Markup, html};

use super::pieces::{phone, summary_list, table};
use super::words::{counted, listed, of, t, tf};

/// Ways to apply, how often to come and why, how to book, and the counters.
pub fn all(guide: &Guide) -> Markup {
    let mut rows = Vec::new();
    if !guide.channels.is_empty() {
        let channels = listed(guide.channels.iter().map(|channel| channel.key()));
        rows.push((t("guide-channels"), html! { (channels) }));
    }
    let visits = html! {
        (counted("guide-visits", guide.on_site_visits))
        @if let Some(reason) = &guide.on_site_reason { p class="muted" { (of(reason)) } }
    };
    rows.push((t("guide-visits-label"), visits));
    if let Some(booking) = &guide.appointment {
        rows.push((t("guide-appointment"), html! { (of(booking)) }));
    }
    html! {
        (summary_list(&rows))
        div class="grid grid--wide" { @for place in &guide.places { (counter(place)) } }
    }
}

fn counter(place: &Place) -> Markup {
    let mut rows = vec![(t("place-address"), html! { (of(&place.address)) })];
    if let Some(way) = &place.transport {
        rows.push((t("place-transport"), html! { (of(way)) }));
    }
    if !place.phone.is_empty() {
        rows.push((t("place-phone"), phone(&place.phone)));
    }
    html! {
        article class="card" {
            h3 class="card__title" { (of(&place.name)) }
            div class="card__body" {
                (summary_list(&rows))
                @if !place.hours.is_empty() { (hours(&place.hours)) }
                @if let Some(note) = &place.hours_note { p class="muted" { (of(note)) } }
            }
        }
    }
}

/// The hours of a week, the stretches of the same days in one row.
fn hours(openings: &[Opening]) -> Markup {
    let mut days: Vec<((u8, u8), Vec<String>)> = Vec::new();
    for opening in openings {
        let key = (opening.from_day, opening.to_day);
        match days.iter_mut().find(|(known, _)| *known == key) {
            Some((_, stretches)) => stretches.push(stretch(opening)),
            None => days.push((key, vec![stretch(opening)])),
        }
    }
    let rows: Vec<_> = days
        .iter()
        .map(|((from, to), stretches)| {
            let stretches = stretches.join(t("list-separator"));
            [html! { (day_words(*from, *to)) }, html! { (stretches) }]
        })
        .collect();
    table(t("place-hours"), ["hours-days-head", "place-hours"], &rows)
}

fn day_words(from: u8, to: u8) -> String {
    let day = |day: u8| t(&format!("weekday-{day}"));
    if from == to {
        return day(from).to_owned();
    }
    tf(
        "hours-range",
        &[("from", day(from).into()), ("to", day(to).into())],
    )
}

fn stretch(opening: &Opening) -> String {
    let ends = [
        ("opens", opening.opens.format("%H:%M").to_string().into()),
        ("closes", opening.closes.format("%H:%M").to_string().into()),
    ];
    tf("hours-stretch", &ends)
}
