//! Table `case_search`.

use sea_orm::entity::prelude::*;

/// What a case is found by: blind indexes of the applicant's name and numbers.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_search")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Code of the department that decides.
    pub department_code: String,
    /// Blind index of the normalised word.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub word: Vec<u8>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
