//! Table `job`.

use sea_orm::entity::prelude::*;

/// Job: an effect outside the database, promised by a committed transaction and carried out
/// afterwards.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Job id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Name of the handler.
    pub kind: String,
    /// Idempotency key of the effect; unique, so that it is promised once.
    #[sea_orm(column_type = "Text")]
    pub effect_key: String,
    /// Arguments as JSON: ids only, no personal data.
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    /// `queued`, `done` or `dead` (given up, for a person to look at).
    pub state: String,
    /// Tries so far.
    pub attempts: i32,
    /// Not to be tried before this instant.
    pub run_at: DateTimeUtc,
    /// A worker holds the job until then; afterwards it may be taken again.
    pub leased_until: Option<DateTimeUtc>,
    /// What the last try failed with, free of personal data.
    #[sea_orm(column_type = "Text")]
    pub last_error: Option<String>,
    /// When it was enqueued.
    pub created_at: DateTimeUtc,
    /// When it succeeded.
    pub done_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
