//! What a document says, on the screen.

use domain::documents::{Part, Sheet};
use leptos::prelude::*;

use crate::page::CHINESE;
use crate::ui::{SummaryList, SummaryRow};

/// Number, address and text; the title stands above them, office and day below. In the
/// courtesy text of another language names of laws and people stay Chinese.
pub(super) fn sheet(sheet: &Sheet, is_courtesy: bool) -> impl IntoView + use<> {
    let parts: Vec<AnyView> = sheet.parts.iter().map(|it| part(it, is_courtesy)).collect();
    view! {
        <p class="paper__number">{words(&sheet.number, is_courtesy)}</p>
        <p>{words(&sheet.addressee, is_courtesy)}</p>
        {parts}
    }
}

/// A text; in a courtesy text its Chinese is marked as such.
fn words(text: &str, is_courtesy: bool) -> AnyView {
    if !is_courtesy {
        return text.to_owned().into_any();
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for letter in text.chars() {
        let is_chinese = CHINESE.contains(&letter);
        match runs.last_mut() {
            Some((before, run)) if *before == is_chinese => run.push(letter),
            _ => runs.push((is_chinese, letter.into())),
        }
    }
    let runs = runs.into_iter().map(|(is_chinese, run)| {
        if is_chinese {
            view! { <span lang="zh">{run}</span> }.into_any()
        } else {
            run.into_any()
        }
    });
    runs.collect_view().into_any()
}

/// Office and day of issue.
pub(super) fn signature(sheet: &Sheet) -> impl IntoView + use<> {
    view! {
        <p class="paper__issuer">{sheet.office.clone()}<br/>{sheet.dated.clone()}</p>
    }
}

fn part(part: &Part, is_courtesy: bool) -> AnyView {
    match part {
        Part::Text(text) => text
            .lines()
            .map(|line| view! { <p>{words(line, is_courtesy)}</p> })
            .collect_view()
            .into_any(),
        Part::Facts(rows) => {
            let rows = rows
                .iter()
                .map(|(key, value)| SummaryRow::new(key.clone(), words(value, is_courtesy)))
                .collect();
            view! { <SummaryList rows=rows/> }.into_any()
        }
        Part::Points(points) => {
            let points: Vec<_> = points
                .iter()
                .map(|point| view! { <li>{words(point, is_courtesy)}</li> })
                .collect();
            view! { <div class="prose"><ol>{points}</ol></div> }.into_any()
        }
    }
}
