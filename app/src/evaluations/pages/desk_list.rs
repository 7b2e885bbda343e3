//! The evaluations of a department at the desk, bad ones first.

use std::sync::Arc;

use leptos::prelude::*;
use portal::evaluations::{EvaluationPage, EvaluationRow, Pile};

use super::{level_tag, options_of};
use crate::desk::pages::light;
use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Column, Empty, Pagination, TabLink, TabLinks, Table, Tag, TagKind};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let pile = params.query("pile").and_then(Pile::parse);
    let page = params.query("page").and_then(|page| page.parse().ok());
    let evaluations = cx.portal.evaluations();
    let list = evaluations
        .list(cx.officer()?, pile.unwrap_or(Pile::ToDo), page.unwrap_or(1))
        .await?;
    let title = cx.t("desk-evaluations-title");
    Ok(Page::new(title, move || view(&cx, &list)).layout(Layout::Desk))
}

fn view(cx: &Ctx, list: &EvaluationPage) -> impl IntoView + use<> {
    let pile = list.pile;
    let tabs = list
        .counts
        .iter()
        .map(|(other, count)| TabLink {
            href: paths::desk_evaluations(other.key(), 1),
            label: pile_name(cx, *other).into(),
            count: Some(*count),
            current: *other == pile,
        })
        .collect();
    view! {
        <div class="container container--wide stack stack--tight">
            <header class="page-header">
                <h1>{cx.t("desk-evaluations-title")}</h1>
                <p class="lead">{cx.t("desk-evaluations-lead")}</p>
                <p><a href=paths::evaluations()>{cx.t("desk-evaluations-public")}</a></p>
            </header>
            <TabLinks label=cx.t("desk-evaluations-title") tabs=tabs/>
            {table(cx, list)}
            <Pagination
                page=list.page
                pages=list.pages
                href=move |page| paths::desk_evaluations(pile.key(), page)
            />
        </div>
    }
}

fn pile_name(cx: &Ctx, pile: Pile) -> &'static str {
    cx.t(&format!("evaluation-pile-{}", pile.key()))
}

fn table(cx: &Ctx, list: &EvaluationPage) -> AnyView {
    if list.rows.is_empty() {
        return view! { <Empty text=cx.t("desk-evaluations-empty")/> }.into_any();
    }
    let (names, rows): (&[&str], Vec<_>) = if list.pile == Pile::Good {
        let rows = list.rows.iter().map(|row| good(cx, row)).collect();
        (&["service", "level", "at", "said"], rows)
    } else {
        let rows = list.rows.iter().map(|row| bad(cx, row)).collect();
        (&["service", "level", "at", "state", "due"], rows)
    };
    let head: Vec<Column> = names
        .iter()
        .map(|name| cx.t(&format!("desk-evaluations-column-{name}")).into())
        .collect();
    let caption = pile_name(cx, list.pile);
    view! { <Table caption=caption head=head rows=rows hide_caption=true/> }.into_any()
}

fn bad(cx: &Ctx, row: &EvaluationRow) -> Vec<AnyView> {
    let name = cx.text(&row.item_name);
    let href = row.rectification.as_deref().map(paths::desk_evaluation);
    let state = row.state.as_deref().unwrap_or_default();
    let kind = match state {
        "closed" | "raised" => TagKind::Success,
        "struck_out" => TagKind::Neutral,
        _ => TagKind::Info,
    };
    let state = view! { <Tag kind=kind text=cx.t(&format!("rectification-state-{state}"))/> };
    let due = row.due.map(|due| cx.date(due));
    let shown = light(cx, row.light, row.days_left.filter(|_| row.due.is_some()));
    vec![
        view! { <a href=href>{name}</a> }.into_any(),
        level_tag(cx, row.level).into_any(),
        cx.date_time(row.at).into_any(),
        state.into_any(),
        view! { {due} " " {shown} }.into_any(),
    ]
}

fn good(cx: &Ctx, row: &EvaluationRow) -> Vec<AnyView> {
    let said = row.said.as_ref().map(|said| {
        let comment = said
            .comment
            .as_deref()
            .map(|text| view! { <p>{cx.written(text)}</p> });
        view! { {options_of(cx, said)} {comment} }
    });
    vec![
        cx.text(&row.item_name),
        level_tag(cx, row.level).into_any(),
        cx.date_time(row.at).into_any(),
        said.into_any(),
    ]
}
