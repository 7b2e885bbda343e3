//! Table `case_document`.

use sea_orm::entity::prelude::*;

/// Legal document 文书 of a case. Rows are added and never changed, but for the first opening.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_document")]
pub struct Model {
    /// Document id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The case.
    pub case_id: String,
    /// The event of the case's history that made it; unique with the case, so that an event that is carried
    /// out twice makes nothing twice.
    pub sequence: i32,
    /// Key of the kind.
    pub kind: String,
    /// Code of the department that issued it.
    pub department_code: String,
    /// Year of issue in Beijing.
    pub year: i32,
    /// Place among the department's documents of this kind and year, from 1; unique with these.
    pub number: i32,
    /// Blind index of the verification code; unique.
    #[sea_orm(column_type = "Blob")]
    pub code_index: Vec<u8>,
    /// Sealed JSON of everything that it says.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// When it was issued.
    pub issued_at: DateTimeUtc,
    /// When the applicant first opened it, the proof that it was served 送达.
    pub opened_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
