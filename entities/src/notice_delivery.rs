//! Table `notice_delivery`.

use sea_orm::entity::prelude::*;

/// How far a notice has come on one channel out of the portal. Holds no address: that is looked up when it
/// is sent or shown.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_delivery")]
pub struct Model {
    /// Delivery id, UUIDv7 text; the other side knows a repeated message by it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Notice that it carries.
    pub notice_id: String,
    /// Key of the notice kind, for lists.
    pub kind: String,
    /// Key of the channel.
    pub channel: String,
    /// Key of the state.
    pub state: String,
    /// Key of the class of problem, where there was one.
    pub problem: Option<String>,
    /// Tries so far.
    pub attempts: i32,
    /// Not to go out before this instant.
    pub not_before: DateTimeUtc,
    /// When it was promised.
    pub created_at: DateTimeUtc,
    /// Since when it has its state.
    pub changed_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
