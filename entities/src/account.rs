//! Table `account`.

use sea_orm::entity::prelude::*;

/// Account of a person who signs in, or of a kiosk. Personal columns are sealed and found by blind
/// index.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Account id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// `citizen`, `officer` or `kiosk`.
    pub kind: String,
    /// Blind index of the sign-in name; unique. Of an account that a counter has opened and nobody signs in to
    /// yet, an index that no name has.
    #[sea_orm(column_type = "Blob")]
    pub login_index: Vec<u8>,
    /// Sealed mail address; none of a citizen who has no way to sign in yet.
    #[sea_orm(column_type = "Blob")]
    pub email: Option<Vec<u8>>,
    /// Sealed mobile number.
    #[sea_orm(column_type = "Blob")]
    pub phone: Option<Vec<u8>>,
    /// Sealed name.
    #[sea_orm(column_type = "Blob")]
    pub name: Vec<u8>,
    /// Blind index of the resident number; unique where present.
    #[sea_orm(column_type = "Blob")]
    pub resident_index: Option<Vec<u8>>,
    /// Sealed resident number 公民身份号码.
    #[sea_orm(column_type = "Blob")]
    pub resident_id: Option<Vec<u8>>,
    /// Argon2 hash in PHC form.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// Language tag of mails to this account, `zh-Hans` or `en`.
    pub locale: String,
    /// Failed sign-ins since the last good one.
    pub failed_count: i32,
    /// End of the lock after too many failed sign-ins.
    pub locked_until: Option<DateTimeUtc>,
    /// When the account was opened.
    pub created_at: DateTimeUtc,
    /// An administrator closed the account: it cannot sign in, its history stays.
    pub disabled: bool,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
