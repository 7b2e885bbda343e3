//! Table `draft_reminder`.

use sea_orm::entity::prelude::*;

/// That the applicant was reminded of a draft that nobody works on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_reminder")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// When the mail was promised.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
