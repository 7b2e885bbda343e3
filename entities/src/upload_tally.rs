//! Table `upload_tally`.

use sea_orm::entity::prelude::*;

/// What one person has sent on one day, files refused included.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload_tally")]
pub struct Model {
    /// Account of the person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    /// Civil day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Files sent.
    pub files: i64,
    /// Bytes sent.
    pub bytes: i64,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
