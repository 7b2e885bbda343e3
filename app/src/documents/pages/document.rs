//! One document, ready to read and to print.

use std::sync::Arc;

use domain::{CaseId, DocumentId, Locale, Text};
use leptos::prelude::*;
use portal::documents::CaseDocument;

use super::sheet::{sheet, signature};
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params, Surface};
use crate::paths;
use crate::ui::{PrintButton, PrintSheet, QrCode};

/// From where a document is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// By the applicant.
    Applicant,
    /// By an officer.
    Desk,
}

pub(super) async fn load_mine(cx: Arc<Ctx>, params: Params) -> PageResult {
    cx.citizen()?;
    load(cx, params, Side::Applicant).await
}

pub(super) async fn load_at_desk(cx: Arc<Ctx>, params: Params) -> PageResult {
    cx.officer()?;
    load(cx, params, Side::Desk).await
}

async fn load(cx: Arc<Ctx>, params: Params, side: Side) -> PageResult {
    let case = CaseId::new(params.path("id"));
    let id = DocumentId::new(params.path("document"));
    let document = open(&cx, &case, &id).await?;
    let (zh, en) = (&document.body.zh, &document.body.en);
    let title = cx.plain(&Text::both(
        format!("{} {}", zh.title, zh.number),
        format!("{} {}", en.title, en.number),
    ));
    let page = Page::new(title, move || view(&cx, &document, side));
    Ok(match side {
        Side::Applicant => page,
        Side::Desk => page.layout(Layout::Desk),
    })
}

async fn open(cx: &Ctx, case: &CaseId, id: &DocumentId) -> Result<CaseDocument, PageError> {
    cx.portal
        .documents()
        .open(&cx.actor, case, id)
        .await?
        .ok_or(PageError::NotFound)
}

fn view(cx: &Ctx, document: &CaseDocument, side: Side) -> impl IntoView + use<> {
    let body = &document.body;
    let courtesy = (cx.locale == Locale::En).then(|| courtesy(cx, document));
    let paper = view! { {sheet(&body.zh, false)} {signature(&body.zh)} {foot(cx, document)} };
    view! {
        <div class="container stack">
            {tools(cx, document, side)}
            // The document is what was said in Chinese, in the characters of the law.
            <div lang=Locale::ZhHans.tag()>
                <PrintSheet title=body.zh.title.clone()>
                    {paper}
                </PrintSheet>
            </div>
            <p class="paper__note">{served(cx, document, side)}</p>
            {courtesy}
        </div>
    }
}

/// What can be done with it. A public machine gives no files.
fn tools(cx: &Ctx, document: &CaseDocument, side: Side) -> impl IntoView + use<> {
    let (case, id) = (&document.case, &document.id);
    let (back, file) = match side {
        Side::Applicant => (paths::case(case), paths::document_file(case, id)),
        Side::Desk => (paths::desk_case(case), paths::desk_document_file(case, id)),
    };
    let file = (cx.surface == Surface::Web)
        .then(|| view! { <a href=file>{cx.t("document-download")}</a> });
    let check = cx.href(paths::verify(&document.body.code.to_string()));
    view! {
        <div class="paper__tools">
            <PrintButton label=cx.t("document-print")/>
            {file}
            <a href=check>{cx.t("document-verify")}</a>
            <a href=cx.href(back)>{cx.t("document-case")}</a>
        </div>
    }
}

/// How it was made and can be checked.
fn foot(cx: &Ctx, document: &CaseDocument) -> impl IntoView + use<> {
    let code = document.body.code.to_string();
    let base_url = &cx.portal.settings().base_url;
    let address = format!("{base_url}{}", paths::verify(&code));
    let notes: Vec<_> = document
        .body
        .zh
        .notes
        .iter()
        .map(|note| view! { <p class="hint">{note.clone()}</p> })
        .collect();
    view! {
        <div class="paper__foot">
            <QrCode text=address label=cx.t("document-code-drawing")/>
            <div>
                <p class="paper__identifier">{code}</p>
                {notes}
            </div>
        </div>
    }
}

/// Whether it was served, and what the reader's opening means.
fn served(cx: &Ctx, document: &CaseDocument, side: Side) -> String {
    let Some(at) = document.opened_at else {
        return cx.t("document-unserved-at-page").to_owned();
    };
    let served = cx.tf(
        "document-served-at-page",
        &[("time", cx.date_time(at).into())],
    );
    match side {
        Side::Applicant => cx.tf("document-served-note", &[("served", served.into())]),
        Side::Desk => served,
    }
}

/// The same in English. It says itself that it is a courtesy.
fn courtesy(cx: &Ctx, document: &CaseDocument) -> impl IntoView + use<> {
    let body = &document.body.en;
    view! {
        <section class="paper" aria-labelledby="courtesy">
            <h2 id="courtesy">{cx.t("document-courtesy-title")}</h2>
            <p class="muted">{cx.t("document-courtesy")}</p>
            <p><strong>{body.title.clone()}</strong></p>
            {sheet(body, true)}
            {signature(body)}
        </section>
    }
}
