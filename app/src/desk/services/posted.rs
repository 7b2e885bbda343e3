//! Names of the inputs of the editor's pages.

/// Names of the inputs that belong to the page and not to the part. No name in a document begins so.
pub(super) const DRAFT: &str = ":draft";
pub(super) const REVISION: &str = ":revision";
pub(super) const PART: &str = ":part";
pub(super) const GO: &str = ":go";
/// A file of services.
pub(super) const JSON: &str = "json";
