//! A citizen opens one of the own cases.

use domain::ids::CaseId;
use entities::service_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{CaseView, Cases, view};
use crate::Internal;
use crate::accounts::Citizen;

impl Cases<'_> {
    /// The citizen's case; somebody else's is not found.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(&self, citizen: &Citizen, id: &CaseId) -> Result<Option<CaseView>, Internal> {
        let row = service_case::Entity::find_by_id(id.as_str())
            .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()))
            .one(self.0.db().read())
            .await?;
        match row {
            Some(row) => Ok(Some(view::load(self.0, row, &citizen.party()).await?)),
            None => Ok(None),
        }
    }
}
