//! Table `certificate`.

use sea_orm::entity::prelude::*;

/// Electronic certificate 电子证照 issued for an approved case.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    /// Certificate id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Certificate identifier 电子证照标识, dotted form; unique.
    pub identifier: String,
    /// Case that it was issued for; unique, so that a repeated job issues nothing twice.
    pub case_id: String,
    /// Account of the holder.
    pub holder_id: String,
    /// Code of the service item.
    pub item_code: String,
    /// Code of the issuing department.
    pub department_code: String,
    /// Sealed JSON of what the certificate says.
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    /// Key of the stored state; expiry follows from `valid_until` and the day asked about.
    pub state: String,
    /// When it was issued.
    pub issued_at: DateTimeUtc,
    /// Last valid day; none when it does not expire.
    pub valid_until: Option<Date>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
