//! Pages of the desk.

mod act_forms;
mod answers;
mod assignment;
mod away;
mod beside;
mod bulk_done;
mod case;
mod found;
mod hands;
mod inbox;
mod inbox_rows;
mod joint;
mod light;
mod marking;
mod sign_in;
mod state;
mod templates;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use answers::{answers, material};
pub(crate) use light::light;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/desk/sign-in", Access::Visitor, sign_in::load),
        route("/desk", Access::Officer, inbox::load),
        route("/desk/search", Access::Officer, found::load),
        route("/desk/done", Access::Officer, bulk_done::load),
        route("/desk/templates", Access::Officer, templates::load),
        route("/desk/assignment", Access::Officer, assignment::load),
        route("/desk/away", Access::Officer, away::load),
        route("/desk/cases/{id}", Access::Officer, case::load),
        route("/desk/cases/{id}/mark", Access::Officer, marking::load),
    ]
}
