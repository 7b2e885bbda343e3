//! Table `case_message`.

use sea_orm::entity::prelude::*;

/// Message between the department and the applicant of a case.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_message")]
pub struct Model {
    /// Message id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// Written by an officer; else by the applicant.
    pub from_office: bool,
    /// Account that wrote it.
    pub author_id: String,
    /// Sealed text.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// When.
    pub at: DateTimeUtc,
    /// When the other side first opened it.
    pub read_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
