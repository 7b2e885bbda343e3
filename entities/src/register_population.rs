//! Table `register_population`.

use sea_orm::entity::prelude::*;

/// Entry of the population register 人口库, as the embedded stand-in for the department's system holds
/// it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_population")]
pub struct Model {
    /// Blind index of the resident number.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub resident_index: Vec<u8>,
    /// Sealed JSON of the entry.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// When the entry last changed.
    pub updated_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
