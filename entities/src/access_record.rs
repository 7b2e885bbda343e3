//! Table `access_record`.

use sea_orm::entity::prelude::*;

/// Access record 使用记录: one read of a register, which the person it is about can see.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_record")]
pub struct Model {
    /// Record id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Account of the person whose data was read.
    pub subject_id: String,
    /// Case that the read belongs to.
    pub case_id: String,
    /// Service item of that case.
    pub item_code: String,
    /// Key of the register.
    pub register: String,
    /// Keys of the fields read, joined by commas; never their values.
    #[sea_orm(column_type = "Text")]
    pub fields: String,
    /// Declared purpose of the read.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// When the register was read.
    pub at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
