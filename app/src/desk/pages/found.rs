//! What a search at the desk has found.

use std::sync::Arc;

use domain::desk::{InboxFilter, InboxTab, Pile};
use leptos::prelude::*;
use portal::desk::Found;

use super::inbox::search_form;
use super::inbox_rows::{head, row};
use crate::desk::doors::{SEARCH_FORM, WORDS};
use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Empty, Table};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let officer = cx.officer()?;
    let kept = cx.visitor.kept(SEARCH_FORM).await?.unwrap_or_default();
    let typed = kept.value(WORDS);
    let found = if typed.is_empty() {
        Found::default()
    } else {
        cx.portal.desk().search(officer, &typed).await?
    };
    let title = cx.t("desk-found");
    Ok(Page::new(title, move || view(&cx, &found, &typed)).layout(Layout::Desk))
}

fn view(cx: &Ctx, found: &Found, typed: &str) -> impl IntoView + use<> {
    let trail = vec![(paths::desk(), cx.t("desk-inbox").into())];
    let table = if found.rows.is_empty() {
        let advice = cx.t("desk-found-advice");
        let text = if typed.is_empty() {
            "desk-found-nothing-typed"
        } else {
            "desk-found-none"
        };
        view! { <Empty text=cx.t(text)><p>{advice}</p></Empty> }.into_any()
    } else {
        let rows = found.rows.iter().map(|one| row(cx, one, false)).collect();
        let head = head(cx, false);
        view! { <Table caption=cx.t("desk-found") head=head rows=rows hide_caption=true/> }
            .into_any()
    };
    let more = found
        .more
        .then(|| view! { <p class="hint">{cx.t("desk-found-more")}</p> });
    let services: Vec<_> = found
        .services
        .iter()
        .map(|(code, name)| {
            let filter = InboxFilter {
                service: Some(code.clone()),
                ..InboxFilter::whole(InboxTab::Pile(Pile::ToAccept))
            };
            let pairs = filter.pairs();
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            view! { <li><a href=paths::desk_list(&pairs)>{cx.text(name)}</a></li> }
        })
        .collect();
    let services = (!services.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight" aria-labelledby="found-services">
                <h2 id="found-services">{cx.t("desk-found-services")}</h2>
                <ul>{services}</ul>
            </section>
        }
    });
    view! {
        <div class="container container--wide stack stack--tight inbox">
            <Breadcrumb trail=trail/>
            <header class="page-header page-header--split">
                <h1>{cx.t("desk-found")}</h1>
                {search_form(cx, typed)}
            </header>
            <p class="hint">{cx.t("desk-found-how")}</p>
            {table}
            {more}
            {services}
        </div>
    }
}
