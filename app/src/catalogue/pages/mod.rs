//! The pages of the catalogue, and the words in which other pages speak of services.

mod authority;
mod department;
mod departments;
mod filters;
mod glance;
mod guide;
mod item;
mod joint;
mod life;
mod list;
mod materials;
mod money;
mod places;
mod repair;
mod side;
mod structured;
mod words;

pub(crate) use filters::audience_key;
pub(crate) use item::{listed, view as guide_view};
pub(crate) use materials::copies;
pub(crate) use places::counters;
pub(crate) use repair::repair_notice;
pub(crate) use side::{phone, way_in};
pub(crate) use words::{due, group_name, life_name, limit, service_cards, topic_name};

use crate::page::{Access, Route, route};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/items", Access::Anyone, list::load).on_kiosk(),
        route("/items/{code}", Access::Anyone, item::load).on_kiosk(),
        route("/life/{event}", Access::Anyone, life::event).on_kiosk(),
        route("/for/{group}", Access::Anyone, life::people).on_kiosk(),
        route("/departments", Access::Anyone, departments::load).on_kiosk(),
        route("/departments/{code}", Access::Anyone, department::load).on_kiosk(),
    ]
}
