//! What is drawn.

use leptos::prelude::*;

use super::{Example, HOSTILE};
use crate::ui::words::own;
use crate::ui::{Chart, ChartKind, Icon, IconKind, Series};

pub(super) fn charts() -> Vec<Example> {
    let kinds = [
        ("bars", ChartKind::Bars),
        ("stacked", ChartKind::Stacked),
        ("line", ChartKind::Line),
    ];
    let mut all: Vec<_> = kinds
        .into_iter()
        .map(|(state, kind)| Example::new("Chart", state, move || three_series(state, kind)))
        .collect();
    all.push(Example::new("Chart", "hostile", || {
        let labels = vec![own("gallery-long").into(), HOSTILE.into()];
        view! {
            <Chart
                id="chart-hostile"
                title=HOSTILE
                about=HOSTILE
                axis=HOSTILE
                labels=labels
                series=vec![Series::new(HOSTILE, [3, 7])]
            />
        }
        .into_any()
    }));
    all.push(Example::new("Chart", "empty", || {
        let series = vec![Series::new(own("gallery-online"), [])];
        view! {
            <Chart
                id="chart-empty"
                kind=ChartKind::Line
                title=own("gallery-cases")
                axis=own("gallery-month")
                labels=vec![]
                series=series
            />
        }
        .into_any()
    }));
    all
}

fn three_series(state: &str, kind: ChartKind) -> AnyView {
    let labels = ["07", "08", "09", "10", "11"]
        .map(|month| format!("2026-{month}").into())
        .to_vec();
    let series = vec![
        Series::new(own("gallery-online"), [320, 410, 907, 1280, 1530]),
        Series::new(own("gallery-counter"), [610, 480, 310, 96, 120]),
        Series::new(own("gallery-phone"), [40, 0, 75, 60, 12]),
    ];
    view! {
        <Chart
            id=format!("chart-{state}")
            kind=kind
            title=own("gallery-cases")
            about=own("gallery-about")
            axis=own("gallery-month")
            labels=labels
            series=series
        />
    }
    .into_any()
}

pub(super) fn icons() -> Vec<Example> {
    let all = || {
        let icons = IconKind::ALL
            .iter()
            .map(|kind| {
                view! { <li class="gallery__icon"><Icon kind=*kind/>{format!("{kind:?}")}</li> }
            })
            .collect_view();
        view! { <ul class="gallery__icons">{icons}</ul> }.into_any()
    };
    vec![Example::new("Icon", "all", all)]
}
