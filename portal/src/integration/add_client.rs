//! An operator lets a system in.

use chrono::{DateTime, TimeDelta, Utc};
use entities::api_client;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{Integration, Scope, scope, token};
use crate::{Internal, audit, ids};

/// Longest name of a client, in characters.
const MAX_NAME_CHARS: usize = 100;
/// Longest life of a token, in days. Two years: the longest that outlives one change of staff and
/// still forces somebody to look whether the client is needed.
const MAX_VALID_DAYS: u32 = 730;

/// A client that was just let in.
pub struct NewClient {
    /// The token. It is shown here once and kept nowhere.
    pub token: String,
    /// From this instant on the token is refused.
    pub expires_at: DateTime<Utc>,
}

/// Why a client was not let in.
#[derive(Debug, thiserror::Error)]
pub enum AddClientError {
    /// The name is blank, too long or holds control characters.
    #[error("the name is not 1 to {MAX_NAME_CHARS} plain characters")]
    Name,
    /// A client of this name exists, perhaps a revoked one: its name stays in the audit trail.
    #[error("there is a client of this name already")]
    NameTaken,
    /// No scope was named; such a client could do nothing.
    #[error("a client needs at least one scope")]
    NoScope,
    /// The token would live for no day at all or for too long.
    #[error("a token is valid for 1 to {MAX_VALID_DAYS} days")]
    Validity,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Integration<'_> {
    /// Lets a client in with a fresh token for `valid_days` days.
    ///
    /// # Errors
    /// See [`AddClientError`].
    pub async fn add_client(
        &self,
        name: &str,
        scopes: &[Scope],
        valid_days: u32,
    ) -> Result<NewClient, AddClientError> {
        let name = name.trim().to_owned();
        let chars = name.chars().count();
        if !(1..=MAX_NAME_CHARS).contains(&chars) || name.chars().any(char::is_control) {
            return Err(AddClientError::Name);
        }
        if scopes.is_empty() {
            return Err(AddClientError::NoScope);
        }
        if !(1..=MAX_VALID_DAYS).contains(&valid_days) {
            return Err(AddClientError::Validity);
        }
        let token = token::fresh()?;
        let hash = token::hash(&token).ok_or(AddClientError::Internal(Internal::new(
            "a fresh token has no hash",
        )))?;
        let now = self.0.now();
        let expires_at = now + TimeDelta::days(i64::from(valid_days));
        let row = api_client::ActiveModel {
            id: Set(ids::new(now)),
            name: Set(name.clone()),
            token_hash: Set(hash),
            scopes: Set(scope::join(scopes)),
            created_at: Set(now),
            expires_at: Set(Some(expires_at)),
            revoked_at: Set(None),
        };
        self.save(name, row, now).await?;
        Ok(NewClient { token, expires_at })
    }

    async fn save(
        &self,
        name: String,
        row: api_client::ActiveModel,
        now: DateTime<Utc>,
    ) -> Result<(), AddClientError> {
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let taken = api_client::Entity::find()
                        .filter(api_client::Column::Name.eq(name))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?;
                    if taken.is_some() {
                        return Err(AddClientError::NameTaken);
                    }
                    let id = row.id.clone().take();
                    api_client::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await
                        .map_err(Internal::from)?;
                    let (who, action) = (audit::Actor::System, "integration.add-client");
                    audit::record(tx, who, action, "api_client", id.as_deref(), "done", now)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
