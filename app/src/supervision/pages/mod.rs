//! Pages of supervision.

mod board;
mod export;
mod figures;
mod finding;
mod open_data;
mod rule;
mod rules;
mod words;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/desk/supervision", Access::Officer, board::load),
        route(
            "/desk/supervision/findings/{id}",
            Access::Officer,
            finding::load,
        ),
        route("/desk/supervision/rules", Access::Officer, rules::load),
        route(
            "/desk/supervision/rules/{number}",
            Access::Officer,
            rule::load,
        ),
        route("/desk/figures", Access::Officer, figures::load),
        route("/desk/export", Access::Officer, export::load),
        route("/open-data", Access::Anyone, open_data::load),
        route("/open-data/{month}", Access::Anyone, open_data::load),
    ]
}
