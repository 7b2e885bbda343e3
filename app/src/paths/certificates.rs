//! Addresses of certificates, and of the public check.

use domain::CertificateId;

use super::with_query;

/// The citizen's certificates.
#[must_use]
pub fn my_certificates() -> String {
    "/certificates".to_owned()
}

/// One certificate of the citizen, ready to print.
#[must_use]
pub fn certificate(id: &CertificateId) -> String {
    format!("/certificates/{id}")
}

/// The public check of a certificate by its identifier or of a document by its code; an empty one leads to the
/// empty form.
#[must_use]
pub fn verify(identifier: &str) -> String {
    with_query("/verify", &[("id", identifier)])
}
