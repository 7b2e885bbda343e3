//! Addresses of the editor of services.

use domain::ItemCode;

use super::{encode, with_query};

/// The services of the officer's department: what is written and what is listed.
#[must_use]
pub fn desk_services() -> String {
    "/desk/services".to_owned()
}

/// Part of the list: working copies in one state, items that hold a word; `page` counts from 1.
#[must_use]
pub fn desk_services_found(state: &str, query: &str, page: usize) -> String {
    let page = if page > 1 {
        page.to_string()
    } else {
        String::new()
    };
    with_query(
        "/desk/services",
        &[("state", state), ("q", query), ("page", &page)],
    )
}

/// Services to and from files.
#[must_use]
pub fn desk_services_exchange() -> String {
    "/desk/services/exchange".to_owned()
}

/// A file of services: `services.json`, `services.csv`, `services.xlsx`, or `<code>.json` for one.
#[must_use]
pub fn desk_services_export(name: &str) -> String {
    format!("/desk/services/export/{}", encode(name))
}

/// The form that begins a new service, as a copy of the item of this code where there is one.
#[must_use]
pub fn desk_service_new(copy_of: &str) -> String {
    with_query("/desk/services/new", &[("copy", copy_of)])
}

/// A listed item at the desk.
#[must_use]
pub fn desk_service(code: &ItemCode) -> String {
    format!("/desk/services/items/{code}")
}

/// Two versions of an item side by side.
#[must_use]
pub fn desk_service_compare(code: &ItemCode, from: u32, to: u32) -> String {
    let (from, to) = (from.to_string(), to.to_string());
    with_query(
        &format!("/desk/services/items/{code}/compare"),
        &[("from", &from), ("to", &to)],
    )
}

/// A working copy of a service.
#[must_use]
pub fn desk_draft(id: &str) -> String {
    format!("/desk/services/drafts/{}", encode(id))
}

/// One part of a working copy, to be edited.
#[must_use]
pub fn desk_draft_part(id: &str, part: &str) -> String {
    format!("{}/edit/{}", desk_draft(id), encode(part))
}

/// A working copy as citizens will see it.
#[must_use]
pub fn desk_draft_preview(id: &str) -> String {
    format!("{}/preview", desk_draft(id))
}

/// Trying the conditions of a working copy out.
#[must_use]
pub fn desk_draft_try(id: &str) -> String {
    format!("{}/try", desk_draft(id))
}

/// The question whether a working copy shall be given up.
#[must_use]
pub fn desk_draft_discard(id: &str) -> String {
    format!("{}/discard", desk_draft(id))
}

/// What differs between a working copy and what is published.
#[must_use]
pub fn desk_draft_compare(id: &str) -> String {
    format!("{}/compare", desk_draft(id))
}
