//! Table `api_client`.

use sea_orm::entity::prelude::*;

/// Client of the programming interface: the system of another department or an integrator.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_client")]
pub struct Model {
    /// Client id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Name for administrators; unique.
    pub name: String,
    /// Hash of the token, hexadecimal; unique. The token itself is shown once and not kept.
    pub token_hash: String,
    /// Granted scopes, joined by commas.
    #[sea_orm(column_type = "Text")]
    pub scopes: String,
    /// When the client was made.
    pub created_at: DateTimeUtc,
    /// From this instant on the token is refused; none when it does not expire.
    pub expires_at: Option<DateTimeUtc>,
    /// When an administrator took the token back.
    pub revoked_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
