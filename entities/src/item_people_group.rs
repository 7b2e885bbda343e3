//! Table `item_people_group`.

use sea_orm::entity::prelude::*;

/// Group of people 特定人群 that a service item is made for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item_people_group")]
pub struct Model {
    /// Code of the service item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Key of the group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub people: String,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
