//! A listed item: its versions, how it stands, and what can be done.

use std::sync::Arc;

use domain::ItemCode;
use leptos::prelude::*;
use portal::catalogue::editor::{StandingView, VersionRow};

use super::act_forms::standing_forms;
use super::words::{item_tag, news, status};
use crate::desk::services::doors::act_form;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, ButtonKind, ButtonLink, SummaryList, SummaryRow, Table};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let code = ItemCode::parse(params.path("code")).map_err(|_| PageError::NotFound)?;
    let officer = cx.officer()?;
    let editor = cx.portal.catalogue().editor();
    let item = editor
        .item(officer, &code)
        .await?
        .ok_or(PageError::NotFound)?;
    let versions = editor.versions(officer, &code).await?;
    let proposer = match &item.standing.proposal {
        Some(proposal) => Some(editor.officer_name(&proposal.by).await?),
        None => None,
    };
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx
            .visitor
            .kept(&act_form(code.as_str()))
            .await?
            .unwrap_or_default(),
        None => Kept::default(),
    };
    let done = params.query("done").map(str::to_owned);
    let name = cx.plain(&item.item.name);
    let title = cx.tf("editor-item-page", &[("item", name.into())]);
    let status = status(&kept);
    Ok(Page::new(title, move || {
        view(&cx, &item, &versions, proposer, &kept, done.as_deref())
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(
    cx: &Ctx,
    item: &StandingView,
    versions: &[VersionRow],
    proposer: Option<String>,
    kept: &Kept,
    done: Option<&str>,
) -> impl IntoView + use<> {
    let code = &item.item.code;
    view! {
        <div class="container container--wide stack stack--tight">
            <Breadcrumb trail=vec![(paths::desk_services(), cx.t("editor-services").into())]/>
            {news(cx, kept, done)}
            <header class="page-header">
                <h1>{cx.text(&item.item.name)}</h1>
                <p class="desk-state">{item_tag(cx, item.standing.state)}</p>
            </header>
            <div class="desk-case">
                <div class="desk-case__main">
                    <section class="sheet stack stack--tight">
                        <h2 class="sheet__title">{cx.t("editor-facts")}</h2>
                        <SummaryList rows=facts(cx, item, proposer)/>
                        <div class="actions">
                            <form method="post" action=paths::door::SERVICE_OPEN>
                                <input type="hidden" name="item" value=code.to_string()/>
                                <Button label=cx.t("editor-open")/>
                            </form>
                            {item.item.published_version.map(|_| view! {
                                <ButtonLink
                                    href=paths::desk_service_new(code.as_str())
                                    label=cx.t("editor-copy")
                                    kind=ButtonKind::Secondary
                                />
                                <ButtonLink
                                    href=paths::item(code)
                                    label=cx.t("editor-see-published")
                                    kind=ButtonKind::Secondary
                                />
                                <ButtonLink
                                    href=paths::desk_services_export(&format!("{code}.json"))
                                    label=cx.t("editor-export-one")
                                    kind=ButtonKind::Secondary
                                />
                            })}
                        </div>
                    </section>
                    <section class="sheet">
                        <h2 class="sheet__title">{cx.t("editor-versions")}</h2>
                        {table(cx, code, versions)}
                    </section>
                </div>
                <aside class="desk-case__side" aria-label=cx.t("desk-actions")>
                    {standing_forms(cx, item, kept)}
                </aside>
            </div>
        </div>
    }
}

fn facts(cx: &Ctx, item: &StandingView, proposer: Option<String>) -> Vec<SummaryRow> {
    let code = item.item.code.to_string();
    let mut rows = vec![
        SummaryRow::new(
            cx.t("editor-code"),
            view! { <span class="number">{code}</span> },
        ),
        SummaryRow::new(cx.t("editor-item-type"), cx.t(item.item.item_type.key())),
    ];
    if let Some(reason) = &item.standing.reason {
        rows.push(SummaryRow::new(
            cx.t("editor-standing-reason"),
            cx.written(reason),
        ));
    }
    if let Some(proposal) = &item.standing.proposal {
        let wanted = cx.t(&format!("editor-{}", proposal.to.key()));
        let who = proposer.unwrap_or_default();
        let at = cx.date_time(proposal.at);
        let waits = cx.tf(
            "editor-proposal",
            &[
                ("state", wanted.into()),
                ("who", who.into()),
                ("at", at.into()),
            ],
        );
        rows.push(SummaryRow::new(cx.t("editor-waits"), waits));
        rows.push(SummaryRow::new(
            cx.t("editor-reason"),
            cx.written(&proposal.reason),
        ));
    }
    rows
}

fn table(cx: &Ctx, code: &ItemCode, versions: &[VersionRow]) -> AnyView {
    if versions.is_empty() {
        return view! { <p class="hint">{cx.t("editor-unpublished")}</p> }.into_any();
    }
    let head = ["editor-version", "editor-published-at", "editor-compare"]
        .map(|key| cx.t(key).into())
        .into();
    let rows = versions
        .iter()
        .map(|row| {
            let number = cx.tf("editor-version-n", &[("n", i64::from(row.version).into())]);
            let before = row.version.checked_sub(1).filter(|before| *before > 0);
            let compare = before.map(|before| {
                let href = paths::desk_service_compare(code, before, row.version);
                let label = cx.tf("editor-compare-with", &[("n", i64::from(before).into())]);
                view! { <a href=href>{label}</a> }
            });
            vec![
                number.into_any(),
                cx.date_time(row.published_at).into_any(),
                compare.into_any(),
            ]
        })
        .collect();
    view! { <Table caption=cx.t("editor-versions") head=head rows=rows hide_caption=true/> }
        .into_any()
}
