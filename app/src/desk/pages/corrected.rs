//! What the applicant has changed on handing the case in again, beside what was asked.

use domain::cases::{Point, Target};
use leptos::prelude::*;
use portal::cases::MaterialView;
use portal::desk::{CorrectedFiles, CorrectionPoint, DeskCase};

use super::answers::material;
use crate::cases::pages::marked_page;
use crate::page::Ctx;
use crate::ui::{Column, Table};

/// What has changed, answers and files, old and new beside each other.
pub(super) fn correction(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let correction = case.correction.as_ref()?;
    let head: Vec<Column> = ["field", "asked", "before", "after"]
        .map(|column| cx.t(&format!("desk-correction-{column}")).into())
        .into();
    let answers = correction.points.iter().map(|one| answer(cx, one));
    let files = correction.files.iter().map(|one| files(cx, case, one));
    let rows: Vec<_> = answers.chain(files).collect();
    let table = if rows.is_empty() {
        view! { <p class="hint">{cx.t("desk-correction-none")}</p> }.into_any()
    } else {
        view! { <Table caption=cx.t("desk-correction") head=head rows=rows hide_caption=true/> }
            .into_any()
    };
    let notice = (!correction.notice.is_empty())
        .then(|| view! { <blockquote>{cx.written(&correction.notice)}</blockquote> });
    Some(
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-correction")}</h2>
                {notice}
                {table}
            </section>
        }
        .into_any(),
    )
}

fn answer(cx: &Ctx, point: &CorrectionPoint) -> Vec<AnyView> {
    let none = || cx.t("answer-none").into_any();
    let why = point.why.as_ref();
    vec![
        cx.text(&point.label),
        why.map_or_else(|| ().into_any(), |why| cx.written(why)),
        point
            .before
            .as_ref()
            .map_or_else(none, |text| cx.text(text)),
        point.after.as_ref().map_or_else(none, |text| cx.text(text)),
    ]
}

fn files(cx: &Ctx, case: &DeskCase, files: &CorrectedFiles) -> Vec<AnyView> {
    let asked: Vec<_> = files.asked.iter().map(|it| asked(cx, case, it)).collect();
    vec![
        cx.text(&files.name),
        asked.into_any(),
        all(cx, case, &files.before),
        all(cx, case, &files.after),
    ]
}

/// What was said about a material, or about a page of it.
fn asked(cx: &Ctx, case: &DeskCase, point: &Point) -> AnyView {
    let why = cx.written(&point.why);
    match &point.target {
        Target::Page { file, page, .. } => {
            let page = marked_page(cx, &case.view, file, *page);
            view! { <p>{page} ": " {why}</p> }.into_any()
        }
        _ => view! { <p>{why}</p> }.into_any(),
    }
}

fn all(cx: &Ctx, case: &DeskCase, files: &[MaterialView]) -> AnyView {
    if files.is_empty() {
        return cx.t("answer-no-file").into_any();
    }
    let files = files.iter().map(|file| material(cx, &case.view, file));
    files.collect_view().into_any()
}
