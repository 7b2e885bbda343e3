//! The pages of notices.

mod deliveries;
mod inbox;
mod settings;
mod templates;

pub(crate) use inbox::title;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/notices", Access::Citizen, inbox::load),
        route("/notices/settings", Access::Citizen, settings::load),
        route("/notices/{id}", Access::Citizen, inbox::open),
        route("/desk/notices", Access::Officer, deliveries::load),
        route("/desk/notices/templates", Access::Officer, templates::load),
    ]
}
