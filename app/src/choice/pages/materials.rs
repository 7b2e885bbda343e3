//! The exact materials of one visitor, each with how it can be left out.

use domain::catalogue::{MaterialNeed, Need, Outcome, WayOut};
use leptos::prelude::*;

use crate::catalogue::pages::{copies, limit};
use crate::page::Ctx;
use crate::ui::{Disclosure, Tag, TagKind};

/// All materials in the order of what they ask of the visitor: to bring, perhaps to bring, spared, and
/// not needed.
pub(super) fn lists(cx: &Ctx, outcome: &Outcome<'_>) -> AnyView {
    let (mut bring, mut perhaps, mut spared, mut others) = (vec![], vec![], vec![], vec![]);
    for one in &outcome.materials {
        match &one.need {
            Need::Needed if one.is_spared() => spared.push(one),
            Need::Needed => bring.push(one),
            Need::Depends(_) => perhaps.push(one),
            Need::NotNeeded => others.push(one),
        }
    }
    let nothing = (bring.is_empty() && perhaps.is_empty())
        .then(|| view! { <p>{cx.t("choice-bring-nothing")}</p> });
    let others = (!others.is_empty()).then(|| {
        let names = others
            .iter()
            .map(|one| view! { <li>{cx.text(&one.material.name)}</li> });
        let names: Vec<_> = names.collect();
        view! {
            <Disclosure summary=cx.t("choice-not-needed")>
                <div class="prose"><ul>{names}</ul></div>
            </Disclosure>
        }
    });
    view! {
        {nothing}
        {list(cx, "choice-bring", &bring)}
        {list(cx, "choice-perhaps", &perhaps)}
        {list(cx, "choice-spared", &spared)}
        {others}
    }
    .into_any()
}

fn list(cx: &Ctx, heading: &'static str, materials: &[&MaterialNeed<'_>]) -> Option<AnyView> {
    (!materials.is_empty()).then(|| {
        let rows: Vec<_> = materials.iter().map(|one| row(cx, one)).collect();
        view! {
            <h3>{cx.t(heading)}</h3>
            <ol class="materials">{rows}</ol>
        }
        .into_any()
    })
}

fn row(cx: &Ctx, one: &MaterialNeed<'_>) -> impl IntoView + use<> {
    let notes = one.material.notes.as_ref();
    let notes = notes.map(|notes| view! { <p class="muted">{cx.text(notes)}</p> });
    // How many copies matters only to those who have to bring them.
    let how = (!one.is_spared()).then(|| {
        view! {
            <div class="material__how">
                <p>{cx.t(one.material.form.key())}{copies(cx, one.material)}</p>
            </div>
        }
    });
    view! {
        <li class="material">
            <div class="material__what">
                <p class="material__name"><strong>{cx.text(&one.material.name)}</strong></p>
                {waits(cx, one)}
                {ways(cx, one)}
                {notes}
            </div>
            {how}
        </li>
    }
}

/// Which questions decide whether it is needed.
fn waits(cx: &Ctx, one: &MaterialNeed<'_>) -> Option<AnyView> {
    let Need::Depends(fields) = &one.need else {
        return None;
    };
    let questions: Vec<_> = fields.iter().map(|field| cx.plain(&field.label)).collect();
    let questions = questions.join(cx.t("list-separator"));
    let told = cx.tf("choice-depends", &[("questions", questions.into())]);
    Some(view! { <p class="muted">{told}</p> }.into_any())
}

/// How it can be left out.
pub(super) fn ways(cx: &Ctx, one: &MaterialNeed<'_>) -> Option<AnyView> {
    let ways = one.ways_out();
    let kind = if one.is_spared() {
        TagKind::Success
    } else {
        TagKind::Info
    };
    (!ways.is_empty()).then(|| {
        let tags: Vec<_> = ways
            .into_iter()
            .map(|way| view! { <Tag kind=kind text=way_out(cx, way)/>" " })
            .collect();
        let exempt = one.material.exempt.as_ref().map(|exempt| cx.text(exempt));
        view! { <p>{tags}{exempt}</p> }.into_any()
    })
}

fn way_out(cx: &Ctx, way: WayOut) -> String {
    let key = match way {
        WayOut::Certificate => "way-out-certificate",
        WayOut::Generated => "way-out-generated",
        WayOut::Shared => "way-out-shared",
        WayOut::Promise => "way-out-promise",
        WayOut::Later(None) => "way-out-later",
        WayOut::Later(Some(within)) => {
            let within = limit(cx, within);
            return cx.tf("way-out-later-within", &[("limit", within.into())]);
        }
    };
    cx.t(key).to_owned()
}
