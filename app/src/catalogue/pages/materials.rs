//! What has to be handed in for a service, one entry a document: its name and notes, and beside them
//! how and where it comes from.

use domain::catalogue::{GuideMaterial, Necessity};
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Tag, TagKind};

/// All documents, or that there are none.
pub(super) fn materials(cx: &Ctx, materials: &[GuideMaterial]) -> AnyView {
    if materials.is_empty() {
        return view! { <p>{cx.t("guide-no-materials")}</p> }.into_any();
    }
    let rows: Vec<_> = materials.iter().map(|material| one(cx, material)).collect();
    view! { <ol class="materials">{rows}</ol> }.into_any()
}

fn one(cx: &Ctx, material: &GuideMaterial) -> impl IntoView + use<> {
    let exempt = material.exempt.as_ref().map(|exempt| {
        view! {
            <p><Tag kind=TagKind::Success text=cx.t("material-exempt")/>" "{cx.text(exempt)}</p>
        }
    });
    let notes = material
        .notes
        .as_ref()
        .map(|notes| view! { <p class="muted">{cx.text(notes)}</p> });
    // What is not asked of this reader after all is not called required.
    let needed = exempt.is_none().then(|| {
        let kind = match material.necessity {
            Necessity::Required => TagKind::Info,
            _ => TagKind::Neutral,
        };
        view! { <Tag kind=kind text=cx.t(material.necessity.key())/> }
    });
    view! {
        <li class="material">
            <div class="material__what">
                <p class="material__name">
                    <strong>{cx.text(&material.name)}</strong> " "
                    <span class="muted">{cx.t(material.kind.key())}</span>
                </p>
                {exempt}
                {notes}
            </div>
            <div class="material__how">
                {needed}
                <p>{cx.t(material.form.key())}{copies(cx, material)}</p>
                <p class="muted">{cx.t(material.source.key())}</p>
            </div>
        </li>
    }
}

/// How many originals and copies, in brackets; nothing where none are asked for.
fn copies(cx: &Ctx, material: &GuideMaterial) -> Option<String> {
    let copies = [
        ("material-originals", material.originals),
        ("material-copies", material.copies),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| cx.tf(key, &[("n", i64::from(count).into())]))
    .collect::<Vec<_>>()
    .join(cx.t("list-separator"));
    (!copies.is_empty()).then(|| cx.tf("material-how-many", &[("copies", copies.into())]))
}
