//! Table `consultation`.

use sea_orm::entity::prelude::*;

/// Question of the department that handles a case to another one. What was asked never changes; it is closed
/// once, with the answer where there is one, and never deleted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consultation")]
pub struct Model {
    /// Question id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// Code of the department that asks.
    pub department_code: String,
    /// Code of the department that is asked.
    pub asked_department: String,
    /// Account of the officer who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: DateTimeUtc,
    /// Last day for the answer.
    pub due: Date,
    /// Sealed text of the question.
    #[sea_orm(column_type = "Blob")]
    pub question: Vec<u8>,
    /// JSON list of the ids of the materials that the asked department may open.
    pub materials: String,
    /// When it ended; none while it is open.
    pub closed_at: Option<DateTimeUtc>,
    /// Account that answered it or took it back; none where the case ended first.
    pub closed_by: Option<String>,
    /// Key of how it ended.
    pub closing: Option<String>,
    /// Key of the opinion of the asked department.
    pub opinion: Option<String>,
    /// Sealed text of the answer.
    #[sea_orm(column_type = "Blob")]
    pub answer: Option<Vec<u8>>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
