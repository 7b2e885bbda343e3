//! Addresses of supervision, figures, lists of cases and open data.

use super::{encode, with_query};

/// The board with the lights of all departments in sight, and the list of findings.
#[must_use]
pub fn supervision() -> String {
    "/desk/supervision".to_owned()
}

/// One finding.
#[must_use]
pub fn finding(id: &str) -> String {
    format!("/desk/supervision/findings/{}", encode(id))
}

/// The rules of supervision.
#[must_use]
pub fn supervision_rules() -> String {
    "/desk/supervision/rules".to_owned()
}

/// One rule to be changed, by its number.
#[must_use]
pub fn supervision_rule(number: &str) -> String {
    format!("/desk/supervision/rules/{}", encode(number))
}

/// The figures of a month written `YYYY-MM`; empty for the present one.
#[must_use]
pub fn desk_figures(month: &str) -> String {
    with_query("/desk/figures", &[("month", month)])
}

/// Choosing cases to save as a list.
#[must_use]
pub fn desk_export() -> String {
    "/desk/export".to_owned()
}

/// The list itself; what is chosen stands in the query.
#[must_use]
pub fn export_file() -> String {
    "/desk/export/cases".to_owned()
}

/// The open data of the latest month.
#[must_use]
pub fn open_data() -> String {
    "/open-data".to_owned()
}

/// The open data of a month written `YYYY-MM`.
#[must_use]
pub fn open_data_month(month: &str) -> String {
    format!("/open-data/{}", encode(month))
}

/// The same as a file.
#[must_use]
pub fn open_data_file(month: &str) -> String {
    format!("/open-data/{}/services.csv", encode(month))
}
