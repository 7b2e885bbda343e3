//! A joint application 一件事 at the desk: what the departments found before acceptance, and how far each matter
//! is after it.

use leptos::prelude::*;
use portal::cases::JointView;
use portal::desk::{DeskCase, LookView};

use crate::cases::pages::joint::matters;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Column, SummaryList, SummaryRow, Table};

/// What the officer has to know of the joint application that the case is, or is part of.
pub(super) fn section(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let joint = case.view.joint.as_ref()?;
    let is_part = case.view.case.part.is_some();
    let leads = case.is_own && !is_part;
    let table = matters(cx, joint, |id| leads.then(|| paths::desk_case(id)));
    let part = is_part.then(|| part(cx, case, joint));
    let looks = looks(cx, &case.looks);
    Some(
        view! {
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("desk-joint")}</h2>
                {part}
                {table}
                {looks}
            </section>
        }
        .into_any(),
    )
}

/// Which joint application it is a part of, and what came of the matters that it needs.
fn part(cx: &Ctx, case: &DeskCase, joint: &JointView) -> impl IntoView + use<> {
    let number = joint.number.as_ref().map(ToString::to_string);
    let mut rows = vec![
        SummaryRow::new(cx.t("desk-joint-part"), cx.text(&joint.name)),
        SummaryRow::new(cx.t("desk-joint-number"), number.unwrap_or_default()),
    ];
    let part = case.view.case.part.as_ref();
    let own = part.and_then(|part| joint.matters.iter().find(|it| it.key == part.matter));
    let needed = own.into_iter().flat_map(|own| joint.needed(own));
    rows.extend(needed.filter_map(|matter| {
        let identifier = matter.identifier.clone()?;
        let label = cx.tf(
            "desk-result-before",
            &[("matter", cx.plain(&matter.name).into())],
        );
        Some(SummaryRow::new(label, identifier))
    }));
    view! { <SummaryList rows=rows/> }
}

fn looks(cx: &Ctx, looks: &[LookView]) -> Option<AnyView> {
    let head: Vec<Column> = vec![
        cx.t("joint-column-department").into(),
        cx.t("desk-looks").into(),
    ];
    let rows: Vec<_> = looks.iter().map(|look| row(cx, look)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{cx.t("desk-looks")}</h3>
            <p class="hint">{cx.t("desk-looks-lead")}</p>
            <Table caption=cx.t("desk-looks") head=head rows=rows hide_caption=true/>
        }
        .into_any()
    })
}

fn row(cx: &Ctx, look: &LookView) -> Vec<AnyView> {
    let found = match &look.asked {
        None => cx.t("desk-look-open").into_any(),
        Some(asked) if asked.is_empty() => cx.t("desk-look-fine").into_any(),
        Some(asked) => {
            let notice = (!asked.notice.is_empty()).then(|| cx.written(&asked.notice));
            let points: Vec<_> = asked
                .points
                .iter()
                .map(|point| view! { <li>{cx.written(&point.why)}</li> })
                .collect();
            let points = (!points.is_empty()).then(|| view! { <ul>{points}</ul> });
            view! { <p>{cx.t("desk-look-asks")}</p> {notice} {points} }.into_any()
        }
    };
    vec![cx.text(&look.department), found]
}
