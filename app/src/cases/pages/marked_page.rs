//! A page of a file that an office has marked.

use domain::MaterialId;
use leptos::prelude::*;
use portal::cases::CaseView;

use super::answers::opened;
use crate::page::Ctx;
use crate::paths;

/// The page in words: its number and the name of the file, or the name alone where the file has one page.
pub(super) fn in_words(cx: &Ctx, view: &CaseView, file: &MaterialId, page: u16) -> String {
    let file = view.file(file);
    let name = file.map(|file| file.name.as_str()).unwrap_or_default();
    if file.and_then(|file| file.pages) == Some(1) {
        return name.to_owned();
    }
    let parts = [("file", name.into()), ("page", i64::from(page).into())];
    cx.tf("marked-page", &parts)
}

/// The page, as a link that opens the file there.
pub(crate) fn marked_page(cx: &Ctx, view: &CaseView, file: &MaterialId, page: u16) -> AnyView {
    let words = in_words(cx, view, file, page);
    let there = view.file(file).and_then(|file| opened(cx, view, file));
    match there {
        Some(href) => view! { <a href=paths::at_page(&href, page)>{words}</a> }.into_any(),
        None => words.into_any(),
    }
}
