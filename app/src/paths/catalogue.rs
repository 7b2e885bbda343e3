//! Addresses of services and of what leads to them: events, people, departments, the guided choice.

use domain::{DepartmentCode, ItemCode};

use super::{encode, with_query};

/// All service items; also the search: `?q=`.
#[must_use]
pub fn items() -> String {
    "/items".to_owned()
}

/// The service items of one topic, by the topic's key.
#[must_use]
pub fn items_by_topic(key: &str) -> String {
    with_query("/items", &[("topic", key)])
}

/// The guide of one service item.
#[must_use]
pub fn item(code: &ItemCode) -> String {
    format!("/items/{code}")
}

/// The services of one event of life, by the event's key.
#[must_use]
pub fn life(key: &str) -> String {
    format!("/life/{key}")
}

/// The services made for one group of people, by the group's key.
#[must_use]
pub fn people(key: &str) -> String {
    format!("/for/{key}")
}

/// All departments.
#[must_use]
pub fn departments() -> String {
    "/departments".to_owned()
}

/// One department with its services.
#[must_use]
pub fn department(code: &DepartmentCode) -> String {
    format!("/departments/{}", encode(code.as_str()))
}

/// The guided choice of a service: its first questions.
#[must_use]
pub fn choose(code: &ItemCode) -> String {
    format!("/items/{code}/choose")
}

/// One page of questions of a guided choice, by the step's key.
#[must_use]
pub fn choose_step(code: &ItemCode, key: &str) -> String {
    format!("/items/{code}/choose/{}", encode(key))
}

/// What the guided choice has come to.
#[must_use]
pub fn outcome(code: &ItemCode) -> String {
    format!("/items/{code}/outcome")
}

/// The personal checklist, ready to print.
#[must_use]
pub fn checklist(code: &ItemCode) -> String {
    format!("/items/{code}/checklist")
}
