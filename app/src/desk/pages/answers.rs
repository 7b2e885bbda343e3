//! What the applicant answered and handed in, as the officer reads it.

use domain::forms::{Reading, Step};
use leptos::prelude::*;
use portal::cases::{CaseView, MaterialView};
use portal::desk::DeskCase;

use crate::cases::pages::{Answered, answer, answered, file_name, objection, source, way_told};
use crate::page::Ctx;
use crate::paths;
use crate::ui::{SummaryList, SummaryRow};

/// Every shown step with its answers, each with its source.
pub(crate) fn answers(cx: &Ctx, view: &CaseView) -> Vec<AnyView> {
    let reading = view.read(cx.today());
    let steps = reading.steps().into_iter();
    steps
        .filter_map(|step| one_step(cx, view, &reading, step))
        .collect()
}

fn one_step(cx: &Ctx, view: &CaseView, reading: &Reading<'_>, step: &Step) -> Option<AnyView> {
    let rows: Vec<_> = answered(cx, reading, step)
        .into_iter()
        .map(|Answered { field, key, label }| {
            let answers = reading.answers();
            let shown = answer(cx, view, field, &key, answers);
            SummaryRow::new(label, shown)
                .source(source(cx, &view.sources, answers, &key))
                .objection(cx.t("desk-objection"), objection(cx, answers, &key))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.text(&step.title)}</h2>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

/// Every material that is asked for, with the files that were handed in; nothing where none is.
pub(super) fn materials(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let view = &case.view;
    let reading = view.read(cx.today());
    let rows: Vec<_> = reading
        .steps()
        .into_iter()
        .flat_map(|step| reading.materials(step))
        .map(|slot| {
            let files = view.materials.iter().filter(|file| file.slot == slot.key);
            let files: Vec<_> = files.map(|file| shown(cx, case, file)).collect();
            let promised = case.follow_ups.iter().find(|one| one.slot.key == slot.key);
            let way = way_told(cx, view, slot, promised.and_then(|one| one.until));
            let files = match (way, files.is_empty()) {
                (None, true) => cx.t("desk-no-material").into_any(),
                (way, _) => view! { {way.map(|way| view! { <p>{way}</p> })} {files} }.into_any(),
            };
            SummaryRow::new(cx.plain(&slot.name), files)
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-materials")}</h2>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

/// A file; only its name to who cannot open it.
fn shown(cx: &Ctx, case: &DeskCase, file: &MaterialView) -> AnyView {
    if case.has_papers {
        material(cx, &case.view, file).into_any()
    } else {
        view! { <p>{cx.written(&file_name(cx, file))}</p> }.into_any()
    }
}

/// A file with its size, to be opened.
pub(crate) fn material(cx: &Ctx, view: &CaseView, file: &MaterialView) -> impl IntoView + use<> {
    let kilobytes = (file.size + 1023) / 1024;
    let size = cx.tf("file-size-kb", &[("n", kilobytes.into())]);
    let name = cx.written(&file_name(cx, file));
    let name = if file.waits {
        name
    } else {
        let href = paths::material(&view.case.id, &file.id);
        view! { <a href=href>{name}</a> }.into_any()
    };
    let unscanned = (!file.waits && !file.scanned)
        .then(|| view! { <span class="hint">" " {cx.t("desk-unscanned")}</span> });
    view! { <p>{name} " " <span class="hint">{size}</span> {unscanned}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::case;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn what_is_called_wrong_is_marked_beside_the_answer() {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/desk/cases/c-1").await;
        let mut view = case(&[("phone", "13800000000")]);
        let shown = |view: &CaseView| html(|| answers(&cx, view));
        assert!(!shown(&view).contains("says this is wrong"));
        view.answers.object("name", HOSTILE);
        let html = shown(&view);
        assert_escaped(&html);
        assert_contains(
            &html,
            &["林亦诺", "The applicant says this is wrong</strong>"],
        );
        assert_eq!(html.matches("says this is wrong").count(), 1);
    }
}
