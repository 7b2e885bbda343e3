//! Table `service_draft`.

use sea_orm::entity::prelude::*;

/// Working copy of a service: what a department is writing and has not published yet. Those that were
/// published or given up stay, as the record of who wrote and approved what.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_draft")]
pub struct Model {
    /// Id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Code of the service item, which may not exist yet.
    pub item_code: String,
    /// Code of the item's department.
    pub department_code: String,
    /// The published version that it was begun from; none for a new item.
    pub base_version: Option<i32>,
    /// The item as JSON.
    #[sea_orm(column_type = "Text")]
    pub item: String,
    /// The definition as JSON.
    #[sea_orm(column_type = "Text")]
    pub definition: String,
    /// Name of the state.
    pub state: String,
    /// The state with what belongs to it, as JSON.
    #[sea_orm(column_type = "Text")]
    pub state_data: String,
    /// Accounts of everybody who has edited or submitted it, as JSON.
    #[sea_orm(column_type = "Text")]
    pub authors: String,
    /// Counts every change.
    pub revision: i32,
    /// When it was begun.
    pub created_at: DateTimeUtc,
    /// When it last changed.
    pub updated_at: DateTimeUtc,
    /// Account of the officer who last changed it.
    pub updated_by: String,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
