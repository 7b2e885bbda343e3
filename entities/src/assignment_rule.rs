//! Table `assignment_rule`.

use sea_orm::entity::prelude::*;

/// How new cases of a service find their officer.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_rule")]
pub struct Model {
    /// Code of the department.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_code: String,
    /// Code of the service item; empty for every service that has no rule of its own.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Key of the kind of rule.
    pub kind: String,
    /// Officer who was last in turn.
    pub last_id: Option<String>,
    /// Officer who set the rule.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
