//! What has to be handed in for a service.

use domain::catalogue::{GuideMaterial, Necessity};
use maud::{Markup, html};

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
            }
            div class="material__how" {
                @if material.exempt.is_none() { (necessity(material.necessity)) }
                p { (t(material.form.key())) (copies(material)) }
                p class="muted" { (t(material.source.key())) }
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
