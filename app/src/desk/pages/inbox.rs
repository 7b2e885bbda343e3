//! The inbox of a department.

use std::sync::Arc;

use leptos::prelude::*;
use portal::desk::{Inbox, InboxRow, InboxTab};

use super::light::light;
use super::state::state_tag;
use crate::catalogue::pages::due;
use crate::page::Layout;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Column, Empty, Pagination, SearchBox, TabLink, TabLinks, Table,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let number = params.query("q").map(str::to_owned);
    if let Some(number) = &number
        && let Some(id) = cx.portal.desk().find(officer, number).await?
    {
        return Err(PageError::Redirect(paths::desk_case(&id)));
    }
    let tab = params
        .query("tab")
        .and_then(InboxTab::parse)
        .unwrap_or(InboxTab::ToAccept);
    let page = params
        .query("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let inbox = cx.portal.desk().inbox(officer, tab, page).await?;
    let status = if number.is_some() { 404 } else { 200 };
    Ok(
        Page::new(cx.t("desk-inbox"), move || view(&cx, &inbox, number))
            .layout(Layout::Desk)
            .status(status),
    )
}

fn view(cx: &Ctx, inbox: &Inbox, unknown: Option<String>) -> impl IntoView + use<> {
    let advice = cx.t("desk-number-unknown-advice");
    let not_found = unknown.is_some().then(|| {
        view! {
            <Banner title=cx.t("desk-number-unknown") kind=BannerKind::Warning>
                <p>{advice}</p>
            </Banner>
        }
    });
    let tab = inbox.tab;
    view! {
        <div class="container container--wide stack stack--tight inbox">
            <header class="page-header page-header--split">
                <h1>{cx.t("desk-inbox")}</h1>
                <SearchBox
                    action=paths::desk()
                    label=cx.t("desk-search")
                    value=unknown.unwrap_or_default()
                    id="desk-search"
                />
            </header>
            {not_found}
            <TabLinks label=cx.t("desk-inbox") tabs=tabs(cx, inbox)/>
            {table(cx, inbox)}
            <Pagination
                page=inbox.page
                pages=inbox.pages
                href=move |page| paths::desk_tab(tab.key(), page)
            />
        </div>
    }
}

fn tab_name(cx: &Ctx, tab: InboxTab) -> &'static str {
    cx.t(&format!("inbox-tab-{}", tab.key()))
}

fn tabs(cx: &Ctx, inbox: &Inbox) -> Vec<TabLink> {
    let link = |(tab, count): &(InboxTab, u64)| TabLink {
        href: paths::desk_tab(tab.key(), 1),
        label: tab_name(cx, *tab).into(),
        count: Some(*count),
        current: *tab == inbox.tab,
    };
    inbox.counts.iter().map(link).collect()
}

fn table(cx: &Ctx, inbox: &Inbox) -> AnyView {
    if inbox.rows.is_empty() {
        return view! { <Empty text=cx.t("desk-inbox-empty")/> }.into_any();
    }
    let head: Vec<Column> = [
        "number",
        "service",
        "applicant",
        "state",
        "submitted",
        "due",
    ]
    .map(|column| cx.t(&format!("desk-column-{column}")).into())
    .into();
    let rows = inbox.rows.iter().map(|one| row(cx, one)).collect();
    view! { <Table caption=tab_name(cx, inbox.tab) head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn row(cx: &Ctx, row: &InboxRow) -> Vec<AnyView> {
    let number = row.number.to_string();
    let due_on = row.due.map(|date| due(cx, date));
    vec![
        view! { <a class="desk-table__number" href=paths::desk_case(&row.id)>{number}</a> }
            .into_any(),
        cx.text(&row.item_name),
        row.applicant_masked.clone().into_any(),
        state_tag(cx, row.state).into_any(),
        cx.date_time(row.submitted_at).into_any(),
        view! { {due_on} " " {light(cx, row.light, row.days_left)} }.into_any(),
    ]
}
