//! What the applicant has answered and handed in, as pairs, step by step.

use std::collections::BTreeMap;

use domain::CertificateId;
use domain::forms::{
    AnswerSource, Answers, Field, FieldKind, FormDefinition, Reading, Relation, Step,
};
use domain::text::Text;
use leptos::prelude::*;
use portal::cases::{CaseView, MaterialView};

use super::material_slot::name;
use super::material_ways::told;
use super::objection::objection;
use crate::cases::way::FROM_REVIEW;
use crate::page::{Ctx, Surface};
use crate::paths;
use crate::ui::{SummaryList, SummaryRow};

/// All shown steps; with `change`, each with links to where it can be changed.
pub(super) fn sections(cx: &Ctx, view: &CaseView, change: bool) -> Vec<AnyView> {
    let reading = view.read(cx.today());
    reading
        .steps()
        .into_iter()
        .map(|step| section(cx, view, step, &reading, change))
        .collect()
}

fn section(cx: &Ctx, view: &CaseView, step: &Step, reading: &Reading<'_>, change: bool) -> AnyView {
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
    let mut rows = Vec::new();
    for answered in answered(cx, reading, step) {
        let Answered { field, key, label } = answered;
        let answers = reading.answers();
        let shown = answer(cx, view, field, &key, answers);
        let said = objection(cx, answers, &key);
        let locked = field.is_locked(&key, answers) && said.is_none();
        let fixed = locked || view.fixed.has_field(&key);
        let row = SummaryRow::new(label, shown)
            .source(source(cx, &view.sources, answers, &key))
            .objection(cx.t("objection-mine"), said);
        rows.push(if fixed { row } else { linked(row, &key) });
    }
    rows.extend(reading.materials(step).into_iter().map(|slot| {
        let files = match told(cx, view, slot, None) {
            Some(told) if !view.materials.iter().any(|file| file.slot == slot.key) => told,
            _ => files(cx, view, &slot.key),
        };
        let row = SummaryRow::new(cx.plain(&slot.name), files);
        if view.fixed.has_material(&slot.key) {
            row
        } else {
            linked(row, &slot.key)
        }
    }));
    view! {
        <section class="stack stack--tight">
            <h2>{cx.text(&step.title)}</h2>
            <SummaryList rows=rows/>
        </section>
    }
    .into_any()
}

/// A question of a page with the key of its answer and its name; in a row the name says in which.
pub(crate) struct Answered<'a> {
    pub(crate) field: &'a Field,
    pub(crate) key: String,
    pub(crate) label: String,
}

/// The questions of a step that were asked, those of rows after one another.
pub(crate) fn answered<'a>(cx: &Ctx, reading: &Reading<'_>, step: &'a Step) -> Vec<Answered<'a>> {
    let mut found = Vec::new();
    for field in reading.fields(step) {
        collect(cx, reading, field, &field.key, "", &mut found);
    }
    found
}

fn collect<'a>(
    cx: &Ctx,
    reading: &Reading<'_>,
    field: &'a Field,
    key: &str,
    around: &str,
    found: &mut Vec<Answered<'a>>,
) {
    let label = format!("{around}{}", cx.plain(&field.label));
    let FieldKind::Group { row: name, .. } = &field.kind else {
        let key = key.to_owned();
        found.push(Answered { field, key, label });
        return;
    };
    for (place, row) in reading.rows(key).iter().enumerate() {
        let around = format!("{around}{} {} · ", cx.plain(name), place + 1);
        for (key, column) in reading.cells(field, key, row) {
            collect(cx, reading, column, &key, &around, found);
        }
    }
}

/// The answer as people read it, or that there is none.
pub(crate) fn answer(
    cx: &Ctx,
    view: &CaseView,
    field: &Field,
    key: &str,
    answers: &Answers,
) -> AnyView {
    let Some(words) = in_words(cx, view, field, key, answers) else {
        return view! { <span class="muted">{cx.t("answer-none")}</span> }.into_any();
    };
    match &field.kind {
        FieldKind::YesNo
        | FieldKind::Declaration { .. }
        | FieldKind::Choice { .. }
        | FieldKind::Choices { .. } => words.into_any(),
        FieldKind::Person { .. } => person(cx, answers.values(key)),
        // What was typed has no language of its own.
        _ => cx.written(&words),
    }
}

