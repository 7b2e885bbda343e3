//! Table `material`.

use sea_orm::entity::prelude::*;

/// Material 材料 attached to a case; the file itself lies in the store of files.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "material")]
pub struct Model {
    /// Material id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// Key of the material slot in the form.
    pub slot: String,
    /// Key of the file in the store of files.
    #[sea_orm(column_type = "Text")]
    pub object_key: String,
    /// Sealed file name as uploaded.
    #[sea_orm(column_type = "Blob")]
    pub name: Vec<u8>,
    /// Media type found in the content, not the one claimed.
    pub media_type: String,
    /// Length in bytes before sealing.
    pub size: i64,
    /// SHA-256 of the content before sealing, hexadecimal.
    pub sha256: String,
    /// When it was uploaded.
    pub added_at: DateTimeUtc,
    /// What the scanner says: `clean`, or `waiting` while it could not be asked; none where nobody scans.
    pub scan: Option<String>,
    /// How many pages it has; none where that could not be found out.
    pub pages: Option<i32>,
    /// When the applicant took it out while others were corrected; it stays to be compared.
    pub set_aside_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
