//! Table `rectification`.

use sea_orm::entity::prelude::*;

/// Rectification 差评整改 of a bad review, one a case. Who rated stands in the case alone.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rectification")]
pub struct Model {
    /// Its own id, UUIDv7 text: addresses at the desk do not lead from it to the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case; unique.
    pub case_id: String,
    /// Code of the service item.
    pub item_code: String,
    /// Code of the department that was rated.
    pub department_code: String,
    /// Key of the state, for lists and indexes.
    pub state: String,
    /// The whole state as JSON; it holds no words and no applicant.
    #[sea_orm(column_type = "Text")]
    pub state_data: String,
    /// Grows by one on every step; a write names the revision that it saw.
    pub revision: i32,
    /// Last day of the next step.
    pub due: Option<Date>,
    /// Key of the ground on which the review does not count 不予采信.
    pub struck: Option<String>,
    /// Whether it was put right in time; none when it is not put right.
    pub in_time: Option<bool>,
    /// When the bad review came.
    pub opened_at: DateTimeUtc,
    /// When the last step was taken.
    pub updated_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
