//! Pages of the desk.

mod act_forms;
mod answers;
mod case;
mod inbox;
mod light;
mod marking;
mod sign_in;
mod state;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/desk/sign-in", Access::Visitor, sign_in::load),
        route("/desk", Access::Officer, inbox::load),
        route("/desk/cases/{id}", Access::Officer, case::load),
        route("/desk/cases/{id}/mark", Access::Officer, marking::load),
    ]
}
