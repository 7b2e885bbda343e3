//! Table `supervision_rules`.

use sea_orm::entity::prelude::*;

/// Version of the rules of supervision; rows are only added, the last one counts.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_rules")]
pub struct Model {
    /// Its number, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The rules as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// Since when.
    pub at: DateTimeUtc,
    /// Account of the administrator.
    pub changed_by: String,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
