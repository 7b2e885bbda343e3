//! Addresses of legal documents.

use domain::{CaseId, DocumentId};

/// A legal document of the citizen's case.
#[must_use]
pub fn document(case: &CaseId, id: &DocumentId) -> String {
    format!("/cases/{case}/documents/{id}")
}

/// The same as a file.
#[must_use]
pub fn document_file(case: &CaseId, id: &DocumentId) -> String {
    format!("{}/document.pdf", document(case, id))
}

/// A legal document of a case at the desk.
#[must_use]
pub fn desk_document(case: &CaseId, id: &DocumentId) -> String {
    format!("/desk{}", document(case, id))
}

/// The same as a file.
#[must_use]
pub fn desk_document_file(case: &CaseId, id: &DocumentId) -> String {
    format!("/desk{}", document_file(case, id))
}
