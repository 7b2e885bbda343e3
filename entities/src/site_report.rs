//! Table `site_report`.

use sea_orm::entity::prelude::*;

/// What a reader reported about the portal itself: an error on a page 找错, or illegal or harmful
/// content 违法和不良信息.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site_report")]
pub struct Model {
    /// Report id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The number that the reader was shown; unique.
    pub number: String,
    /// What it is about, by the name of the kind.
    pub kind: String,
    /// Address of the page, as it was typed.
    #[sea_orm(column_type = "Text")]
    pub page: Option<String>,
    /// Sealed text: what is wrong.
    #[sea_orm(column_type = "Blob")]
    pub what: Vec<u8>,
    /// Sealed: how the reader can be reached.
    #[sea_orm(column_type = "Blob")]
    pub contact: Option<Vec<u8>>,
    /// Language tag of the reader.
    pub locale: String,
    /// When it came.
    pub at: DateTimeUtc,
    /// Sealed answer.
    #[sea_orm(column_type = "Blob")]
    pub answer: Option<Vec<u8>>,
    /// When it was answered; none while it is open.
    pub answered_at: Option<DateTimeUtc>,
    /// Account of the officer who answered.
    pub answered_by: Option<String>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
