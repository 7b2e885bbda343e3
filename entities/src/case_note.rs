//! Table `case_note`.

use sea_orm::entity::prelude::*;

/// Note on a case, for the officers of one department.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_note")]
pub struct Model {
    /// Note id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// Code of the department whose officers read it.
    pub department_code: String,
    /// Officer who wrote it.
    pub author_id: String,
    /// Sealed text.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// When.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
