//! Table `rectification_step`.

use sea_orm::entity::prelude::*;

/// Step in the history of a rectification; rows are only added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rectification_step")]
pub struct Model {
    /// Id of the rectification.
    #[sea_orm(primary_key, auto_increment = false)]
    pub rectification_id: String,
    /// Place in the history.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i32,
    /// When it was taken.
    pub at: DateTimeUtc,
    /// `applicant`, `officer` or `system`.
    pub party: String,
    /// Officer who took it; none for the one who rated and for the system.
    pub actor_id: Option<String>,
    /// Key of the step.
    pub kind: String,
    /// Sealed words.
    #[sea_orm(column_type = "Blob")]
    pub note: Option<Vec<u8>>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
