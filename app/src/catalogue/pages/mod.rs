//! The pages of the catalogue, and the words in which other pages speak of services.

mod filters;
mod glance;
mod guide;
mod item;
mod list;
mod materials;
mod side;
mod structured;
mod words;

pub(crate) use filters::audience_key;
pub(crate) use item::view as guide_view;
pub(crate) use side::phone;
pub(crate) use words::{due, service_cards, topic_name};

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/items", Access::Anyone, list::load).on_kiosk(),
        route("/items/{code}", Access::Anyone, item::load).on_kiosk(),
    ]
}
