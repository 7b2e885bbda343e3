//! Material slots of a definition as controls.

use domain::forms::MaterialSlot;
use leptos::prelude::*;

use super::answers::opened;
use super::step::StepPage;
use crate::cases::posted::{GO, Go};
use crate::page::{Ctx, Surface};
use crate::ui::{ExistingFile, FileField, Words, field_id};

/// A slot for files as a control, with what lies in it.
pub(super) fn control(cx: &Ctx, page: &StepPage, place: &MaterialSlot) -> AnyView {
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
