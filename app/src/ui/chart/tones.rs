//! What tells one series from another: a colour and a pattern, or a colour, dashes and a mark.

use leptos::prelude::*;

use super::{ChartKind, Data, Tone};

/// How many series can be told apart; further ones begin again.
const TONES: usize = 4;

/// The number of a series' tone, counted from 1.
pub(super) fn tone(series: usize) -> usize {
    series % TONES + 1
}

/// What a bar of a series is filled with.
pub(super) fn fill(data: &Data, series: usize) -> String {
    format!("url(#{}-tone-{})", data.id, tone(series))
}

/// The mark of a series on a line, drawn around the origin.
pub(super) fn mark(series: usize) -> &'static str {
    match tone(series) {
        1 => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        2 => "M-5-5h10v10h-10z",
        3 => "M0-6.5L6 5h-12z",
        _ => "M0-7L7 0L0 7L-7 0z",
    }
}

/// The patterns of all series, each over its colour.
pub(super) fn patterns(data: &Data) -> impl IntoView + use<> {
    let patterns = data
        .series
        .iter()
        .take(TONES)
        .enumerate()
        .map(|(series, told)| {
            let meaning = told.tone.map(Tone::class).unwrap_or_default();
            let class = format!("chart__tone chart__tone--{} {meaning}", tone(series));
            let class = class.trim_end().to_owned();
            let lines = match tone(series) {
                1 => "",
                2 => "M0 8L8 0M-2 2L2-2M6 10L10 6",
                3 => "M2 2h2v2h-2zM6 6h2v2h-2z",
                _ => "M0 4h8M4 0v8",
            };
            view! {
                <pattern
                    id=format!("{}-tone-{}", data.id, tone(series))
                    width="8"
                    height="8"
                    patternUnits="userSpaceOnUse"
                >
                    <rect class=class width="8" height="8"/>
                    <path class="chart__hatch" d=lines/>
                </pattern>
            }
        })
        .collect_view();
    view! { <defs>{patterns}</defs> }
}

/// What each tone means; none where there is only one.
pub(super) fn legend(data: &Data, kind: ChartKind) -> Option<impl IntoView + use<>> {
    (data.series.len() > 1).then(|| {
        let items = data
            .series
            .iter()
            .enumerate()
            .map(|(at, series)| {
                let sign = match kind {
                    ChartKind::Bars | ChartKind::Stacked => {
                        view! { <rect width="100%" height="100%" fill=fill(data, at)/> }.into_any()
                    }
                    ChartKind::Line => view! {
                        <line class=line_class(at) x1="0" y1="50%" x2="100%" y2="50%"/>
                        {placed_mark(at, "50%".to_owned(), "50%".to_owned())}
                    }
                    .into_any(),
                };
                view! {
                    <li class="chart__key">
                        <svg class="chart__sign" aria-hidden="true" focusable="false">{sign}</svg>
                        {series.name.clone()}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="chart__legend">{items}</ul> }
    })
}

/// The class of a series' line.
pub(super) fn line_class(series: usize) -> String {
    format!("chart__line chart__line--{}", tone(series))
}

/// A series' mark at a place. The inner drawing moves the origin there, since a path knows no per
/// cent.
pub(super) fn placed_mark(series: usize, x: String, y: String) -> impl IntoView {
    view! {
        <svg class="chart__place" x=x y=y>
            <path class=format!("chart__mark chart__mark--{}", tone(series)) d=mark(series)/>
        </svg>
    }
}
