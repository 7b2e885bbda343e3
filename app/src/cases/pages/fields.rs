//! Fields and material slots of a definition as controls.

use domain::forms::{ChoiceOption, Field, FieldKind, MaterialSlot, RegisterField};
use leptos::prelude::*;

use super::answers::{opened, source, yes_no};
use super::step::StepPage;
use crate::cases::posted::{GO, Go};
use crate::page::{Ctx, Surface};
use crate::ui::{
    Choice, Choices, DateField, ExistingFile, FileField, InputKind, NumberField, PhoneField,
    ResidentIdField, Select, TextArea, TextField, Words, field_id,
};

/// Most options that are shown as radio buttons; more are a drop-down list.
const MAX_RADIOS: usize = 7;

/// A question as a control.
pub(super) fn field(cx: &Ctx, page: &StepPage, field: &Field) -> AnyView {
    if field.is_locked(&page.view.answers) {
        return locked(cx, page, field);
    }
    match &field.kind {
        FieldKind::Text { max } => line(cx, page, field, InputKind::Text, counted(cx, *max)),
        FieldKind::LongText { max } => lines(cx, page, field, *max),
        FieldKind::Number { min, max } => number(cx, page, field, range(cx, *min, *max)),
        FieldKind::Date { .. } => date(cx, page, field),
        FieldKind::ResidentId => resident_id(cx, page, field),
        FieldKind::Phone => phone(cx, page, field),
        FieldKind::Email => line(cx, page, field, InputKind::Email, None),
        FieldKind::Choice { options } if options.len() > MAX_RADIOS => {
            select(cx, page, field, options)
        }
        FieldKind::Choice { options } => choices(cx, page, field, choose_from(cx, options), false),
        FieldKind::Choices { options } => choices(cx, page, field, choose_from(cx, options), true),
        FieldKind::YesNo => {
            let options = ["yes", "no"].map(|value| Choice::new(value, cx.t(value)));
            choices(cx, page, field, options.to_vec(), false)
        }
    }
}

/// A value that a register has fixed: shown, not asked.
fn locked(cx: &Ctx, page: &StepPage, field: &Field) -> AnyView {
    let answers = &page.view.answers;
    let value = match &field.kind {
        FieldKind::YesNo => answers
            .value(&field.key)
            .map(|value| yes_no(cx, value).into_owned()),
        _ => page
            .view
            .definition
            .form
            .shown(&field.key, answers)
            .map(|text| cx.plain(&text)),
    };
    view! {
        <TextField
            name=field.key.clone()
            label=cx.plain(&field.label)
            value=value.unwrap_or_default()
            source=source(cx, answers, &field.key)
            error=page.error(&field.key)
            required=true
            readonly=true
        />
    }
    .into_any()
}

fn line(
    cx: &Ctx,
    page: &StepPage,
    field: &Field,
    kind: InputKind,
    own_hint: Option<String>,
) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <TextField
            name=field.key.clone()
            label=cx.plain(&field.label)
            hint=hint(cx, field, own_hint)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            kind=kind
            autocomplete=purpose(cx, field)
            required=field.required
        />
    }
    .into_any()
}

fn lines(cx: &Ctx, page: &StepPage, field: &Field, max: u16) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <TextArea
            name=field.key.clone()
            label=cx.plain(&field.label)
            hint=hint(cx, field, None)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            max=max
            required=field.required
        />
    }
    .into_any()
}

fn number(cx: &Ctx, page: &StepPage, field: &Field, own_hint: Option<String>) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <NumberField
            name=field.key.clone()
            label=cx.plain(&field.label)
            hint=hint(cx, field, own_hint)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            required=field.required
        />
    }
    .into_any()
}

fn date(cx: &Ctx, page: &StepPage, field: &Field) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <DateField
            name=field.key.clone()
            legend=cx.plain(&field.label)
            hint=hint(cx, field, None)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            autocomplete=purpose(cx, field)
            required=field.required
        />
    }
    .into_any()
}

fn resident_id(cx: &Ctx, page: &StepPage, field: &Field) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <ResidentIdField
            name=field.key.clone()
            label=cx.plain(&field.label)
            hint=hint(cx, field, None)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            required=field.required
        />
    }
    .into_any()
}

fn phone(cx: &Ctx, page: &StepPage, field: &Field) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <PhoneField
            name=field.key.clone()
            label=cx.plain(&field.label)
            hint=hint(cx, field, None)
            value=answers.value(&field.key).unwrap_or_default()
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            autocomplete=purpose(cx, field)
            required=field.required
        />
    }
    .into_any()
}

fn choices(cx: &Ctx, page: &StepPage, field: &Field, options: Vec<Choice>, many: bool) -> AnyView {
    let answers = &page.view.answers;
    let own_hint = many.then(|| cx.t("hint-choose-many").to_owned());
    view! {
        <Choices
            name=field.key.clone()
            legend=cx.plain(&field.label)
            options=options
            chosen=answers.values(&field.key).to_vec()
            many=many
            hint=hint(cx, field, own_hint)
            error=page.error(&field.key)
            source=source(cx, answers, &field.key)
            required=field.required
            inline=matches!(field.kind, FieldKind::YesNo)
        />
    }
    .into_any()
}

