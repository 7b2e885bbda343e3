//! Lines over time.

use leptos::prelude::*;

use super::tones::{line_class, placed_mark};
use super::{Data, Drawing, per_cent};

/// The drawing's height.
const HEIGHT: &str = "17em";

/// Where the lines are, in per cent of the drawing.
const LEFT: f64 = 16.0;
const RIGHT: f64 = 98.0;
const TOP: f64 = 6.0;
const BOTTOM: f64 = 86.0;

/// Parts of the scale.
const STEPS: u64 = 4;

/// Most labels under the lines; more would run into one another on a phone.
const LABELS_MAX: usize = 4;

/// A line for each series.
pub(super) fn lines(data: &Data) -> Drawing {
    let greatest = data
        .series
        .iter()
        .flat_map(|series| series.values.iter().copied())
        .max()
        .unwrap_or_default();
    let scale = round_up(greatest);
    let lines: Vec<_> = (0..data.series.len())
        .map(|series| line(data, series, scale))
        .collect();
    let content = view! { {grid(scale)} {labels(data)} {lines} };
    Drawing {
        height: HEIGHT.to_owned(),
        content: content.into_any(),
    }
}

/// Where a place is from left to right.
fn across(data: &Data, place: usize) -> f64 {
    let last = data.labels.len().saturating_sub(1).max(1);
    LEFT + (RIGHT - LEFT) * place as f64 / last as f64
}

/// Where a number is from top to bottom.
fn down(value: u64, scale: u64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * Data::share(value, scale) / 100.0
}

fn line(data: &Data, series: usize, scale: u64) -> impl IntoView + use<> {
    let places: Vec<_> = (0..data.labels.len())
        .zip(&data.series[series].values)
        .map(|(place, value)| (across(data, place), down(*value, scale)))
        .collect();
    let lines = places
        .windows(2)
        .map(|pair| {
            let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
            view! {
                <line
                    class=line_class(series)
                    x1=per_cent(x1)
                    y1=per_cent(y1)
                    x2=per_cent(x2)
                    y2=per_cent(y2)
                />
            }
        })
        .collect_view();
    let marks = places
        .iter()
        .map(|(x, y)| placed_mark(series, per_cent(*x), per_cent(*y)))
        .collect_view();
    view! { {lines} {marks} }
}

fn grid(scale: u64) -> impl IntoView {
    (0..=STEPS)
        .map(|step| {
            let value = scale / STEPS * step;
            let y = per_cent(down(value, scale));
            view! {
                <line
                    class="chart__grid"
                    x1=per_cent(LEFT)
                    y1=y.clone()
                    x2=per_cent(RIGHT)
                    y2=y.clone()
                />
                <text class="chart__number chart__number--scale" x=per_cent(LEFT - 2.0) y=y dy="0.35em">
                    {value.to_string()}
                </text>
            }
        })
        .collect_view()
}

fn labels(data: &Data) -> impl IntoView + use<> {
    let every = data.labels.len().div_ceil(LABELS_MAX).max(1);
    data.labels
        .iter()
        .enumerate()
        .step_by(every)
        .map(|(place, label)| {
            // The last one would reach beyond the edge.
            let class = if place + 1 == data.labels.len() {
                "chart__label chart__label--last"
            } else {
                "chart__label chart__label--below"
            };
            view! {
                <text class=class x=per_cent(across(data, place)) y="96%">
                    {label.clone()}
                </text>
            }
        })
        .collect_view()
}

/// The end of the scale: at least the greatest number, in steps that people count in.
fn round_up(greatest: u64) -> u64 {
    let mut unit = 1_u64;
    loop {
        for step in [1, 2, 5] {
            let step = unit.saturating_mul(step);
            if step.saturating_mul(STEPS) >= greatest {
                return step.saturating_mul(STEPS);
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_at_a_number_that_people_count_in() {
        for (greatest, end) in [(0, 4), (4, 4), (5, 8), (17, 20), (90, 200), (1000, 2000)] {
            assert_eq!(round_up(greatest), end, "{greatest}");
        }
        assert!(round_up(u64::MAX) > u64::MAX / 4);
    }
}
