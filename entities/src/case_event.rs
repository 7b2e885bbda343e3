//! Table `case_event`.

use sea_orm::entity::prelude::*;

/// Event in the history of a case; rows are only added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_event")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Place in the history of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i32,
    /// When it happened.
    pub at: DateTimeUtc,
    /// `applicant`, `counter` (an officer for the applicant there), `officer` or `system`.
    pub party: String,
    /// Account that acted; none for the system.
    pub actor_id: Option<String>,
    /// Key of the event kind.
    pub kind: String,
    /// Sealed text: notice, reason or opinion.
    #[sea_orm(column_type = "Blob")]
    pub note: Option<Vec<u8>>,
    /// Sealed JSON of the whole event; none for what happened before it was kept.
    #[sea_orm(column_type = "Blob")]
    pub data: Option<Vec<u8>>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
