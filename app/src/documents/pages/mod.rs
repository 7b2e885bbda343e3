//! Pages of documents.

mod document;
mod list;
mod sheet;
mod without_press;

pub(crate) use list::documents;
pub use without_press::without_press;

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route(
            "/cases/{id}/documents/{document}",
            Access::Citizen,
            document::load_mine,
        )
        .on_kiosk(),
        route(
            "/desk/cases/{id}/documents/{document}",
            Access::Officer,
            document::load_at_desk,
        ),
    ]
}
