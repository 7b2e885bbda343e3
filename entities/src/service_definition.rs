//! Table `service_definition`.

use sea_orm::entity::prelude::*;

/// Published definition of a service item: guide, form, flow and certificate template. A row is
/// never changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_definition")]
pub struct Model {
    /// Code of the service item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Version, counted from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The definition as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// When the version was published.
    pub published_at: DateTimeUtc,
    /// Whether it has a form to apply with; none of those from before it was asked, which all have one.
    pub online: Option<bool>,
    /// Whether its form has early questions 智能导办; none of those from before it was asked, which have
    /// none.
    pub guided: Option<bool>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
