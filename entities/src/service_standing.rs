//! Table `service_standing`.

use sea_orm::entity::prelude::*;

/// Why an item is paused or cancelled, and what one officer wants and a second one has to confirm. The
/// state itself stands in `service_item`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_standing")]
pub struct Model {
    /// Code of the service item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Why it is paused or cancelled.
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    /// What waits for a second officer, as JSON.
    #[sea_orm(column_type = "Text")]
    pub proposal: Option<String>,
    /// Counts every change.
    pub revision: i32,
    /// When it last changed.
    pub updated_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
