//! Table `officer`.

use sea_orm::entity::prelude::*;

/// Post of an officer 工作人员: the department and the role that an account acts in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "officer")]
pub struct Model {
    /// Id of the account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    /// Code of the department, the limit of what the officer may see.
    pub department_code: String,
    /// `handler` 经办, `reviewer` 审核, `supervisor` 监察 or `administrator` 管理.
    pub role: String,
    /// Title shown beside decisions, in Chinese.
    pub title_zh: String,
    /// The same title in English.
    pub title_en: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
