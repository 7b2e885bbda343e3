//! Rectifications that a department is late with, for supervision 监察.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::evaluations::RectificationState;
use domain::{DepartmentCode, ItemCode};
use entities::rectification;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{Evaluations, visible_rectifications};
use crate::Internal;
use crate::accounts::Officer;

/// Rows given at once, the longest overdue first.
const MAX_ROWS: u64 = 200;

/// A rectification that is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Its id.
    pub id: String,
    /// The department.
    pub department: DepartmentCode,
    /// The service that was rated.
    pub item: ItemCode,
    /// Key of its state.
    pub state: String,
    /// The day that has passed.
    pub due: NaiveDate,
}

/// Every rectification in which the office had to do something before `today`, the longest overdue first.
#[must_use]
pub fn overdue_rectifications(today: NaiveDate) -> Select<rectification::Entity> {
    late(rectification::Entity::find(), today)
}

fn late(found: Select<rectification::Entity>, today: NaiveDate) -> Select<rectification::Entity> {
    found
        .filter(rectification::Column::State.is_in(RectificationState::WITH_OFFICE))
        .filter(rectification::Column::Due.lt(today))
        .order_by_asc(rectification::Column::Due)
        .order_by_asc(rectification::Column::Id)
}

impl Evaluations<'_> {
    /// What is late of what the officer sees.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn overdue(&self, officer: &Officer) -> Result<Vec<Overdue>, Internal> {
        let today = civil_date(self.0.now());
        let rows = late(visible_rectifications(officer), today)
            .limit(MAX_ROWS)
            .all(self.0.db().read())
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Overdue {
                    due: row.due.ok_or(Internal::new("an overdue row has no day"))?,
                    department: DepartmentCode::new(row.department_code),
                    item: ItemCode::new(row.item_code),
                    state: row.state,
                    id: row.id,
                })
            })
            .collect()
    }
}
