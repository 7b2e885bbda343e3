//! The citizen's cases.

use std::sync::Arc;

use leptos::prelude::*;
use portal::cases::CaseSummary;

use super::notes::Note;
use super::state_tag;
use crate::catalogue::pages::due;
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{ButtonKind, ButtonLink, Empty};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let cases = cx.portal.cases().list(cx.citizen()?).await?;
    let (title, note) = (cx.t("cases-title"), Note::read(&params));
    Ok(Page::new(title, move || view(&cx, cases, note)))
}

fn view(cx: &Ctx, cases: Vec<CaseSummary>, note: Note) -> impl IntoView + use<> {
    let body = if cases.is_empty() {
        let link = view! { <ButtonLink href=cx.href(paths::items()) label=cx.t("cases-find")/> };
        view! { <Empty text=cx.t("cases-none")>{link}</Empty> }.into_any()
    } else {
        let (mine, others): (Vec<_>, Vec<_>) = cases.into_iter().partition(|case| case.needs_me);
        let rest = if mine.is_empty() {
            "cases-all"
        } else {
            "cases-others"
        };
        (group(cx, "cases-mine", &mine), group(cx, rest, &others)).into_any()
    };
    let find = cx.href(paths::items());
    view! {
        <div class="container">
            <header class="page-header">
                <h1>{cx.t("cases-title")}</h1>
                <p class="actions">
                    <ButtonLink href=find label=cx.t("cases-new") kind=ButtonKind::Secondary/>
                </p>
            </header>
            {note.banner(cx)}
            {body}
        </div>
    }
}

fn group(cx: &Ctx, title: &'static str, cases: &[CaseSummary]) -> Option<impl IntoView + use<>> {
    (!cases.is_empty()).then(|| {
        let rows: Vec<_> = cases.iter().map(|case| row(cx, case)).collect();
        view! {
            <section class="section" aria-labelledby=title>
                <h2 class="section__title" id=title>{cx.t(title)}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

fn row(cx: &Ctx, case: &CaseSummary) -> impl IntoView + use<> {
    let class = if case.needs_me {
        "case-list__row case-list__row--mine"
    } else {
        "case-list__row"
    };
    let number = case
        .number
        .as_ref()
        .map(|number| view! { <span class="number">{number.to_string()}</span> });
    let due = case.due.map(|date| {
        view! { <span>{cx.tf("case-due", &[("date", due(cx, date).into())])}</span> }
    });
    let updated = cx.tf(
        "case-updated",
        &[("at", cx.date_time(case.updated_at).into())],
    );
    view! {
        <li class=class>
            <p class="case-list__name">
                <a href=cx.href(paths::case(&case.id))>{cx.text(&case.item_name)}</a>
            </p>
            <p>{state_tag(cx, case.state)}</p>
            <p class="case-list__about">{number} {due} <span>{updated}</span></p>
        </li>
    }
}
