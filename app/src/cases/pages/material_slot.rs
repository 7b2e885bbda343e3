//! Material slots of a definition as controls.

use domain::cases::{Point, Target};
use domain::forms::{FileKind, MaterialSlot, Step};
use leptos::prelude::*;
use portal::cases::{CaseView, MaterialView, UploadProblem};

use super::answers::opened;
use super::fields::demanded;
use super::marked_page::in_words;
use super::material_ways::ways;
use super::step::StepPage;
use crate::cases::posted::{GO, Go};
use crate::page::{Ctx, Surface};
use crate::ui::{ExistingFile, FileField, Words, field_id};

/// A slot as a control: the ways to answer it where there are several, what lies in it, and what can be
/// put in.
pub(super) fn control(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> AnyView {
    if page.view.fixed.has_material(&place.key) {
        return shown_material(cx, page, place, None);
    }
    let files = if cx.surface == Surface::Kiosk {
        shown_material(cx, page, place, Some(cx.t("file-not-at-kiosk")))
    } else {
        file_field(cx, page, place)
    };
    let ways = ways(cx, &page.view, place);
    let more = others(cx, page, place);
    view! { <div class="stack stack--tight">{ways} {files} {more}</div> }.into_any()
}

fn file_field(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> AnyView {
    let files = page.view.materials.iter();
    let existing = files
        .filter(|material| material.slot == place.key)
        .map(|material| ExistingFile {
            name: name(cx, material),
            bytes: u64::try_from(material.size).unwrap_or_default(),
            href: opened(cx, &page.view, material),
            remove: Some((GO, Go::removing(&material.id))),
        })
        .collect();
    view! {
        <FileField
            name=place.key.clone()
            label=cx.plain(&place.name)
            accept=accept(&place.accepts)
            existing=existing
            hint=asked_hint(cx, page, place)
            error=page.error(&place.key)
            required=place.required
        />
    }
    .into_any()
}

/// The hint of a slot, after what the office says is wrong with its files.
fn asked_hint(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> Words {
    let asked = page.view.case.state.asked().into_iter();
    let demands = asked.flat_map(|asked| asked.about_material(&place.key));
    let demands: Vec<_> = demands.map(|point| demand(cx, &page.view, point)).collect();
    demands
        .into_iter()
        .rfold(hint(cx, place).into_owned(), |rest, demand| {
            let both = [("first", demand.into()), ("second", rest.into())];
            cx.tf("hint-joined", &both)
        })
        .into()
}

/// What the office says about a material or a page of it.
fn demand(cx: &Ctx, view: &CaseView, point: &Point) -> String {
    match &point.target {
        Target::Page { file, page, .. } => {
            let page = in_words(cx, view, file, *page);
            let parts = [("page", page.into()), ("why", point.why.as_str().into())];
            cx.tf("correction-demand-page", &parts)
        }
        _ => demanded(cx, &point.why),
    }
}

/// The name of a file, and that it waits to be scanned where it does.
pub(crate) fn name(cx: &Ctx, material: &MaterialView) -> String {
    if material.waits {
        cx.tf("file-waits", &[("name", material.name.as_str().into())])
    } else {
        material.name.clone()
    }
}

/// Media types for a control.
pub(super) fn accept(kinds: &[FileKind]) -> String {
    let types: Vec<_> = kinds.iter().map(|kind| kind.media_type()).collect();
    types.join(",")
}

/// What a file must show, and which files are taken.
pub(super) fn hint(cx: &Ctx, place: &MaterialSlot) -> Words {
    let kinds = place
        .accepts
        .iter()
        .map(|kind| cx.t(&format!("file-kind-{}", kind.key())));
    let kinds = kinds.collect::<Vec<_>>().join(cx.t("list-separator"));
    let taken = cx.tf("file-hint", &[("kinds", kinds.into())]);
    match &place.hint {
        Some(hint) => {
            let both = [("first", cx.plain(hint).into()), ("second", taken.into())];
            cx.tf("hint-joined", &both).into()
        }
        None => taken.into(),
    }
}

/// Slots whose files wait to be scanned: they are not empty, they are not finished either.
pub(super) fn waiting(cx: &Ctx, view: &CaseView, step: &Step, found: &mut Vec<(String, String)>) {
    for slot in &step.materials {
        let waits = view
            .materials
            .iter()
            .any(|file| file.slot == slot.key && file.waits);
        if waits && !found.iter().any(|(known, _)| *known == slot.key) {
            let text = cx.t(UploadProblem::Waiting.key()).to_owned();
            found.push((slot.key.clone(), text));
        }
    }
}

/// Files of the applicant's library that fit, and the way to the camera of a telephone.
fn others(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> impl IntoView + use<> {
    let fitting = page.library.iter().filter(|entry| {
        entry.slot == place.key && entry.is_valid && place.accepts.contains(&entry.kind)
    });
    let mut buttons: Vec<_> = fitting
        .map(|entry| {
            let named = [
                ("name", entry.name.as_str().into()),
                ("until", cx.date(entry.valid_until).into()),
            ];
            (Go::reusing(&entry.id), cx.tf("library-use", &named))
        })
        .collect();
    if place.accepts.iter().any(|kind| *kind != FileKind::Pdf) {
        let text = cx.t("hand-over-begin").to_owned();
        buttons.push((Go::handing_over(&place.key), text));
    }
    let material = cx.plain(&place.name);
    buttons
        .into_iter()
        .map(|(value, text)| {
            let of = material.clone();
            view! {
                <p>
                    <button class="button button--link" type="submit" name=GO value=value>
                        {text}
                        <span class="visually-hidden">" "{of}</span>
                    </button>
                </p>
            }
        })
        .collect_view()
}

/// A slot that cannot be filled here: what lies in it, and what there is to say about that. A kiosk holds
/// none of the applicant's files.
fn shown_material(
    cx: &Ctx,
    page: &StepPage,
    place: &MaterialSlot,
    elsewhere: Option<&'static str>,
) -> AnyView {
    let files: Vec<_> = page
        .view
        .materials
        .iter()
        .filter(|material| material.slot == place.key)
        .map(|material| view! { <li>{name(cx, material)}</li> })
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
            {elsewhere.map(|words| view! { <p class="elsewhere">{words}</p> })}
        </div>
    }
    .into_any()
}
