//! Table `service_item`.

use sea_orm::entity::prelude::*;

/// Service item 政务服务事项: what stands in the catalogue whether or not it can be applied for here.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_item")]
pub struct Model {
    /// Implementation code 实施编码, 1 to 64 characters of `[0-9A-Za-z-]`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Official Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name_zh: String,
    /// English name, where one exists.
    #[sea_orm(column_type = "Text")]
    pub name_en: Option<String>,
    /// Name of the main item 主项 that this one is a part of.
    #[sea_orm(column_type = "Text")]
    pub main_item: Option<String>,
    /// Item type 事项类型 by its code: 1 to 10 or 20.
    pub item_type: i16,
    /// Handling type 办件类型 by its code: 1 instant, 2 promised, 9 other.
    pub handling: Option<i16>,
    /// Codes of the audiences 服务对象, joined by commas.
    pub audiences: String,
    /// Code of the implementing department.
    pub department_code: String,
    /// Code of the division in which the item is offered.
    pub region: String,
    /// Item state 事项状态 by its code: 1 in use, 2 paused, 3 cancelled.
    pub state: i16,
    /// Version of the definition that new cases start on; none while the item is only described.
    pub published_version: Option<i32>,
    /// Where the row came from: `import` (the published catalogue) or `seed` (this project's
    /// examples).
    pub source: String,
    /// SHA-256 of the imported content in hexadecimal, so that an unchanged item is not written
    /// again.
    pub content_hash: String,
    /// When the content last changed.
    pub updated_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
