//! Where a document cannot become a file.

use leptos::prelude::*;
use portal::documents::CaseDocument;

use crate::page::{Ctx, Layout, Page};
use crate::paths;
use crate::ui::ButtonLink;

/// The page that stands in for a file where this machine has no fonts to set one in: the document itself can
/// be read and printed.
#[must_use]
pub fn without_press(cx: &Ctx, document: &CaseDocument, at_desk: bool) -> Page {
    let (case, id) = (&document.case, &document.id);
    let (back, layout) = if at_desk {
        (paths::desk_document(case, id), Layout::Desk)
    } else {
        (paths::document(case, id), Layout::Site)
    };
    let title = cx.t("document-no-print-title");
    let (text, label) = (cx.t("document-no-print"), cx.t("document-no-print-back"));
    Page::new(title, move || {
        view! {
            <div class="container container--narrow stack">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                <ButtonLink href=back label=label/>
            </div>
        }
    })
    .layout(layout)
    .status(503)
}
