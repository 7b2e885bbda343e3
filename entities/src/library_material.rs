//! Table `library_material`.

use sea_orm::entity::prelude::*;

/// A material that its owner may use again in another application; the file is that of the material.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "library_material")]
pub struct Model {
    /// Id of the material.
    #[sea_orm(primary_key, auto_increment = false)]
    pub material_id: String,
    /// Account of the owner.
    pub account_id: String,
    /// Id of the case that it was handed in with.
    pub case_id: String,
    /// Key of the slot that it answers.
    pub slot: String,
    /// Last day on which it can be used again.
    pub valid_until: Date,
    /// When it was submitted.
    pub added_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
