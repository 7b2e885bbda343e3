//! Who shows this token?

use entities::api_client;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use subtle::ConstantTimeEq;

use super::{Integration, Scope, scope, token};
use crate::Internal;

/// A client that has shown a valid token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiClient {
    /// Id of the client, for the audit trail and for limits.
    pub id: String,
    /// Name that its operator knows it by.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

impl ApiClient {
    /// Whether the client may do this.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}

impl Integration<'_> {
    /// The client that this token belongs to; none when it is unknown, has expired or was taken
    /// back, which are not told apart.
    ///
    /// The row is found by the hash of the token. How far an index search came tells nothing
    /// about the token, since nobody can choose a token with a given beginning of its hash; the
    /// whole hash is then compared in constant time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn authenticate(&self, token: &str) -> Result<Option<ApiClient>, Internal> {
        let Some(hash) = token::hash(token) else {
            return Ok(None);
        };
        let row = api_client::Entity::find()
            .filter(api_client::Column::TokenHash.eq(hash.as_str()))
            .one(self.0.db().read())
            .await?;
        let now = self.0.now();
        let client = row.filter(|row| {
            let same = bool::from(row.token_hash.as_bytes().ct_eq(hash.as_bytes()));
            let alive = row.expires_at.is_none_or(|expires_at| now < expires_at);
            same && alive && row.revoked_at.is_none()
        });
        Ok(client.map(|row| ApiClient {
            id: row.id,
            name: row.name,
            scopes: scope::split(&row.scopes),
        }))
    }
}
