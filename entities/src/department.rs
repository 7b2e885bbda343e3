//! Table `department`.

use sea_orm::entity::prelude::*;

/// Implementing department 实施主体.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
pub struct Model {
    /// Code of the department inside this portal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Official Chinese name.
    pub name_zh: String,
    /// English name, where one exists.
    pub name_en: Option<String>,
    /// Unified social credit code 统一社会信用代码, 18 characters (GB 32100).
    pub credit_code: Option<String>,
    /// Code of the division that the department serves.
    pub region: String,
    /// Telephone number for the public.
    pub phone: Option<String>,
    /// Address for the public, in Chinese.
    pub address: Option<String>,
    /// Place in lists, ascending.
    pub sort: i32,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
