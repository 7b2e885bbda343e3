//! Table `audit`.

use sea_orm::entity::prelude::*;

/// Audit row 审计: who did what to which thing. Rows are only added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// Row id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// When it was done.
    pub at: DateTimeUtc,
    /// Kind of the actor, such as `citizen`, `officer`, `client` or `system`.
    pub actor_kind: String,
    /// Id of the actor; none for the system and for visitors.
    pub actor_id: Option<String>,
    /// Account for whom the actor did it, such as the citizen at a counter; none where it was for nobody else.
    pub for_id: Option<String>,
    /// Name of the action.
    pub action: String,
    /// Kind of the thing acted on.
    pub subject_kind: String,
    /// Id of the thing acted on.
    pub subject_id: Option<String>,
    /// How it ended, such as `done` or `refused`.
    pub outcome: String,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
