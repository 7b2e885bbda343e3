//! The pages of evaluations.

mod desk_forms;
mod desk_list;
mod desk_one;
mod figures;
mod given;
mod how;
mod rate;
mod replies;

use domain::evaluations::{EvaluationChannel, Level};
use leptos::prelude::*;
use portal::evaluations::{Said, StepRow};

use crate::page::{Access, Ctx, Route, route};
use crate::ui::{SummaryRow, Tag, TagKind, TimelineRow};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/cases/{id}/rate", Access::Citizen, rate::load).on_kiosk(),
        route(
            "/cases/{id}/rate/follow-up",
            Access::Citizen,
            rate::load_again,
        ),
        route("/desk/evaluations", Access::Officer, desk_list::load),
        route("/desk/evaluations/{id}", Access::Officer, desk_one::load),
        route("/evaluations", Access::Anyone, figures::load),
    ]
}

/// A level in a word.
fn level_tag(cx: &Ctx, level: Level) -> impl IntoView + use<> {
    let kind = match level {
        Level::VeryDissatisfied => TagKind::Danger,
        Level::Dissatisfied => TagKind::Warning,
        Level::Acceptable => TagKind::Neutral,
        Level::Satisfied | Level::VerySatisfied => TagKind::Success,
    };
    view! { <Tag kind=kind text=cx.t(level.key())/> }
}

/// Options that were ticked, in words.
fn options_of(cx: &Ctx, said: &Said) -> Option<AnyView> {
    let ticked: Vec<_> = said
        .options
        .iter()
        .map(|code| {
            let words = cx.t(&format!("evaluation-option-{code}"));
            view! { <li>{words}</li> }
        })
        .collect();
    (!ticked.is_empty()).then(|| view! { <ul>{ticked}</ul> }.into_any())
}

/// One of the two times that somebody rated; the desk sees the channel too.
fn said_rows(
    cx: &Ctx,
    label: &'static str,
    said: &Said,
    channel: Option<EvaluationChannel>,
) -> Vec<SummaryRow> {
    let (level, at) = (level_tag(cx, said.given.level), cx.date_time(said.given.at));
    let mut rows = vec![SummaryRow::new(cx.t(label), view! { {level} " " {at} })];
    rows.extend(
        options_of(cx, said).map(|ticked| SummaryRow::new(cx.t("rate-said-options"), ticked)),
    );
    rows.extend(
        said.comment
            .as_deref()
            .map(|text| SummaryRow::new(cx.t("rate-said-comment"), cx.written(text))),
    );
    rows.extend(channel.map(|by| SummaryRow::new(cx.t("desk-evaluation-channel"), cx.t(by.key()))));
    rows
}

/// What happened in a rectification.
fn history(cx: &Ctx, steps: &[StepRow]) -> Vec<TimelineRow> {
    steps
        .iter()
        .map(|step| {
            let words = cx.t(&format!("rectification-step-{}", step.kind.key()));
            let lang = step.text.as_deref().and_then(|text| cx.lang_of(text));
            TimelineRow::new(cx.date_time(step.at), words)
                .who(step.officer.clone())
                .note(step.text.clone())
                .note_lang(lang)
        })
        .collect()
}
