//! Addresses of evaluations.

use domain::CaseId;

use super::with_query;

/// The evaluation of a finished case.
#[must_use]
pub fn rate(id: &CaseId) -> String {
    format!("/cases/{id}/rate")
}

/// Rating a case once more.
#[must_use]
pub fn rate_again(id: &CaseId) -> String {
    format!("/cases/{id}/rate/follow-up")
}

/// The published figures.
#[must_use]
pub fn evaluations() -> String {
    "/evaluations".to_owned()
}

/// The same as open data.
#[must_use]
pub fn evaluations_csv() -> String {
    "/evaluations.csv".to_owned()
}

/// A pile of evaluations at the desk, by its key; `page` counts from 1.
#[must_use]
pub fn desk_evaluations(pile: &str, page: usize) -> String {
    let page = if page > 1 {
        page.to_string()
    } else {
        String::new()
    };
    with_query("/desk/evaluations", &[("pile", pile), ("page", &page)])
}

/// A bad review at the desk, by the id of its rectification.
#[must_use]
pub fn desk_evaluation(id: &str) -> String {
    format!("/desk/evaluations/{}", super::encode(id))
}
