//! Rows of certificates.

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::certificates::{CertificateBody, CertificateIdentifier, CertificateState, state_on};
use domain::{CaseId, CertificateId};
use entities::certificate;

use crate::sealing::Keys;
use crate::{Internal, Portal};

/// Table name, part of every seal.
pub(super) const TABLE: &str = "certificate";

/// A certificate as its holder sees it.
#[derive(Clone, Debug)]
pub struct CertificateView {
    /// The row.
    pub id: CertificateId,
    /// The identifier 证照标识 that anybody can verify.
    pub identifier: CertificateIdentifier,
    /// The case that it came of.
    pub case: CaseId,
    /// What it says.
    pub body: CertificateBody,
    /// Whether it is valid today.
    pub state: CertificateState,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
}

/// What the certificate of a row says.
pub(crate) fn body(keys: &Keys, row: &certificate::Model) -> Result<CertificateBody, Internal> {
    keys.open_json(TABLE, "body", &row.id, &row.body)
}

/// The certificate behind a row, in its state of today.
pub(super) fn view(portal: &Portal, row: certificate::Model) -> Result<CertificateView, Internal> {
    let body = body(portal.keys(), &row)?;
    let stored = CertificateState::parse(&row.state)
        .ok_or(Internal::new("a stored certificate state is unknown"))?;
    let identifier = CertificateIdentifier::parse(&row.identifier)
        .map_err(|_| Internal::new("a stored certificate identifier is malformed"))?;
    Ok(CertificateView {
        id: CertificateId::new(row.id),
        identifier,
        case: CaseId::new(row.case_id),
        body,
        state: state_on(stored, row.valid_until, civil_date(portal.now())),
        issued_at: row.issued_at,
    })
}
