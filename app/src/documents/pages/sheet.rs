//! What a document says, on the screen.

use domain::documents::{Part, Sheet};
use leptos::prelude::*;

use crate::ui::{SummaryList, SummaryRow};

/// Number, address and text; the title stands above them, office and day below.
pub(super) fn sheet(sheet: &Sheet) -> impl IntoView + use<> {
    let parts: Vec<AnyView> = sheet.parts.iter().map(part).collect();
    view! {
        <p class="paper__number">{sheet.number.clone()}</p>
        <p>{sheet.addressee.clone()}</p>
        {parts}
    }
}

/// Office and day of issue.
pub(super) fn signature(sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        <p class="paper__issuer">{sheet.office.clone()}<br/>{sheet.dated.clone()}</p>
    }
}

fn part(part: &Part) -> AnyView {
    match part {
        Part::Text(text) => text
            .lines()
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect_view()
            .into_any(),
        Part::Facts(rows) => {
            let rows = rows
                .iter()
                .map(|(key, value)| SummaryRow::new(key.clone(), value.clone()))
                .collect();
            view! { <SummaryList rows=rows/> }.into_any()
        }
        Part::Points(points) => {
            let points: Vec<_> = points
                .iter()
                .map(|point| view! { <li>{point.clone()}</li> })
                .collect();
            view! { <div class="prose"><ol>{points}</ol></div> }.into_any()
        }
    }
}
