//! An officer looks a case up by its number.

use domain::cases::CaseNumber;
use domain::ids::CaseId;
use entities::service_case;
use sea_orm::{ColumnTrait, QueryFilter};

use super::{Desk, visible};
use crate::Internal;
use crate::accounts::Officer;

impl Desk<'_> {
    /// The case with this number, if it is one of the officer's department.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(&self, officer: &Officer, number: &str) -> Result<Option<CaseId>, Internal> {
        let Ok(number) = CaseNumber::parse(number) else {
            return Ok(None);
        };
        let row = visible(officer)
            .filter(service_case::Column::Number.eq(number.to_string()))
            .one(self.0.db().read())
            .await?;
        Ok(row.map(|row| CaseId::new(row.id)))
    }
}
