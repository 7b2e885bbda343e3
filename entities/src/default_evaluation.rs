//! Table `default_evaluation`.

use sea_orm::entity::prelude::*;

/// Default review 系统默认: nobody said anything about a finished case in time. It has no level and counts
/// for coverage only; it goes when a real evaluation comes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "default_evaluation")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Code of the service item.
    pub item_code: String,
    /// Code of the department.
    pub department_code: String,
    /// When the time was over.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
