//! Table `case_step`.

use sea_orm::entity::prelude::*;

/// Step of the review of a case, from when it can be concluded. Other departments find in it what they are
/// asked.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_step")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Key of the step in the flow of the case's definition.
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: String,
    /// Code of the department that looks.
    pub department_code: String,
    /// The same code, where another department than the deciding one is asked.
    pub asked_department: Option<String>,
    /// Key of the role that concludes it.
    pub role: String,
    /// When it could be concluded first.
    pub opened_at: DateTimeUtc,
    /// Last day as planned.
    pub due: Option<Date>,
    /// When it was concluded, or the case left the review without it.
    pub concluded_at: Option<DateTimeUtc>,
    /// Key of what it came to; none when nobody concluded it.
    pub verdict: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
