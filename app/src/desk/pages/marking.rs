//! An officer marks single answers and materials, and says what is wrong with each (补正告知).

use std::sync::Arc;

use domain::CaseId;
use domain::cases::{EventKind, Target};
use domain::forms::{Reading, Step};
use leptos::prelude::*;
use portal::desk::DeskCase;

use super::act_forms::hidden;
use super::answers::material;
use crate::cases::pages::{Answered, answer, answered};
use crate::desk::doors::{act_form, input, mark_of_field, mark_of_material};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, ErrorSummary, SummaryList, SummaryRow, TextArea, TextField};

/// Where the words about the whole stand.
const NOTICE_ID: &str = "notice";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = CaseId::new(params.path("id"));
    let case = cx
        .portal
        .desk()
        .open(cx.officer()?, &id)
        .await?
        .ok_or(PageError::NotFound)?;
    let wanted = params.query("for").and_then(EventKind::parse);
    let marks = [
        EventKind::RequestCorrection,
        EventKind::ReturnPrecheck,
        EventKind::Look,
    ];
    let allowed = &case.view.allowed;
    let kind = wanted.filter(|kind| marks.contains(kind) && allowed.contains(kind));
    // What cannot be done any more is explained where the case is.
    let Some(kind) = kind else {
        return Err(PageError::Redirect(paths::desk_case(&id)));
    };
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&act_form(&id)).await?.unwrap_or_default(),
        None => begun(&case, kind),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    let title = cx.t(&format!("desk-action-{}", kind.key()));
    Ok(Page::new(title, move || view(&cx, &case, kind, &kept))
        .layout(Layout::Desk)
        .status(status))
}

/// The marks that are there to begin with: one notice says what all departments want corrected.
fn begun(case: &DeskCase, kind: EventKind) -> Kept {
    if kind != EventKind::RequestCorrection {
        return Kept::default();
    }
    let asked = case.view.case.gathered();
    let marks = asked.points.into_iter().map(|point| match point.target {
        Target::Field { key } => (mark_of_field(&key), point.why),
        Target::Material { slot, .. } => (mark_of_material(&slot), point.why),
    });
    let notice = (input::TEXT.to_owned(), asked.notice);
    Kept {
        values: marks.chain([notice]).collect(),
        problems: Vec::new(),
    }
}

fn view(cx: &Ctx, case: &DeskCase, kind: EventKind, kept: &Kept) -> impl IntoView + use<> {
    let key = kind.key();
    let name = cx.t(&format!("desk-action-{key}"));
    let error = kept.problem(key).map(|problem| cx.t(problem));
    let errors: Vec<_> = error
        .iter()
        .map(|error| (NOTICE_ID.to_owned(), (*error).to_owned()))
        .collect();
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=cx.t("error-summary-title") errors=errors/> });
    let trail = vec![
        (paths::desk(), cx.t("desk-inbox").into()),
        (
            paths::desk_case(&case.view.case.id),
            cx.plain(&case.view.item_name).into(),
        ),
    ];
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            {summary}
            <header class="page-header">
                <h1>{name}</h1>
                <p class="lead">{cx.t("desk-mark-lead")}</p>
            </header>
            <form class="form" method="post" action=paths::door::DESK_ACT enctype="multipart/form-data">
                {hidden(case, kind)}
                <input type="hidden" name=input::FROM value=input::MARKING/>
                {steps(cx, case, kept)}
                <TextArea
                    name=input::TEXT
                    id=NOTICE_ID
                    label=cx.t("desk-mark-whole")
                    hint=cx.t(&format!("desk-hint-{key}"))
                    error=error
                    value=kept.value(input::TEXT)
                    required=false
                />
                <Button label=name/>
            </form>
        </div>
    }
}

fn steps(cx: &Ctx, case: &DeskCase, kept: &Kept) -> Vec<AnyView> {
    let reading = case.view.read(cx.today());
    let steps = reading.steps().into_iter();
    steps
        .filter_map(|step| one_step(cx, case, kept, &reading, step))
        .collect()
}

fn one_step(
    cx: &Ctx,
    case: &DeskCase,
    kept: &Kept,
    reading: &Reading<'_>,
    step: &Step,
) -> Option<AnyView> {
    let mark = |name: String, label: &str| {
        let label = cx.tf("desk-mark-label", &[("label", label.to_owned().into())]);
        let value = kept.value(&name);
        view! { <TextField name=name label=label value=value required=false/> }
    };
    let mut rows = Vec::new();
    for Answered { field, key, label } in answered(cx, reading, step) {
        let shown = answer(cx, &case.view, field, &key, reading.answers());
        // A row of a repeat group is corrected with the whole group.
        let name = mark_of_field(key.split('.').next().unwrap_or_default());
        let mark = mark(name, &label);
        rows.push(SummaryRow::new(label, view! { {shown} {mark} }));
    }
    for slot in reading.materials(step) {
        let files = case.view.materials.iter();
        let files: Vec<_> = files
            .filter(|file| file.slot == slot.key)
            .map(|file| material(cx, &case.view, file))
            .collect();
        let name = cx.plain(&slot.name);
        let mark = mark(mark_of_material(&slot.key), &name);
        rows.push(SummaryRow::new(name, view! { {files} {mark} }));
    }
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
