//! Table `notice`.

use sea_orm::entity::prelude::*;

/// Notice 通知 in the inbox of an account; its text is made from `kind` in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    /// Notice id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Account that it is for.
    pub account_id: String,
    /// Case that it is about.
    pub case_id: Option<String>,
    /// Key of the notice kind.
    pub kind: String,
    /// When it was put into the inbox.
    pub at: DateTimeUtc,
    /// When it was first opened.
    pub read_at: Option<DateTimeUtc>,
    /// Idempotency key of the occasion; unique, so that nobody is told the same thing twice. None where the
    /// notice is older than the column.
    #[sea_orm(column_type = "Text")]
    pub effect_key: Option<String>,
    /// What it tells beside its kind, as JSON: number of the case, name of the service, a day. Nothing of
    /// it is personal.
    #[sea_orm(column_type = "Text")]
    pub details: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