/// A person that was named: who it is to the applicant in the reader's language, the rest as it was typed.
fn person(cx: &Ctx, values: &[String]) -> AnyView {
    let relation = values.first().and_then(|first| Relation::parse(first));
    let relation = relation.map(|one| cx.t(&format!("relation-{}", one.key())));
    let rest = cx.written(&values.get(1..).unwrap_or_default().join(" "));
    view! { {relation} " " {rest} }.into_any()
}

/// The answer in words; none where nothing was answered.
pub(crate) fn in_words(
    cx: &Ctx,
    view: &CaseView,
    field: &Field,
    key: &str,
    answers: &Answers,
) -> Option<String> {
    let form = &view.definition.form;
    spelled(cx, form, &view.divisions, field, key, answers)
}

/// The answer in words; `named` are the full names of divisions by code.
pub(crate) fn spelled(
    cx: &Ctx,
    form: &FormDefinition,
    named: &BTreeMap<String, String>,
    field: &Field,
    key: &str,
    answers: &Answers,
) -> Option<String> {
    let values = answers.values(key);
    let first = values.first()?;
    let division = |code: &String| named.get(code).unwrap_or(code).clone();
    let measured = |unit: &Option<Text>| match unit {
        Some(unit) => format!("{first} {}", cx.plain(unit)),
        None => first.clone(),
    };
    Some(match &field.kind {
        FieldKind::YesNo => match first.as_str() {
            value @ ("yes" | "no") => cx.t(value).to_owned(),
            other => other.to_owned(),
        },
        FieldKind::Declaration { text } => cx.plain(text),
        FieldKind::Choice { .. } | FieldKind::Choices { .. } => {
            cx.plain(&form.shown(key, answers)?)
        }
        FieldKind::Number { unit, .. } | FieldKind::Decimal { unit, .. } => measured(unit),
        FieldKind::Division => division(first),
        FieldKind::Address => {
            let detail = values.get(1).map(String::as_str).unwrap_or_default();
            format!("{} {detail}", division(first)).trim().to_owned()
        }
        FieldKind::Person { .. } => {
            let relation = Relation::parse(first);
            let relation = relation.map(|one| cx.t(&format!("relation-{}", one.key())));
            let rest = values.iter().skip(1).map(String::as_str);
            let parts: Vec<&str> = relation.into_iter().chain(rest).collect();
            parts.join(" ")
        }
        _ => values.join(" "),
    })
}

/// Where an answer comes from, and when it was read. What was typed says nothing.
/// `certificates` are the names of those that answers come from.
pub(crate) fn source(
    cx: &Ctx,
    certificates: &BTreeMap<CertificateId, Text>,
    answers: &Answers,
    key: &str,
) -> Option<String> {
    let at = |at: &chrono::DateTime<chrono::Utc>| ("at", cx.date_time(*at).into());
    match &answers.get(key)?.source {
        AnswerSource::Typed => None,
        AnswerSource::Register { register, read_at } => {
            let name = cx.t(&format!("register-{}", register.key()));
            Some(cx.tf("source-register", &[("register", name.into()), at(read_at)]))
        }
        AnswerSource::Certificate {
            certificate,
            read_at,
        } => {
            let name = cx.plain(certificates.get(certificate)?);
            Some(cx.tf("source-certificate", &[("name", name.into()), at(read_at)]))
        }
        AnswerSource::Earlier { answered_at, .. } => {
            Some(cx.tf("source-earlier", &[at(answered_at)]))
        }
        AnswerSource::Computed => Some(cx.t("source-computed").to_owned()),
    }
}

/// Where a file can be opened; nowhere at a kiosk, where a copy would stay behind on the machine, nor
/// before it was scanned.
pub(super) fn opened(cx: &Ctx, view: &CaseView, material: &MaterialView) -> Option<String> {
    let there = cx.surface != Surface::Kiosk && !material.waits;
    there.then(|| paths::material(&view.case.id, &material.id))
}

fn files(cx: &Ctx, view: &CaseView, slot: &str) -> AnyView {
    let files: Vec<_> = view
        .materials
        .iter()
        .filter(|material| material.slot == slot)
        .map(|material| {
            let name = cx.written(&name(cx, material));
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
