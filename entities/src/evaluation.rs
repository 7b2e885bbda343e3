//! Table `evaluation`.

use sea_orm::entity::prelude::*;

/// Evaluation 好差评 of a case by its applicant, one a case.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation")]
pub struct Model {
    /// Id of the case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: String,
    /// Code of the service item.
    pub item_code: String,
    /// Code of the department evaluated.
    pub department_code: String,
    /// Level in the code of the national platform: 5 very satisfied down to 1 very dissatisfied
    /// (GB/T 39046 counts the other way).
    pub level: i16,
    /// Option codes, joined by commas.
    #[sea_orm(column_type = "Text")]
    pub options: String,
    /// Sealed free text.
    #[sea_orm(column_type = "Blob")]
    pub comment: Option<Vec<u8>>,
    /// Channel by its platform code.
    pub channel: i16,
    /// When it was given.
    pub at: DateTimeUtc,
    /// Level of the follow-up 追评, in the same code; it counts instead of the first.
    pub follow_level: Option<i16>,
    /// Option codes of the follow-up.
    #[sea_orm(column_type = "Text")]
    pub follow_options: Option<String>,
    /// Sealed free text of the follow-up.
    #[sea_orm(column_type = "Blob")]
    pub follow_comment: Option<Vec<u8>>,
    /// Channel of the follow-up.
    pub follow_channel: Option<i16>,
    /// When it was followed up.
    pub follow_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
