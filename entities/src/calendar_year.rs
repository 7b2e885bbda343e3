//! Table `calendar_year`.

use sea_orm::entity::prelude::*;

/// Year whose table of working days has been published; a year without a row is provisional.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_year")]
pub struct Model {
    /// The calendar year.
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    /// Title or number of the notice that the table was taken from.
    pub source: String,
    /// When the table was imported.
    pub imported_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
