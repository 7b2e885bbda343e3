//! Table `hand_over`.

use sea_orm::entity::prelude::*;

/// Permission to add a few files to one slot of one draft, for a telephone without a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_over")]
pub struct Model {
    /// SHA-256 of the secret in the address, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    /// Account of the applicant.
    pub account_id: String,
    /// Id of the case.
    pub case_id: String,
    /// Key of the material slot.
    pub slot: String,
    /// Files that may still be added.
    pub files_left: i32,
    /// When it ends.
    pub expires_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
