//! Addresses of a citizen's cases and materials.

use domain::{CaseId, MaterialId};

use super::encode;

/// The citizen's cases.
#[must_use]
pub fn my_cases() -> String {
    "/cases".to_owned()
}

/// One case of the citizen: state, progress, what can be done.
#[must_use]
pub fn case(id: &CaseId) -> String {
    format!("/cases/{id}")
}

/// One step of a case's form.
#[must_use]
pub fn step(id: &CaseId, key: &str) -> String {
    format!("/cases/{id}/steps/{}", encode(key))
}

/// The review before a case is submitted.
#[must_use]
pub fn review(id: &CaseId) -> String {
    format!("/cases/{id}/review")
}

/// The receipt of a submitted case.
#[must_use]
pub fn receipt(id: &CaseId) -> String {
    format!("/cases/{id}/receipt")
}

/// The question whether a case shall really be withdrawn.
#[must_use]
pub fn withdraw(id: &CaseId) -> String {
    format!("/cases/{id}/withdraw")
}

/// A file that belongs to a case.
#[must_use]
pub fn material(case: &CaseId, id: &MaterialId) -> String {
    format!("/cases/{case}/materials/{id}")
}

/// The page of a PDF, by the address of the file; programs that show PDF know this mark (RFC 8118).
#[must_use]
pub fn at_page(file: &str, page: u16) -> String {
    format!("{file}#page={page}")
}

/// The citizen's own library of materials.
#[must_use]
pub fn my_materials() -> String {
    "/materials".to_owned()
}

/// The code that leads a telephone to a slot of a draft.
#[must_use]
pub fn case_hand_over(id: &CaseId, slot: &str) -> String {
    format!("/cases/{id}/hand-over/{}", encode(slot))
}

/// Where a telephone adds files; the secret in it is worth nothing after some minutes.
#[must_use]
pub fn hand_over(secret: &str) -> String {
    format!("/hand-over/{}", encode(secret))
}

/// Adding a material that was promised for later.
#[must_use]
pub fn follow_up(id: &CaseId, slot: &str) -> String {
    format!("/cases/{id}/follow-up/{}", encode(slot))
}

/// What changed in a service since a draft was started.
#[must_use]
pub fn new_version(id: &CaseId) -> String {
    format!("/cases/{id}/new-version")
}
