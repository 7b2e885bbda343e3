//! Table `case_answers`.

use sea_orm::entity::prelude::*;

/// Answers of a case, apart from it so that lists never load them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_answers")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Sealed JSON of the answers with their sources.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
