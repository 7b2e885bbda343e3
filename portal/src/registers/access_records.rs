//! The citizen reads who used the own data.

use chrono::{DateTime, Utc};
use domain::forms::{Register, RegisterField};
use domain::ids::{CaseId, ItemCode};
use domain::text::Text;
use entities::access_record;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Registers;
use crate::Internal;
use crate::accounts::Citizen;

/// Rows shown at once: more than a year of an active citizen's cases.
const MAX_ROWS: u64 = 200;

/// One use of one register 使用记录.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRecordView {
    /// When.
    pub at: DateTime<Utc>,
    /// Which register.
    pub register: Register,
    /// Which fields of it.
    pub fields: Vec<RegisterField>,
    /// What for: the last part of a Fluent key `purpose-…`.
    pub purpose: String,
    /// For which service.
    pub item_name: Text,
    /// For which case.
    pub case: CaseId,
}

impl Registers<'_> {
    /// The uses of the citizen's own data, latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn my_access_records(
        &self,
        citizen: &Citizen,
    ) -> Result<Vec<AccessRecordView>, Internal> {
        let rows = access_record::Entity::find()
            .filter(access_record::Column::SubjectId.eq(citizen.id.as_str()))
            .order_by_desc(access_record::Column::At)
            .limit(MAX_ROWS)
            .all(self.0.db().read())
            .await?;
        let mut views = Vec::with_capacity(rows.len());
        for row in rows {
            views.push(AccessRecordView {
                at: row.at,
                register: Register::parse(&row.register)
                    .ok_or(Internal::new("a stored register is unknown"))?,
                fields: serde_json::from_str(&row.fields)?,
                purpose: row.purpose,
                item_name: self
                    .0
                    .catalogue()
                    .item_name(&ItemCode::new(row.item_code))
                    .await?,
                case: CaseId::new(row.case_id),
            });
        }
        Ok(views)
    }
}
