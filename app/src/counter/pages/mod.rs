//! The pages of the counter.

mod greeting;
mod serving;

use std::sync::Arc;

use crate::counter::doors::WRONG_ROLE;
use crate::page::{Access, Ctx, PageError, PageResult, Params, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/desk/counter", Access::Officer, load)]
}

/// The counter: who stands there, or what can be done for them.
async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    if !cx.officer()?.role.sits_at_counter() {
        return Err(PageError::Forbidden(WRONG_ROLE));
    }
    match cx.sitting.clone() {
        None => greeting::load(cx, params).await,
        Some(sitting) => serving::load(cx, sitting).await,
    }
}
