//! Table `counter`.

use sea_orm::entity::prelude::*;

/// Counter for gapless sequences, such as the case numbers of a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "counter")]
pub struct Model {
    /// Name of the sequence.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Last number given out.
    pub value: i64,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
