//! Addresses of the desk.

use domain::CaseId;

use super::with_query;

/// The officer's inbox.
#[must_use]
pub fn desk() -> String {
    "/desk".to_owned()
}

/// A list of the officer's inbox; `pairs` say which, and hold nothing about persons but officers.
#[must_use]
pub fn desk_list(pairs: &[(&str, &str)]) -> String {
    with_query("/desk", pairs)
}

/// What a search at the desk has found; what was looked for stays in the session.
#[must_use]
pub fn desk_found() -> String {
    "/desk/search".to_owned()
}

/// What became of the cases that were ticked.
#[must_use]
pub fn desk_bulk_done() -> String {
    "/desk/done".to_owned()
}

/// The texts that a department begins its opinions with; `id` is the one to be changed, empty for none.
#[must_use]
pub fn desk_templates(id: &str) -> String {
    with_query("/desk/templates", &[("change", id)])
}

/// How new cases find their officer.
#[must_use]
pub fn desk_assignment() -> String {
    "/desk/assignment".to_owned()
}

/// Who stands in for whom.
#[must_use]
pub fn desk_away() -> String {
    "/desk/away".to_owned()
}

/// One case at the desk, with a template in the form that it is for.
#[must_use]
pub fn desk_case_with(id: &CaseId, template: &str) -> String {
    with_query(&desk_case(id), &[("template", template)])
}

/// One case at the desk.
#[must_use]
pub fn desk_case(id: &CaseId) -> String {
    format!("/desk/cases/{id}")
}

/// Where an officer marks what an applicant has to mend; `event` is the key of what is done with the marks.
#[must_use]
pub fn desk_marking(id: &CaseId, event: &str) -> String {
    with_query(&format!("/desk/cases/{id}/mark"), &[("for", event)])
}

/// Where another department is asked about a case.
#[must_use]
pub fn desk_consult(id: &CaseId) -> String {
    format!("{}/consult", desk_case(id))
}

/// A question of another department.
#[must_use]
pub fn desk_consultation(id: &str) -> String {
    format!("/desk/consultations/{id}")
}
