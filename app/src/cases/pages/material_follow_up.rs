//! Materials that follow after acceptance: the list on the page of a case, and the page to add one.

use std::sync::Arc;

use domain::calendar::Calendar;
use leptos::prelude::*;
use portal::cases::{CaseView, FollowUp, UploadProblem};

use super::material_slot::{accept, hint};
use super::{open, trail};
use crate::cases::doors::{PROBLEM, SLOT};
use crate::cases::posted::{CASE, CUT_OFF};
use crate::catalogue::pages::due;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, ButtonLink, FileField};

/// What follows later, with the last day of each; nothing where nothing was promised.
pub(super) fn section(cx: &Ctx, view: &CaseView, calendar: &Calendar) -> Option<AnyView> {
    let promised = view.follow_ups(calendar, cx.today());
    if promised.is_empty() || view.editable() {
        return None;
    }
    let rows: Vec<_> = promised.iter().map(|one| row(cx, view, one)).collect();
    Some(
        view! {
            <section class="stack stack--tight" aria-labelledby="follow-ups">
                <h2 id="follow-ups">{cx.t("follow-up-list")}</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(cx: &Ctx, view: &CaseView, promised: &FollowUp) -> impl IntoView + use<> {
    let name = cx.text(&promised.slot.name);
    let state = if promised.files > 0 {
        let files = i64::try_from(promised.files).unwrap_or(i64::MAX);
        cx.tf("follow-up-came", &[("n", files.into())])
    } else {
        cx.t("follow-up-waits").to_owned()
    };
    let until = promised.until.map(|until| {
        view! { <p>{cx.t("follow-up-until")} " " {due(cx, until)}</p> }
    });
    let add = promised.is_open.then(|| {
        let href = cx.href(paths::follow_up(&view.case.id, &promised.slot.key));
        let label = cx.t("follow-up-add");
        view! { <ButtonLink href=href label=label kind=ButtonKind::Secondary/> }
    });
    view! { <li class="stack stack--tight"><p>{name}</p> <p class="muted">{state}</p> {until} {add}</li> }
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let calendar = cx.portal.catalogue().calendar().await?;
    let promised = view
        .follow_ups(&calendar, cx.today())
        .into_iter()
        .find(|one| one.slot.key == params.path("slot") && one.is_open)
        .ok_or(PageError::NotFound)?;
    let problem = params.query(PROBLEM).and_then(known).map(|key| cx.t(key));
    let status = if problem.is_some() { 422 } else { 200 };
    let title = cx.tf(
        "follow-up-title",
        &[("name", cx.plain(&promised.slot.name).into())],
    );
    let shown = title.clone();
    Ok(Page::new(title, move || body(&cx, &view, &promised, &shown, problem)).status(status))
}

fn known(key: &str) -> Option<&'static str> {
    let problem = UploadProblem::parse(key).map(UploadProblem::key);
    problem.or_else(|| (key == CUT_OFF).then_some(CUT_OFF))
}

fn body(
    cx: &Ctx,
    view: &CaseView,
    promised: &FollowUp,
    title: &str,
    problem: Option<&'static str>,
) -> impl IntoView + use<> {
    let until = promised.until.map(|until| {
        view! { <p class="lead">{cx.t("follow-up-until")} " " {due(cx, until)}</p> }
    });
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <h1>{title.to_owned()}</h1>
            {until}
            <form
                class="form"
                method="post"
                action=paths::door::FOLLOW_UP
                enctype="multipart/form-data"
            >
                <input type="hidden" name=CASE value=view.case.id.to_string()/>
                <input type="hidden" name=SLOT value=promised.slot.key.clone()/>
                <FileField
                    name="files"
                    label=cx.plain(&promised.slot.name)
                    accept=accept(&promised.slot.accepts)
                    hint=hint(cx, &promised.slot)
                    error=problem
                />
                <div class="actions"><Button label=cx.t("follow-up-send")/></div>
            </form>
        </div>
    }
}
