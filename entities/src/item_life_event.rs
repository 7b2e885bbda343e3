//! Table `item_life_event`.

use sea_orm::entity::prelude::*;

/// Event of a life or of a business 一件事 at which a service item is needed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item_life_event")]
pub struct Model {
    /// Code of the service item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Key of the event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: String,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
