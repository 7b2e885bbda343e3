//! A citizen opens one of the own cases.

use domain::ids::CaseId;
use entities::service_case;
use sea_orm::{ColumnTrait, QueryFilter};

use super::{CaseView, Cases, store, view};
use crate::Internal;
use crate::accounts::Citizen;

impl Cases<'_> {
    /// The citizen's case; somebody else's is not found, nor at a counter another department's.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(&self, citizen: &Citizen, id: &CaseId) -> Result<Option<CaseView>, Internal> {
        let row = store::of_citizen(citizen)
            .filter(service_case::Column::Id.eq(id.as_str()))
            .one(self.0.db().read())
            .await?;
        match row {
            Some(row) => Ok(Some(view::load(self.0, row, &citizen.party()).await?)),
            None => Ok(None),
        }
    }
}
