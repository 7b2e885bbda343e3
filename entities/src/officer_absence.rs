//! Table `officer_absence`.

use sea_orm::entity::prelude::*;

/// Time in which another officer stands in for one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "officer_absence")]
pub struct Model {
    /// Row id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Officer who is away.
    pub account_id: String,
    /// Officer who stands in.
    pub deputy_id: String,
    /// First day.
    pub first_day: Date,
    /// Last day.
    pub until: Date,
    /// When it was written down.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
