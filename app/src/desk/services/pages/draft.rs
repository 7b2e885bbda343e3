//! A working copy: its state, its parts, what is wrong with it, and what can be done.

use std::sync::Arc;

use domain::catalogue::editing::{DraftAction, DraftState, Part};
use leptos::prelude::*;
use portal::catalogue::editor::Draft;

use super::act_forms::draft_forms;
use super::problems;
use super::words::{draft_tag, name_or, news, status};
use crate::desk::services::doors::{UNSOUND, act_form};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, SummaryList, SummaryRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = params.path("id");
    let officer = cx.officer()?;
    let editor = cx.portal.catalogue().editor();
    let draft = editor
        .draft(officer, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let mut authors = Vec::new();
    for author in &draft.copy.authors {
        authors.push(editor.officer_name(author).await?);
    }
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&act_form(id)).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let done = params.query("done").map(str::to_owned);
    let name = name_or(&cx, &draft.item.name, "editor-unnamed").into_owned();
    let title = cx.tf("editor-draft-page", &[("item", name.into())]);
    let status = status(&kept);
    Ok(Page::new(title, move || {
        view(&cx, &draft, &authors, &kept, done.as_deref())
    })
    .layout(Layout::Desk)
    .status(status))
}

pub(super) fn view(
    cx: &Ctx,
    draft: &Draft,
    authors: &[String],
    kept: &Kept,
    done: Option<&str>,
) -> impl IntoView + use<> {
    let allowed = cx
        .officer()
        .map(|officer| draft.copy.allowed(&officer.party()));
    let allowed = allowed.unwrap_or_default();
    let found = draft.definition.check(&draft.item, cx.today());
    let editable = allowed.contains(&DraftAction::Edit);
    let wants_check = kept.problems.iter().any(|(_, key)| key == UNSOUND);
    let look = |href: String, label: &str| {
        view! { <ButtonLink href=href label=cx.t(label) kind=ButtonKind::Secondary/> }
    };
    view! {
        <div class="container container--wide stack stack--tight">
            <Breadcrumb trail=vec![(paths::desk_services(), cx.t("editor-services").into())]/>
            {news(cx, kept, done)}
            <header class="page-header">
                <h1>{name_or(cx, &draft.item.name, "editor-unnamed")}</h1>
                <p class="desk-state">{draft_tag(cx, &draft.copy.state)}</p>
            </header>
            <div class="desk-case">
                <div class="desk-case__main">
                    <section class="sheet stack stack--tight">
                        <h2 class="sheet__title">{cx.t("editor-facts")}</h2>
                        <SummaryList rows=facts(cx, draft, authors)/>
                        <div class="actions">
                            {look(paths::desk_draft_preview(&draft.id), "editor-preview")}
                            {look(paths::desk_draft_compare(&draft.id), "editor-compare")}
                            {look(paths::desk_draft_try(&draft.id), "editor-try")}
                        </div>
                    </section>
                    {parts(cx, draft, editable)}
                </div>
                <div class="desk-case__beside">
                    {problems::section(cx, draft, &found, wants_check, editable)}
                </div>
                <aside class="desk-case__side" aria-label=cx.t("desk-actions")>
                    {draft_forms(cx, draft, &allowed, kept)}
                </aside>
            </div>
        </div>
    }
}

fn facts(cx: &Ctx, draft: &Draft, authors: &[String]) -> Vec<SummaryRow> {
    let code = draft.item.code.to_string();
    let mut rows = vec![
        SummaryRow::new(
            cx.t("editor-code"),
            view! { <span class="number">{code}</span> },
        ),
        SummaryRow::new(cx.t("editor-authors"), authors.join(cx.t("list-separator"))),
        SummaryRow::new(cx.t("editor-changed-at"), cx.date_time(draft.updated_at)),
    ];
    if let Some(version) = draft.base_version {
        let base = cx.tf("editor-version-n", &[("n", i64::from(version).into())]);
        rows.push(SummaryRow::new(cx.t("editor-base"), base));
    }
    match &draft.copy.state {
        DraftState::Approved { publish_on, .. } => {
            rows.push(SummaryRow::new(
                cx.t("editor-publish-on"),
                cx.date(*publish_on),
            ));
        }
        DraftState::Returned { reason, .. } => {
            rows.push(SummaryRow::new(
                cx.t("editor-return-reason"),
                cx.written(reason),
            ));
        }
        DraftState::Published { version, .. } => {
            let version = cx.tf("editor-version-n", &[("n", i64::from(*version).into())]);
            let item = paths::desk_service(&draft.item.code);
            let link = view! { <a href=item>{version}</a> };
            rows.push(SummaryRow::new(cx.t("editor-became"), link));
        }
        DraftState::Editing | DraftState::InReview { .. } | DraftState::Discarded { .. } => {}
    }
    rows
}

/// All parts; links where they can be edited.
fn parts(cx: &Ctx, draft: &Draft, editable: bool) -> impl IntoView + use<> {
    let rows: Vec<_> = Part::ALL
        .iter()
        .map(|part| {
            let name = cx.t(&format!("editor-part-{}", part.key()));
            let about = cx.t(&format!("editor-part-{}-about", part.key()));
            let name = if editable {
                let href = paths::desk_draft_part(&draft.id, part.key());
                view! { <a href=href>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            view! {
                <li class="item-list__row">
                    <p class="item-list__name">{name}</p>
                    <p class="item-list__about">{about}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("editor-parts")}</h2>
            <ul class="item-list">{rows}</ul>
        </section>
    }
}
