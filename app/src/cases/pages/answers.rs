//! What the applicant has answered and handed in, as pairs, step by step.

use domain::forms::{
    AnswerSource, Answers, Field, FieldKind, Step, visible_fields, visible_materials,
};
use leptos::prelude::*;
use portal::cases::{CaseView, MaterialView};

use crate::cases::way::FROM_REVIEW;
use crate::page::{Ctx, Surface};
use crate::paths;
use crate::ui::{SummaryList, SummaryRow, Words};

/// All visible steps; with `change`, each with links to where it can be changed.
pub(super) fn sections(cx: &Ctx, view: &CaseView, change: bool) -> Vec<AnyView> {
    let relevant = view.definition.form.relevant(&view.answers);
    view.definition
        .form
        .visible_steps(&view.answers)
        .into_iter()
        .map(|step| section(cx, view, step, &relevant, change))
        .collect()
}

fn section(cx: &Ctx, view: &CaseView, step: &Step, relevant: &Answers, change: bool) -> AnyView {
    let href = change.then(|| {
        cx.href(paths::with_query(
            &paths::step(&view.case.id, &step.key),
            &[(FROM_REVIEW, "1")],
        ))
    });
    let linked = |row: SummaryRow, key: &str| match &href {
        Some(href) => row.change(format!("{href}#{}", crate::ui::field_id(key))),
        None => row,
    };
    let fields = visible_fields(step, relevant).into_iter().map(|field| {
        let row = SummaryRow::new(cx.plain(&field.label), answer(cx, view, field, relevant))
            .source(source(cx, relevant, &field.key));
        if field.is_locked(relevant) {
            row
        } else {
            linked(row, &field.key)
        }
    });
    let materials = visible_materials(step, relevant).into_iter().map(|slot| {
        linked(
            SummaryRow::new(cx.plain(&slot.name), files(cx, view, &slot.key)),
            &slot.key,
        )
    });
    let rows: Vec<_> = fields.chain(materials).collect();
    view! {
        <section class="stack stack--tight">
            <h2>{cx.text(&step.title)}</h2>
            <SummaryList rows=rows/>
        </section>
    }
    .into_any()
}

fn answer(cx: &Ctx, view: &CaseView, field: &Field, relevant: &Answers) -> AnyView {
    let empty = || view! { <span class="muted">{cx.t("answer-none")}</span> }.into_any();
    match &field.kind {
        FieldKind::YesNo => match relevant.value(&field.key) {
            Some(value) => yes_no(cx, value).into_any(),
            None => empty(),
        },
        FieldKind::Choice { .. } | FieldKind::Choices { .. } => {
            match view.definition.form.shown(&field.key, relevant) {
                Some(text) => cx.text(&text),
                None => empty(),
            }
        }
        // What was typed has no language of its own.
        _ if relevant.values(&field.key).is_empty() => empty(),
        _ => cx.written(&relevant.values(&field.key).join(" ")),
    }
}

/// A yes or no; anything else is shown as it was typed.
pub(super) fn yes_no(cx: &Ctx, value: &str) -> Words {
    match value {
        "yes" => cx.t("yes").into(),
        "no" => cx.t("no").into(),
        other => other.to_owned().into(),
    }
}

/// Which register an answer comes from, and when it was read. What was typed says nothing.
pub(super) fn source(cx: &Ctx, answers: &Answers, key: &str) -> Option<String> {
    match answers.get(key)?.source {
        AnswerSource::Typed => None,
        AnswerSource::Register { register, read_at } => Some(cx.tf(
            "source-register",
            &[
                (
                    "register",
                    cx.t(&format!("register-{}", register.key())).into(),
                ),
                ("at", cx.date_time(read_at).into()),
            ],
        )),
    }
}

/// Where a file can be opened; nowhere at a kiosk, where a copy would stay behind on the machine.
pub(super) fn opened(cx: &Ctx, view: &CaseView, material: &MaterialView) -> Option<String> {
    (cx.surface == Surface::Web).then(|| paths::material(&view.case.id, &material.id))
}

fn files(cx: &Ctx, view: &CaseView, slot: &str) -> AnyView {
    let files: Vec<_> = view
        .materials
        .iter()
        .filter(|material| material.slot == slot)
        .map(|material| {
            let name = cx.written(&material.name);
            match opened(cx, view, material) {
                Some(href) => view! { <li><a href=href>{name}</a></li> }.into_any(),
                None => view! { <li>{name}</li> }.into_any(),
            }
        })
        .collect();
    if files.is_empty() {
        view! { <span class="muted">{cx.t("answer-no-file")}</span> }.into_any()
    } else {
        view! { <ul>{files}</ul> }.into_any()
    }
}
