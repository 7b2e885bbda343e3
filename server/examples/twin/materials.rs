//! What has to be handed in for a service.

use domain::catalogue::{GuideMaterial, Necessity};
use maud::{Markup, html};

use super::pieces::{disclosure, summary_list};
use super::words::{counted, of, t, tf};

/// All documents, or that there are none.
pub fn list(materials: &[GuideMaterial]) -> Markup {
    html! {
        @if materials.is_empty() {
            p { (t("guide-no-materials")) }
        } @else {
            ol class="materials" { @for material in materials { (one(material)) } }
        }
    }
}

fn one(material: &GuideMaterial) -> Markup {
    html! {
        li class="material" {
            div class="material__what" {
                p class="material__name" {
                    strong { (of(&material.name)) } " "
                    span class="muted" { (t(material.kind.key())) }
                }
                @if let Some(exempt) = &material.exempt {
                    p { strong class="tag tag--success" { (t("material-exempt")) } " " (of(exempt)) }
                }
                @if let Some(notes) = &material.notes { p class="muted" { (of(notes)) } }
                (details(material))
            }
            div class="material__how" {
                @if material.when.is_some() { strong class="tag" { (t("material-sometimes")) } }
                @if material.exempt.is_none() { (necessity(material.necessity)) }
                p { (t(material.form.key())) (copies(material)) }
                p class="muted" {
                    @match &material.issuer {
                        Some(issuer) => { (t("material-issuer")) " " (of(issuer)) },
                        None => (t(material.source.key())),
                    }
                }
            }
        }
    }
}

fn necessity(necessity: Necessity) -> Markup {
    let class = match necessity {
        Necessity::Required => "tag tag--info",
        _ => "tag",
    };
    html! { strong class=(class) { (t(necessity.key())) } }
}

/// What is accepted, on which paper, and by which law.
fn details(material: &GuideMaterial) -> Markup {
    let standard = material.standard.as_ref().map(of);
    let written = [
        ("material-standard", standard),
        ("material-paper", material.paper.as_deref()),
        ("material-basis", material.basis.as_deref()),
    ];
    let rows: Vec<_> = written
        .into_iter()
        .filter_map(|(key, words)| words.map(|words| (t(key), html! { (words) })))
        .collect();
    html! {
        @if !rows.is_empty() { (disclosure(t("material-details"), &summary_list(&rows))) }
    }
}

/// How many originals and copies; nothing where none are asked for.
fn copies(material: &GuideMaterial) -> String {
    let copies = [
        ("material-originals", material.originals),
        ("material-copies", material.copies),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| counted(key, count))
    .collect::<Vec<_>>()
    .join(t("list-separator"));
    if copies.is_empty() {
        return copies;
    }
    tf("material-how-many", &[("copies", copies.into())])
}
