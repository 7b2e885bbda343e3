//! Table `saved_filter`.

use sea_orm::entity::prelude::*;

/// Filter of the inbox that an officer has kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_filter")]
pub struct Model {
    /// Filter id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Officer whose it is.
    pub account_id: String,
    /// Sealed name: nobody knows what people type.
    #[sea_orm(column_type = "Blob")]
    pub name: Vec<u8>,
    /// The filter as it stands in the address.
    #[sea_orm(column_type = "Text")]
    pub query: String,
    /// When it was kept.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
