//! The documents of a case, as a list.

use domain::{CaseId, DocumentId, Text};
use leptos::prelude::*;
use portal::documents::CaseDocument;

use crate::page::Ctx;
use crate::ui::{SummaryList, SummaryRow, Tag, TagKind};

/// The documents with links, `address` making them; nothing where there are none. The latest comes first.
pub(crate) fn documents(
    cx: &Ctx,
    documents: &[CaseDocument],
    address: fn(&CaseId, &DocumentId) -> String,
) -> Option<AnyView> {
    if documents.is_empty() {
        return None;
    }
    let rows = documents
        .iter()
        .rev()
        .map(|document| row(cx, document, address))
        .collect();
    Some(view! { <SummaryList rows=rows/> }.into_any())
}

fn row(
    cx: &Ctx,
    document: &CaseDocument,
    address: fn(&CaseId, &DocumentId) -> String,
) -> SummaryRow {
    let (zh, en) = (&document.body.zh, &document.body.en);
    let title = cx.text(&Text::both(zh.title.as_str(), en.title.as_str()));
    let number = cx.text(&Text::both(zh.number.as_str(), en.number.as_str()));
    let href = cx.href(address(&document.case, &document.id));
    let (state, kind) = match document.opened_at {
        Some(_) => ("documents-opened", TagKind::Neutral),
        None => ("documents-new", TagKind::Info),
    };
    let link = view! {
        <a href=href>{title} " " {number}</a>
        " "
        <Tag text=cx.t(state) kind=kind/>
    };
    SummaryRow::new(cx.date_time(document.issued_at), link)
}
