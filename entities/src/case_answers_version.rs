//! Table `case_answers_version`.

use sea_orm::entity::prelude::*;

/// Answers of a case as they were handed in; rows are only added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_answers_version")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Revision of the case that handing them in led to.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i32,
    /// Sealed JSON of the answers with their sources.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// When.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
