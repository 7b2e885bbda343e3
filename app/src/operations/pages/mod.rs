//! Pages of development servers.

mod mails;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/dev/mails", Access::Development, mails::list),
        route("/dev/mails/{name}", Access::Development, mails::one),
    ]
}
