//! Table `notice_preference`.

use sea_orm::entity::prelude::*;

/// Whether an account wants notices of a topic by a channel; without a row the default counts.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_preference")]
pub struct Model {
    /// Account that chose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    /// Key of the topic.
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic: String,
    /// Key of the channel.
    #[sea_orm(primary_key, auto_increment = false)]
    pub channel: String,
    /// The choice.
    pub wanted: bool,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
