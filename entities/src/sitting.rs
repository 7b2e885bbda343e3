//! Table `sitting`.

use sea_orm::entity::prelude::*;

/// Sitting at a counter 窗口: an officer serves one citizen who stands there.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sitting")]
pub struct Model {
    /// Sitting id, UUIDv7 text; the officer's session carries it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Account of the officer.
    pub officer_id: String,
    /// Code of the department that the counter belongs to, the limit of what the sitting may reach.
    pub department_code: String,
    /// Account of the citizen.
    pub citizen_id: String,
    /// When it began.
    pub begun_at: DateTimeUtc,
    /// When a request of it came last; some time later it is over by itself.
    pub seen_at: DateTimeUtc,
    /// When somebody ended it; none while it is open, and where it ended by itself.
    pub ended_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
