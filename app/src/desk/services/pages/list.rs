//! The services of a department.

use std::sync::Arc;

use domain::catalogue::editing::DraftState;
use leptos::prelude::*;
use portal::catalogue::editor::{ListedDraft, ListedItem, ServiceList};

use super::words::{draft_tag, item_tag, name_or};
use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{
    ButtonKind, ButtonLink, Column, Empty, Pagination, SearchBox, TabLink, TabLinks, Table,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let state = params
        .query("state")
        .filter(|state| DraftState::KEYS.contains(state));
    let state = state.map(str::to_owned);
    let query = params.query("q").unwrap_or_default().to_owned();
    let page = params
        .query("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let editor = cx.portal.catalogue().editor();
    let list = editor.list(officer, state.as_deref(), &query, page).await?;
    Ok(Page::new(cx.t("editor-services"), move || {
        view(&cx, &list, state.as_deref(), &query)
    })
    .layout(Layout::Desk))
}

fn view(cx: &Ctx, list: &ServiceList, state: Option<&str>, query: &str) -> impl IntoView + use<> {
    let tab = |key: &str, label: &'static str| TabLink {
        href: paths::desk_services_found(key, query, 1),
        label: label.into(),
        count: None,
        current: state.unwrap_or_default() == key,
    };
    let mut tabs = vec![tab("", cx.t("editor-drafts-open"))];
    tabs.extend(DraftState::KEYS.map(|key| tab(key, cx.t(&format!("draft-state-{key}")))));
    let (state, words) = (state.unwrap_or_default().to_owned(), query.to_owned());
    view! {
        <div class="container container--wide stack">
            <header class="page-header page-header--split">
                <h1>{cx.t("editor-services")}</h1>
                <p class="actions">
                    <ButtonLink href=paths::desk_service_new("") label=cx.t("editor-new")/>
                    <ButtonLink
                        href=paths::desk_services_exchange()
                        label=cx.t("editor-exchange")
                        kind=ButtonKind::Secondary
                    />
                </p>
            </header>
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-drafts")}</h2>
                <TabLinks label=cx.t("editor-drafts") tabs=tabs/>
                {drafts(cx, &list.drafts)}
            </section>
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-items")}</h2>
                <SearchBox
                    action=paths::desk_services()
                    label=cx.t("editor-search")
                    value=query.to_owned()
                    id="service-search"
                />
                {items(cx, &list.items)}
                <Pagination
                    page=list.page
                    pages=list.pages
                    href=move |page| paths::desk_services_found(&state, &words, page)
                />
            </section>
        </div>
    }
}

fn head(cx: &Ctx, keys: [&'static str; 4]) -> Vec<Column> {
    keys.map(|key| cx.t(key).into()).into()
}

fn drafts(cx: &Ctx, drafts: &[ListedDraft]) -> AnyView {
    if drafts.is_empty() {
        return view! { <Empty text=cx.t("editor-no-drafts")/> }.into_any();
    }
    let keys = [
        "editor-name",
        "editor-code",
        "editor-state",
        "editor-changed-at",
    ];
    let rows = drafts
        .iter()
        .map(|draft| {
            let name = name_or(cx, &draft.name, "editor-unnamed");
            vec![
                view! { <a href=paths::desk_draft(&draft.id)>{name}</a> }.into_any(),
                view! { <span class="number">{draft.code.clone()}</span> }.into_any(),
                draft_tag(cx, &draft.state),
                cx.date_time(draft.updated_at).into_any(),
            ]
        })
        .collect();
    view! { <Table caption=cx.t("editor-drafts") head=head(cx, keys) rows=rows hide_caption=true/> }
        .into_any()
}

fn items(cx: &Ctx, items: &[ListedItem]) -> AnyView {
    if items.is_empty() {
        return view! { <Empty text=cx.t("editor-no-items")/> }.into_any();
    }
    let keys = [
        "editor-name",
        "editor-version",
        "editor-state",
        "editor-changed-at",
    ];
    let rows = items
        .iter()
        .map(|item| {
            let version = match item.version {
                Some(version) => cx.tf("editor-version-n", &[("n", i64::from(version).into())]),
                None => cx.t("editor-unpublished").to_owned(),
            };
            vec![
                view! { <a href=paths::desk_service(&item.code)>{cx.text(&item.name)}</a> }
                    .into_any(),
                version.into_any(),
                item_tag(cx, item.state),
                cx.date_time(item.updated_at).into_any(),
            ]
        })
        .collect();
    view! { <Table caption=cx.t("editor-items") head=head(cx, keys) rows=rows hide_caption=true/> }
        .into_any()
}
