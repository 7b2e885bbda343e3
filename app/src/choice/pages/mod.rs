//! The pages of the guided choice.

mod checklist;
mod materials;
mod notice;
mod outcome;
mod questions;
mod summary;

pub(crate) use notice::notice;

use domain::ItemCode;
use domain::forms::Answers;
use portal::choice::ChoiceView;

use super::kept;
use crate::page::{Access, Ctx, PageError, Params, Route, route};
use crate::paths;
use crate::ui::Words;

/// The pages of this feature. They depend on what the visitor has answered, so none is kept for others.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/items/{code}/choose", Access::Visitor, questions::first)
            .on_kiosk()
            .at_counter(),
        route(
            "/items/{code}/choose/{key}",
            Access::Visitor,
            questions::load,
        )
        .on_kiosk()
        .at_counter(),
        route("/items/{code}/outcome", Access::Visitor, outcome::load)
            .on_kiosk()
            .at_counter(),
        route("/items/{code}/checklist", Access::Visitor, checklist::load)
            .on_kiosk()
            .at_counter(),
    ]
}

/// The service of an address with what the visitor has answered about it.
async fn open(cx: &Ctx, params: &Params) -> Result<(ChoiceView, Answers), PageError> {
    let code = ItemCode::parse(params.path("code")).map_err(|_| PageError::NotFound)?;
    let view = cx.portal.choice().open(&code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let answers = kept::answers(&cx.visitor, &code).await?;
    Ok((view, answers))
}

/// The pages above a page of the guided choice.
fn trail(cx: &Ctx, view: &ChoiceView) -> Vec<(String, Words)> {
    let row = &view.item.row;
    vec![
        (cx.href(paths::home()), cx.t("crumb-home").into()),
        (cx.href(paths::items()), cx.t("items-title").into()),
        (cx.href(paths::item(&row.code)), cx.plain(&row.name).into()),
    ]
}
