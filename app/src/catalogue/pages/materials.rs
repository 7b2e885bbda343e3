//! What has to be handed in for a service, one entry a document: its name and notes, and beside them
//! how and where it comes from.

use domain::Text;
use domain::catalogue::{GuideMaterial, Necessity};
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Disclosure, SummaryList, SummaryRow, Tag, TagKind};

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
    let details = details(cx, material);
    // Who need not hand it in is told by the guided choice; here it stands among the others.
    let sometimes = material.when.as_ref().map(|_| {
        view! { <Tag kind=TagKind::Neutral text=cx.t("material-sometimes")/> }
    });
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
                {details}
            </div>
            <div class="material__how">
                {sometimes}
                {needed}
                <p>{cx.t(material.form.key())}{copies(cx, material)}</p>
                <p class="muted">{from(cx, material)}</p>
            </div>
        </li>
    }
}

/// Where it comes from: who issues it, where that is said.
fn from(cx: &Ctx, material: &GuideMaterial) -> AnyView {
    match &material.issuer {
        Some(issuer) => view! { {cx.t("material-issuer")}" "{cx.text(issuer)} }.into_any(),
        None => cx.t(material.source.key()).into_any(),
    }
}

/// What is accepted, on which paper, and by which law; folded, for those who want it.
fn details(cx: &Ctx, material: &GuideMaterial) -> Option<AnyView> {
    let standard = material.standard.as_ref();
    let mut rows: Vec<SummaryRow> = standard
        .map(|standard| SummaryRow::new(cx.t("material-standard"), cx.text(standard)))
        .into_iter()
        .collect();
    let written = [
        ("material-paper", &material.paper),
        ("material-basis", &material.basis),
    ];
    rows.extend(written.into_iter().filter_map(|(key, words)| {
        let words = Text::zh(words.as_deref()?);
        Some(SummaryRow::new(cx.t(key), cx.text(&words)))
    }));
    (!rows.is_empty()).then(|| {
        view! {
            <Disclosure summary=cx.t("material-details")><SummaryList rows=rows/></Disclosure>
        }
        .into_any()
    })
}

/// How many originals and copies, in brackets; nothing where none are asked for.
pub(crate) fn copies(cx: &Ctx, material: &GuideMaterial) -> Option<String> {
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
