//! The mails that a development server wrote to its folder instead of sending them.

use std::sync::Arc;

use leptos::prelude::*;
use portal::mail::MailFile;

use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Column, Empty, Table};

pub(super) async fn list(cx: Arc<Ctx>, _: Params) -> PageResult {
    let folder = cx.portal.post().folder().ok_or(PageError::NotFound)?;
    let mails = folder.list()?;
    Ok(Page::new(cx.t("dev-mails-title"), move || list_view(&cx, &mails)).layout(Layout::Desk))
}

fn list_view(cx: &Ctx, mails: &[MailFile]) -> impl IntoView + use<> {
    let head: Vec<Column> = ["date", "to", "subject"]
        .map(|key| cx.t(&format!("dev-mails-{key}")).into())
        .into();
    let rows = mails
        .iter()
        .map(|mail| {
            let href = paths::dev_mail(&mail.name);
            vec![
                cx.date_time(mail.date).into_any(),
                mail.to.clone().into_any(),
                view! { <a href=href>{cx.written(&mail.subject)}</a> }.into_any(),
            ]
        })
        .collect();
    let empty = mails
        .is_empty()
        .then(|| view! { <Empty text=cx.t("dev-mails-empty")/> });
    view! {
        <div class="container container--wide stack">
            <h1>{cx.t("dev-mails-title")}</h1>
            {empty}
            <Table caption=cx.t("dev-mails-title") head=head rows=rows hide_caption=true/>
        </div>
    }
}

pub(super) async fn one(cx: Arc<Ctx>, params: Params) -> PageResult {
    let folder = cx.portal.post().folder().ok_or(PageError::NotFound)?;
    let mail = folder
        .read(params.path("name"))?
        .ok_or(PageError::NotFound)?;
    Ok(Page::new(cx.t("dev-mails-one"), move || one_view(&cx, mail)).layout(Layout::Desk))
}

fn one_view(cx: &Ctx, mail: String) -> impl IntoView + use<> {
    let trail = vec![(paths::dev_mails(), cx.t("dev-mails-title").into())];
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <h1>{cx.t("dev-mails-one")}</h1>
            <pre class="sheet source" lang="zxx" tabindex="0">{mail}</pre>
        </div>
    }
}
