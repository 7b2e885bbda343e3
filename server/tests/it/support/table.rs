//! Pages that do what no page of the program does: fail, panic, never end.

use std::sync::Arc;

use app::page::{Access, Route, route};
use app::{Ctx, Page, PageError, PageResult, Params};
use leptos::prelude::*;
use portal::Internal;

/// The odd pages; `/fine/{name}` is the only ordinary one among them.
pub fn table() -> Vec<Route> {
    vec![
        route("/fine/{name}", Access::Anyone, fine).on_kiosk(),
        route("/visitor", Access::Visitor, visitor),
        route("/citizen/{name}", Access::Citizen, fine),
        route("/officer", Access::Officer, fine),
        route("/development", Access::Development, fine),
        route("/broken", Access::Anyone, broken),
        route("/panics", Access::Anyone, panics),
        route("/never", Access::Anyone, never),
        route("/gone", Access::Anyone, gone),
        route("/elsewhere", Access::Anyone, elsewhere).on_kiosk(),
    ]
}

async fn fine(cx: Arc<Ctx>, params: Params) -> PageResult {
    let said = format!("{} at {} {}", params.path("name"), cx.path, cx.locale.tag());
    Ok(Page::new(
        "Fine",
        move || view! { <h1>"Fine"</h1><p>{said}</p> },
    ))
}

/// Remembers something, so the visitor gets a session without signing in.
async fn visitor(cx: Arc<Ctx>, _: Params) -> PageResult {
    cx.visitor.keep("note", app::page::Kept::default()).await?;
    Ok(Page::new("Visitor", || view! { <h1>"Visitor"</h1> }))
}

async fn broken(_: Arc<Ctx>, _: Params) -> PageResult {
    Err(PageError::Internal(Internal::new("the test wants it so")))
}

async fn panics(_: Arc<Ctx>, _: Params) -> PageResult {
    panic!("the test wants it so")
}

async fn never(_: Arc<Ctx>, _: Params) -> PageResult {
    std::future::pending().await
}

async fn gone(_: Arc<Ctx>, _: Params) -> PageResult {
    Err(PageError::NotFound)
}

async fn elsewhere(_: Arc<Ctx>, _: Params) -> PageResult {
    Err(PageError::Redirect("/fine/there".to_owned()))
}
