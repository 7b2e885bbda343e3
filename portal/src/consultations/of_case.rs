//! The questions on a case, as the department reads them that asked.

use domain::calendar::civil_date;
use domain::ids::{CaseId, DepartmentCode};
use domain::text::Text;
use entities::consultation::Column;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::store::{self, Days};
use super::{ConsultationView, Consultations};
use crate::Internal;
use crate::accounts::Officer;

impl Consultations<'_> {
    /// The questions of the officer's department on a case, oldest first.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn of_case(
        &self,
        officer: &Officer,
        case: &CaseId,
    ) -> Result<Vec<ConsultationView>, Internal> {
        let rows = store::of_case(case.as_str())
            .filter(Column::DepartmentCode.eq(officer.department.as_str()))
            .order_by_asc(Column::AskedAt)
            .order_by_asc(Column::Id)
            .all(self.0.db().read())
            .await?;
        let names = self.0.desk().names_of(store::people(&rows)).await?;
        let calendar = self.0.catalogue().calendar().await?;
        let days = Days {
            today: civil_date(self.0.now()),
            near: self.0.supervision().near_working_days().await?,
            calendar: &calendar,
        };
        let mut views = Vec::with_capacity(rows.len());
        for row in &rows {
            views.push(store::view(self.0, row, &names, days).await?);
        }
        Ok(views)
    }

    /// Whom the officer can ask: every department but the own one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn departments(
        &self,
        officer: &Officer,
    ) -> Result<Vec<(DepartmentCode, Text)>, Internal> {
        let all = self.0.catalogue().departments().await?.into_iter();
        let others = all.filter(|one| one.code != officer.department);
        Ok(others.map(|one| (one.code, one.name)).collect())
    }
}
