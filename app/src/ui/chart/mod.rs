//! Numbers as a picture.

mod bars;
mod line;
mod tones;

use leptos::prelude::*;

use super::disclosure::Disclosure;
use super::table::{Column, Table};
use super::words::{OptionalWords, Words, own};

/// What a [`Chart`] draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each number, side by side where there are several series.
    #[default]
    Bars,
    /// One bar for each label, made of the numbers of all series.
    Stacked,
    /// A line for each series, for what changes in time.
    Line,
}

/// What the colour of a bar says, where a reader would expect it to say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something is wrong.
    Danger,
    /// Something will be wrong soon.
    Warning,
    /// Nothing happens for now.
    Quiet,
    /// All is well.
    Success,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Danger => "chart__tone--danger",
            Self::Warning => "chart__tone--warning",
            Self::Quiet => "chart__tone--quiet",
            Self::Success => "chart__tone--success",
        }
    }
}

/// Numbers that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What they count.
    pub name: Words,
    /// One number for each label of the chart; a missing one is none.
    pub values: Vec<u64>,
    /// The colour of its bars; that of its place where it says nothing.
    pub tone: Option<Tone>,
}

impl Series {
    /// Numbers under a name.
    pub fn new(name: impl Into<Words>, values: impl Into<Vec<u64>>) -> Self {
        Self {
            name: name.into(),
            values: values.into(),
            tone: None,
        }
    }

    /// The series with bars whose colour says something. Their pattern is still that of its place.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    /// The number at a place; none counts as zero.
    fn at(&self, place: usize) -> u64 {
        self.values.get(place).copied().unwrap_or_default()
    }
}

/// What the drawings have to know.
struct Data {
    /// The chart's id, from which those of the patterns are made.
    id: String,
    labels: Vec<Words>,
    series: Vec<Series>,
}

impl Data {
    /// How far along the scale a number is, in per cent of its length.
    fn share(value: u64, greatest: u64) -> f64 {
        if greatest == 0 {
            0.0
        } else {
            value as f64 / greatest as f64 * 100.0
        }
    }
}

/// A length for an attribute of SVG.
fn per_cent(value: f64) -> String {
    format!("{value:.2}%")
}

/// Numbers as a picture, drawn by the server, with the numbers themselves below. Lengths are per cent
/// and em, so that the picture fills its place while its words keep the size of the page's. The
/// heading names the picture and the sentence under it says what is to be seen; series differ by
/// pattern or by dashes and marks, not by colour alone.
#[component]
pub fn Chart(
    /// The chart's id.
    #[prop(into)]
    id: String,
    /// What is drawn.
    #[prop(optional)]
    kind: ChartKind,
    /// What the chart shows.
    #[prop(into)]
    title: Words,
    /// What there is to be seen, in a sentence.
    #[prop(optional, into)]
    about: OptionalWords,
    /// What the labels are: months, districts. Heads the first column of the table.
    #[prop(into)]
    axis: Words,
    /// The labels.
    labels: Vec<Words>,
    /// The numbers.
    series: Vec<Series>,
) -> impl IntoView {
    let data = Data { id, labels, series };
    let title_id = format!("{}-title", data.id);
    let about_id = about.is_some().then(|| format!("{}-about", data.id));
    let about = about.0.map(|about| {
        view! { <p class="chart__about" id=about_id.clone()>{about}</p> }
    });
    let drawing = match kind {
        ChartKind::Bars => bars::side_by_side(&data),
        ChartKind::Stacked => bars::stacked(&data),
        ChartKind::Line => line::lines(&data),
    };
    view! {
        <figure class="chart">
            <figcaption class="chart__title" id=title_id.clone()>{title.clone()}</figcaption>
            {about}
            {tones::legend(&data, kind)}
            <svg
                class="chart__drawing"
                role="img"
                aria-labelledby=title_id
                aria-describedby=about_id
                width="100%"
                height=drawing.height
                focusable="false"
            >
                {tones::patterns(&data)}
                {drawing.content}
            </svg>
            <Disclosure summary=own("chart-data")>{table(title, axis, &data)}</Disclosure>
        </figure>
    }
}

/// A drawing and its height, in em.
struct Drawing {
    height: String,
    content: AnyView,
}

fn table(title: Words, axis: Words, data: &Data) -> impl IntoView + use<> {
    let names = data
        .series
        .iter()
        .map(|series| Column::new(series.name.clone()).number());
    let head = [Column::new(axis)].into_iter().chain(names).collect();
    let rows = data
        .labels
        .iter()
        .enumerate()
        .map(|(place, label)| {
            let numbers = data
                .series
                .iter()
                .map(|series| series.at(place).to_string().into_any());
            [label.clone().into_any()]
                .into_iter()
                .chain(numbers)
                .collect()
        })
        .collect();
    view! { <Table caption=title head=head rows=rows hide_caption=true/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn chart(kind: ChartKind) -> String {
        html(move || {
            let labels = vec!["Sep".into(), "Oct".into(), HOSTILE.into()];
            let series = vec![
                Series::new("Online", [30, 60, 90]),
                Series::new("Counter", [10, 0]),
            ];
            view! {
                <Chart
                    id="cases"
                    kind=kind
                    title="Cases"
                    about="More each month"
                    axis="Month"
                    labels=labels
                    series=series
                />
            }
        })
    }

    #[test]
    fn every_chart_is_named_and_has_its_table() {
        for kind in [ChartKind::Bars, ChartKind::Stacked, ChartKind::Line] {
            let html = chart(kind);
            assert_contains(
                &html,
                &[
                    "role=\"img\"",
                    "aria-labelledby=\"cases-title\"",
                    "aria-describedby=\"cases-about\"",
                    "id=\"cases-title\"",
                    "<details",
                    "<th scope=\"col\" data-number=\"true\">Counter</th>",
                ],
            );
            assert!(!html.contains(" style="), "{html}");
            assert!(!html.contains("NaN"), "{html}");
            assert_escaped(&html);
        }
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let html = chart(ChartKind::Bars);
        assert_contains(&html, &["url(#cases-tone-2)", "id=\"cases-tone-2\""]);
        assert_eq!(html.matches("class=\"chart__bar\"").count(), 6, "{html}");
    }

    #[test]
    fn a_colour_can_say_something() {
        let html = html(|| {
            let series = vec![
                Series::new("Late", [1]).tone(Tone::Danger),
                Series::new("Other", [2]),
            ];
            view! { <Chart id="c" title="T" axis="X" labels=vec!["A".into()] series=series/> }
        });
        assert_eq!(html.matches("chart__tone--danger").count(), 1, "{html}");
    }

    #[test]
    fn nothing_at_all_is_no_mistake() {
        for kind in [ChartKind::Bars, ChartKind::Stacked, ChartKind::Line] {
            let html = html(move || {
                let series = vec![Series::new("None", [0, 0])];
                let labels = vec!["A".into(), "B".into()];
                view! { <Chart id="c" kind=kind title="T" axis="X" labels=labels series=series/> }
            });
            assert!(!html.contains("NaN") && !html.contains("inf%"), "{html}");
        }
    }
}
