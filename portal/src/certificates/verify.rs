//! Anybody verifies a certificate by its identifier.

use chrono::NaiveDate;
use domain::certificates::{CertificateIdentifier, CertificateState};
use domain::identity::mask_name;
use domain::text::Text;
use entities::certificate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Certificates, store};
use crate::Internal;

/// What a stranger learns of a certificate: enough to compare it with what was shown, no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The identifier asked for.
    pub identifier: CertificateIdentifier,
    /// Name of the kind of certificate.
    pub name: Text,
    /// The holder's name, masked.
    pub holder_masked: String,
    /// The department that issued it.
    pub issuer: Text,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Last day of validity; none when it does not expire.
    pub valid_until: Option<NaiveDate>,
    /// Whether it is valid today.
    pub state: CertificateState,
}

impl Certificates<'_> {
    /// The certificate with this identifier. A mistyped one is not even looked for: its check digit
    /// tells.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn verify(&self, identifier: &str) -> Result<Option<Verification>, Internal> {
        let Ok(identifier) = CertificateIdentifier::parse(identifier) else {
            return Ok(None);
        };
        let Some(row) = certificate::Entity::find()
            .filter(certificate::Column::Identifier.eq(identifier.to_string()))
            .one(self.0.db().read())
            .await?
        else {
            return Ok(None);
        };
        let view = store::view(self.0, row)?;
        Ok(Some(Verification {
            identifier: view.identifier,
            holder_masked: mask_name(&view.body.holder),
            name: view.body.name,
            issuer: view.body.issuer,
            issued_on: view.body.issued_on,
            valid_until: view.body.valid_until,
            state: view.state,
        }))
    }
}
