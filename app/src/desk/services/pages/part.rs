//! The page on which one part of a working copy is edited.

use std::sync::Arc;

use domain::catalogue::editing::{DraftAction, Part, Sheet};
use leptos::prelude::*;
use portal::catalogue::editor::Draft;

use super::inputs::Form;
use super::words::{name_or, news, status};
use crate::desk::services::doors::{CHANGED, part_form};
use crate::desk::services::posted::{DRAFT, GO, PART, REVISION};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Breadcrumb, Button, ButtonKind, ErrorSummary, SummaryList, SummaryRow,
    Words, field_id,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let part = Part::parse(params.path("part")).ok_or(PageError::NotFound)?;
    let (id, officer) = (params.path("id"), cx.officer()?);
    let editor = cx.portal.catalogue().editor();
    let draft = editor
        .draft(officer, id)
        .await?
        .ok_or(PageError::NotFound)?;
    if !draft
        .copy
        .allowed(&officer.party())
        .contains(&DraftAction::Edit)
    {
        return Err(PageError::Redirect(paths::desk_draft(id)));
    }
    let document = draft.document()?;
    let sheet = Sheet::open(part.clone(), document, cx.locale).ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx
            .visitor
            .kept(&part_form(id, &part))
            .await?
            .unwrap_or_default(),
        None => Kept::default(),
    };
    let done = params.query("done").map(str::to_owned);
    let status = status(&kept);
    let title = cx.t(&format!("editor-part-{}", part.key()));
    Ok(Page::new(title, move || {
        view(&cx, &draft, &sheet, kept, done.as_deref())
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(
    cx: &Ctx,
    draft: &Draft,
    sheet: &Sheet,
    kept: Kept,
    done: Option<&str>,
) -> impl IntoView + use<> {
    let part = sheet.part();
    let stale = kept.problem("") == Some(CHANGED);
    let lost = stale.then(|| given_back(cx, sheet, &kept));
    let told = Kept {
        problems: kept
            .problems
            .iter()
            .filter(|(name, _)| name.is_empty() && !stale)
            .cloned()
            .collect(),
        ..Kept::default()
    };
    let errors = kept
        .problems
        .iter()
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, key)| (field_id(name), cx.t(key).to_owned()))
        .collect();
    // What somebody else has written meanwhile is shown as it is; what was typed stands above.
    let values = if kept.values.is_empty() || stale {
        sheet.shown()
    } else {
        kept.values.clone()
    };
    let about = cx.t(&format!("editor-part-{}-about", part.key()));
    let title = heading(cx, sheet);
    let form = Form::new(cx, &draft.id, sheet, values, &kept.problems);
    let save = || {
        view! {
            <div class="actions">
                <Button label=cx.t("editor-save") name=GO value="save"/>
                <Button label=cx.t("editor-save-stay") kind=ButtonKind::Secondary name=GO value="stay"/>
            </div>
        }
    };
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail(cx, draft, part)/>
            {news(cx, &told, done)}
            {lost}
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <header class="page-header">
                <h1>{title}</h1>
                <p class="lead">{about}</p>
            </header>
            <form class="form editor" method="post" enctype="multipart/form-data" action=paths::door::SERVICE_SAVE>
                <input type="hidden" name=DRAFT value=draft.id.clone()/>
                <input type="hidden" name=REVISION value=draft.copy.revision.to_string()/>
                <input type="hidden" name=PART value=part.to_string()/>
                {save()}
                {form.all()}
                {save()}
            </form>
        </div>
    }
}

/// What was typed on a page that somebody else has changed meanwhile: nothing can be saved over it, but
/// it can be copied.
fn given_back(cx: &Ctx, sheet: &Sheet, kept: &Kept) -> AnyView {
    let now = sheet.shown();
    let rows: Vec<SummaryRow> = kept
        .values
        .iter()
        .filter(|(name, value)| {
            !value.trim().is_empty() && now.get(*name).is_some_and(|now| now != *value)
        })
        .map(|(name, value)| SummaryRow::new(label_of(cx, sheet, name), cx.written(value)))
        .collect();
    let advice = cx.t("editor-changed-advice");
    view! {
        <Banner title=cx.t(CHANGED) kind=BannerKind::Danger>
            <p>{advice}</p>
            <SummaryList rows=rows/>
        </Banner>
    }
    .into_any()
}

/// What an input is called; it was on the page, so it has a label.
fn label_of(cx: &Ctx, sheet: &Sheet, name: &str) -> Words {
    match sheet.label(name) {
        Some(label) => cx.t(label).into(),
        None => name.to_owned().into(),
    }
}

/// A page or a question is called as it calls itself, everything else as its kind is.
fn heading(cx: &Ctx, sheet: &Sheet) -> Words {
    let name = match sheet.part() {
        Part::Page(_) => sheet.at("title"),
        Part::Field(_) => sheet.at("label"),
        _ => None,
    };
    let name = name.and_then(|name| serde_json::from_value(name.clone()).ok());
    match (name, sheet.part()) {
        (Some(name), Part::Page(_)) => name_or(cx, &name, "editor-part-page"),
        (Some(name), _) => name_or(cx, &name, "editor-part-field"),
        (None, part) => cx.t(&format!("editor-part-{}", part.key())).into(),
    }
}

fn trail(cx: &Ctx, draft: &Draft, part: &Part) -> Vec<(String, Words)> {
    let mut above = Vec::new();
    let mut at = part.above();
    while let Some(part) = at {
        let href = paths::desk_draft_part(&draft.id, &part.to_string());
        above.push((href, cx.t(&format!("editor-part-{}", part.key())).into()));
        at = part.above();
    }
    let name = name_or(cx, &draft.item.name, "editor-unnamed");
    above.push((paths::desk_draft(&draft.id), name));
    above.push((paths::desk_services(), cx.t("editor-services").into()));
    above.reverse();
    above
}
