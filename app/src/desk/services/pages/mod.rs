//! Pages of the editor.

mod act_forms;
mod compare;
mod condition;
mod discard;
mod draft;
mod exchange;
mod input_kinds;
mod input_lists;
mod inputs;
mod item;
mod list;
mod new;
mod part;
mod preview;
mod problems;
#[cfg(test)]
mod tests;
mod trial;
mod words;

use crate::page::{Access, Route, route};

/// The pages of the editor.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/desk/services", Access::Officer, list::load),
        route("/desk/services/exchange", Access::Officer, exchange::load),
        route("/desk/services/new", Access::Officer, new::load),
        route("/desk/services/items/{code}", Access::Officer, item::load),
        route(
            "/desk/services/items/{code}/compare",
            Access::Officer,
            compare::load_versions,
        ),
        route("/desk/services/drafts/{id}", Access::Officer, draft::load),
        route(
            "/desk/services/drafts/{id}/edit/{part}",
            Access::Officer,
            part::load,
        ),
        route(
            "/desk/services/drafts/{id}/preview",
            Access::Officer,
            preview::load,
        ),
        route(
            "/desk/services/drafts/{id}/compare",
            Access::Officer,
            compare::load_draft,
        ),
        route(
            "/desk/services/drafts/{id}/discard",
            Access::Officer,
            discard::load,
        ),
        route(
            "/desk/services/drafts/{id}/try",
            Access::Officer,
            trial::load,
        ),
    ]
}
