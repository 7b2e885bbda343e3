//! Table `opinion_template`.

use sea_orm::entity::prelude::*;

/// Text that officers of a department begin a notice, reason or opinion with.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opinion_template")]
pub struct Model {
    /// Template id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Code of the department.
    pub department_code: String,
    /// Key of the event kind that it is for.
    pub event: String,
    /// Name in the list.
    pub name: String,
    /// The text with its placeholders.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// Officer who last changed it.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
