//! Table `case_assignment`.

use sea_orm::entity::prelude::*;

/// Change of the officer whose case it is; rows are only added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_assignment")]
pub struct Model {
    /// Row id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// When.
    pub at: DateTimeUtc,
    /// Key of what happened.
    pub kind: String,
    /// Officer whose case it is from then on; none for nobody.
    pub officer_id: Option<String>,
    /// Officer who did it; none for a rule.
    pub by_id: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
