//! Pages that only a kiosk has.

mod card;
mod ended;
mod start;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/kiosk", Access::Visitor, start::load),
        route("/kiosk/card", Access::Visitor, card::load),
        route("/kiosk/ended", Access::Visitor, ended::load),
    ]
}
