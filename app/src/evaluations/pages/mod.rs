//! The pages of evaluations.

mod rate;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/cases/{id}/rate", Access::Citizen, rate::load).on_kiosk()]
}
