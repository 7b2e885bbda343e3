//! Table `monthly_count`.

use sea_orm::entity::prelude::*;

/// When the figures of a month were last counted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "monthly_count")]
pub struct Model {
    /// First day of the month.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: Date,
    /// When.
    pub counted_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
