//! Bars that lie: their labels stand above them and may be long.

use leptos::prelude::*;

use super::tones::fill;
use super::{Data, Drawing, per_cent};

/// Height of a line of words, a bar, and the space below a group, in em.
const LINE: f64 = 1.6;
const BAR: f64 = 1.4;
const GAP: f64 = 0.8;

/// The longest bar, in per cent of the width; its number stands behind it.
const LONGEST: f64 = 84.0;

/// Room for a label, counted in letters; a Chinese character takes that of two.
const LABEL_LETTERS: usize = 34;

/// A bar for each number.
pub(super) fn side_by_side(data: &Data) -> Drawing {
    let greatest = data
        .series
        .iter()
        .flat_map(|series| series.values.iter().copied())
        .max()
        .unwrap_or_default();
    draw(data, data.series.len(), |place, top| {
        let bars = data.series.iter().enumerate().map(|(at, series)| {
            let top = top + at as f64 * BAR;
            let value = series.at(place);
            let length = Data::share(value, greatest) * LONGEST / 100.0;
            view! { {bar(data, at, 0.0, length, top)} {number(value, length, top)} }
        });
        bars.collect_view().into_any()
    })
}

/// One bar for each label.
pub(super) fn stacked(data: &Data) -> Drawing {
    let total = |place| {
        data.series
            .iter()
            .fold(0_u64, |sum, series| sum.saturating_add(series.at(place)))
    };
    let greatest = (0..data.labels.len()).map(total).max().unwrap_or_default();
    draw(data, 1, |place, top| {
        let mut from = 0.0;
        let mut parts = Vec::with_capacity(data.series.len());
        for (at, series) in data.series.iter().enumerate() {
            let length = Data::share(series.at(place), greatest) * LONGEST / 100.0;
            parts.push(bar(data, at, from, length, top));
            from += length;
        }
        view! { {parts} {number(total(place), from, top)} }.into_any()
    })
}

/// All labels with what stands below each: `bars` in height.
fn draw(data: &Data, bars: usize, group: impl Fn(usize, f64) -> AnyView) -> Drawing {
    let step = LINE + bars as f64 * BAR + GAP;
    let content = data
        .labels
        .iter()
        .enumerate()
        .map(|(place, label)| {
            let top = place as f64 * step;
            let words = shortened(label);
            view! {
                <text class="chart__label" x="0" y=em(top + LINE * 0.7)>{words}</text>
                {group(place, top + LINE)}
            }
        })
        .collect_view();
    Drawing {
        height: em(data.labels.len() as f64 * step),
        content: content.into_any(),
    }
}

fn bar(data: &Data, series: usize, from: f64, length: f64, top: f64) -> impl IntoView + use<> {
    view! {
        <rect
            class="chart__bar"
            x=per_cent(from)
            y=em(top + 0.1)
            width=per_cent(length)
            height=em(BAR - 0.2)
            fill=fill(data, series)
        />
    }
}

fn number(value: u64, from: f64, top: f64) -> impl IntoView {
    view! {
        <text class="chart__number" x=per_cent(from + 1.0) y=em(top + BAR * 0.72)>
            {value.to_string()}
        </text>
    }
}

fn em(value: f64) -> String {
    format!("{value:.2}em")
}

/// What there is room for; the table has the whole.
fn shortened(label: &str) -> String {
    let mut room = LABEL_LETTERS;
    let mut out = String::new();
    for character in label.chars() {
        let width = if character.is_ascii() { 1 } else { 2 };
        if width > room {
            out.push('…');
            break;
        }
        room -= width;
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_are_shortened_by_their_width() {
        assert_eq!(shortened("清溪区"), "清溪区");
        assert_eq!(shortened(&"长".repeat(40)), format!("{}…", "长".repeat(17)));
        assert_eq!(shortened(&"l".repeat(34)).len(), 34);
    }
}
