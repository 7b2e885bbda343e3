//! A citizen's certificates.

use domain::CertificateId;
use entities::certificate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Certificates;
use super::store::{self, CertificateView};
use crate::Internal;
use crate::accounts::Citizen;

impl Certificates<'_> {
    /// The citizen's certificates, latest first.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn mine(&self, citizen: &Citizen) -> Result<Vec<CertificateView>, Internal> {
        certificate::Entity::find()
            .filter(certificate::Column::HolderId.eq(citizen.id.as_str()))
            .order_by_desc(certificate::Column::IssuedAt)
            .all(self.0.db().read())
            .await?
            .into_iter()
            .map(|row| store::view(self.0, row))
            .collect()
    }

    /// One of the citizen's certificates; somebody else's is not found.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn view(
        &self,
        citizen: &Citizen,
        id: &CertificateId,
    ) -> Result<Option<CertificateView>, Internal> {
        certificate::Entity::find_by_id(id.as_str())
            .filter(certificate::Column::HolderId.eq(citizen.id.as_str()))
            .one(self.0.db().read())
            .await?
            .map(|row| store::view(self.0, row))
            .transpose()
    }
}