fn select(cx: &Ctx, page: &StepPage, field: &Field, options: &[ChoiceOption]) -> AnyView {
    let answers = &page.view.answers;
    view! {
        <Select
            name=field.key.clone()
            label=cx.plain(&field.label)
            options=choose_from(cx, options)
            chosen=answers.value(&field.key).unwrap_or_default()
            blank=cx.t("select-blank")
            hint=hint(cx, field, None)
            error=page.error(&field.key)
            required=field.required
        />
    }
    .into_any()
}

fn choose_from(cx: &Ctx, options: &[ChoiceOption]) -> Vec<Choice> {
    options
        .iter()
        .map(|option| Choice::new(option.value.clone(), cx.plain(&option.label)))
        .collect()
}

/// The definition's hint, and what the kind of field has to say by itself.
fn hint(cx: &Ctx, field: &Field, own: Option<String>) -> Option<String> {
    let written = field.hint.as_ref().map(|hint| cx.plain(hint));
    match (written, own) {
        (Some(written), Some(own)) => Some(cx.tf(
            "hint-joined",
            &[("first", written.into()), ("second", own.into())],
        )),
        (written, own) => written.or(own),
    }
}

/// Only limits that somebody could come near are worth saying.
fn counted(cx: &Ctx, max: u16) -> Option<String> {
    const WORTH_SAYING: std::ops::RangeInclusive<u16> = 150..=1000;
    WORTH_SAYING
        .contains(&max)
        .then(|| cx.tf("hint-max", &[("n", i64::from(max).into())]))
}

fn range(cx: &Ctx, min: Option<i64>, max: Option<i64>) -> Option<String> {
    Some(cx.tf("hint-range", &[("min", min?.into()), ("max", max?.into())]))
}

/// The purpose of a field for the browser's own filling (WCAG 1.3.5). Only what a register would fill
/// in is about the applicant for certain. At a kiosk nothing may be remembered.
fn purpose(cx: &Ctx, field: &Field) -> &'static str {
    if cx.surface == Surface::Kiosk {
        return "off";
    }
    match field.prefill {
        Some(RegisterField::Name) => "name",
        Some(RegisterField::Phone) => "tel",
        Some(RegisterField::Address) => "address-line1",
        Some(RegisterField::BirthDate) => "bday",
        Some(_) => "off",
        None if matches!(field.kind, FieldKind::Email) => "email",
        None => "on",
    }
}

/// A slot for files as a control, with what lies in it.
pub(super) fn material(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> AnyView {
    if cx.surface == Surface::Kiosk {
        return shown_material(cx, page, place);
    }
    let existing = page
        .view
        .materials
        .iter()
        .filter(|material| material.slot == place.key)
        .map(|material| ExistingFile {
            name: material.name.clone(),
            bytes: u64::try_from(material.size).unwrap_or_default(),
            href: opened(cx, &page.view, material),
            remove: Some((GO, Go::removing(&material.id))),
        })
        .collect();
    let accept = place
        .accepts
        .iter()
        .map(|kind| kind.media_type())
        .collect::<Vec<_>>()
        .join(",");
    let kinds = place
        .accepts
        .iter()
        .map(|kind| cx.t(&format!("file-kind-{}", kind.key())));
    let kinds = kinds.collect::<Vec<_>>().join(cx.t("list-separator"));
    let taken = cx.tf("file-hint", &[("kinds", kinds.into())]);
    let hint: Words = match &place.hint {
        Some(hint) => {
            let both = [("first", cx.plain(hint).into()), ("second", taken.into())];
            cx.tf("hint-joined", &both).into()
        }
        None => taken.into(),
    };
    view! {
        <FileField
            name=place.key.clone()
            label=cx.plain(&place.name)
            accept=accept
            existing=existing
            hint=hint
            error=page.error(&place.key)
            required=place.required
        />
    }
    .into_any()
}

/// A slot for files at a kiosk, which holds none of the applicant's files: what lies in it, and where
/// it can be filled.
fn shown_material(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> AnyView {
    let files: Vec<_> = page
        .view
        .materials
        .iter()
        .filter(|material| material.slot == place.key)
        .map(|material| view! { <li>{material.name.clone()}</li> })
        .collect();
    let files = (!files.is_empty()).then(|| view! { <ul>{files}</ul> });
    let error = page
        .error(&place.key)
        .map(|error| view! { <p class="field__error">{error}</p> });
    view! {
        <div class="field" id=field_id(&place.key) tabindex="-1">
            <p class="field__label">{cx.plain(&place.name)}</p>
            {files}
            {error}
            <p class="elsewhere">{cx.t("file-not-at-kiosk")}</p>
        </div>
    }
    .into_any()
}
