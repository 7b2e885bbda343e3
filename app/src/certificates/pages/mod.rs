//! Pages of certificates.

mod certificate;
mod mine;
mod state;
mod verify;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/certificates", Access::Citizen, mine::load).on_kiosk(),
        route("/certificates/{id}", Access::Citizen, certificate::load).on_kiosk(),
        route("/verify", Access::Visitor, verify::load).on_kiosk(),
    ]
}
