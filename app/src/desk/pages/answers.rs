//! What the applicant answered and handed in, as the officer reads it.

use domain::forms::{
    AnswerSource, Answers, Field, FieldKind, Step, visible_fields, visible_materials,
};
use leptos::prelude::*;
use portal::cases::{CaseView, MaterialView};

use crate::page::Ctx;
use crate::paths;
use crate::ui::{SummaryList, SummaryRow};

/// Every visible step with its answers, each with its source.
pub(super) fn answers(cx: &Ctx, view: &CaseView) -> Vec<AnyView> {
    let relevant = view.definition.form.relevant(&view.answers);
    let steps = view.definition.form.visible_steps(&relevant);
    steps
        .into_iter()
        .filter_map(|step| one_step(cx, view, &relevant, step))
        .collect()
}

fn one_step(cx: &Ctx, view: &CaseView, relevant: &Answers, step: &Step) -> Option<AnyView> {
    let rows: Vec<_> = visible_fields(step, relevant)
        .into_iter()
        .map(|field| answer(cx, view, field))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.text(&step.title)}</h2>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

/// Every material that is asked for, with the files that were handed in; nothing where none is.
pub(super) fn materials(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let relevant = view.definition.form.relevant(&view.answers);
    let steps = view.definition.form.visible_steps(&relevant);
    let rows: Vec<_> = steps
        .into_iter()
        .flat_map(|step| visible_materials(step, &relevant))
        .map(|slot| {
            let files = view.materials.iter().filter(|file| file.slot == slot.key);
            let files: Vec<_> = files.map(|file| material(cx, view, file)).collect();
            let files = if files.is_empty() {
                cx.t("desk-no-material").into_any()
            } else {
                files.into_any()
            };
            SummaryRow::new(cx.plain(&slot.name), files)
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-materials")}</h2>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

fn answer(cx: &Ctx, view: &CaseView, field: &Field) -> SummaryRow {
    let source = match view.answers.get(&field.key).map(|answer| answer.source) {
        Some(AnswerSource::Register { register, read_at }) => {
            let name = cx.t(&format!("register-{}", register.key()));
            let at = cx.date_time(read_at);
            Some(cx.tf(
                "source-register",
                &[("register", name.into()), ("at", at.into())],
            ))
        }
        _ => None,
    };
    SummaryRow::new(cx.plain(&field.label), value(cx, view, field)).source(source)
}

fn value(cx: &Ctx, view: &CaseView, field: &Field) -> AnyView {
    let given = view.answers.value(&field.key);
    match (&field.kind, given) {
        (_, None) => cx.t("desk-no-answer").into_any(),
        (FieldKind::YesNo, Some(given)) => {
            cx.t(if given == "yes" { "yes" } else { "no" }).into_any()
        }
        (FieldKind::Choice { .. } | FieldKind::Choices { .. }, Some(_)) => {
            let shown = view.definition.form.shown(&field.key, &view.answers);
            shown.map(|shown| cx.text(&shown)).into_any()
        }
        _ => cx.written(&view.answers.values(&field.key).join(" ")),
    }
}

fn material(cx: &Ctx, view: &CaseView, file: &MaterialView) -> impl IntoView + use<> {
    let href = paths::material(&view.case.id, &file.id);
    let kilobytes = (file.size + 1023) / 1024;
    let size = cx.tf("file-size-kb", &[("n", kilobytes.into())]);
    view! { <p><a href=href>{cx.written(&file.name)}</a> " " <span class="hint">{size}</span></p> }
}
