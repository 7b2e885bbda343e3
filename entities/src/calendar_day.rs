//! Table `calendar_day`.

use sea_orm::entity::prelude::*;

/// Day on which the yearly notice of the State Council departs from the plain week (节假日、调休).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_day")]
pub struct Model {
    /// The civil day in UTC+8.
    #[sea_orm(primary_key, auto_increment = false)]
    pub date: Date,
    /// `off` (放假) or `work` (a Saturday or Sunday worked in exchange, 调休).
    pub kind: String,
    /// Year whose published table names the day; a late December day can stand in the next year's
    /// table.
    pub year: i32,
    /// Name of the holiday, in Chinese.
    pub name: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
