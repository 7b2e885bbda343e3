//! Table `session`.

use sea_orm::entity::prelude::*;

/// Session of a browser or kiosk.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Session id, as the cookie carries it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Account that signed in; none before sign-in.
    pub account_id: Option<String>,
    /// Sealed session record.
    #[sea_orm(column_type = "Blob")]
    pub data: Vec<u8>,
    /// From this instant on the session is void and may be deleted.
    pub expires_at: DateTimeUtc,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
