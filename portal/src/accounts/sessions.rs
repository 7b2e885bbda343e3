//! The rows behind the session cookies. What a session holds is sealed: forms that were typed
//! before signing in wait there.

use chrono::{DateTime, Utc};
use domain::ids::AccountId;
use entities::session;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::{Internal, Portal};

const TABLE: &str = "session";

/// Use cases of the session store.
pub struct Sessions<'a>(pub(super) &'a Portal);

/// A session as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// What the session holds, as the store encoded it.
    pub data: Vec<u8>,
    /// From then on the session is dead.
    pub expires_at: DateTime<Utc>,
}

impl Sessions<'_> {
    /// A living session.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn load(&self, id: &str) -> Result<Option<StoredSession>, Internal> {
        let Some(row) = session::Entity::find_by_id(id)
            .filter(session::Column::ExpiresAt.gt(self.0.now()))
            .one(self.0.db().read())
            .await?
        else {
            return Ok(None);
        };
        let data = self.0.keys().open(TABLE, "data", id, &row.data)?;
        Ok(Some(StoredSession {
            data,
            expires_at: row.expires_at,
        }))
    }

    /// Saves a new session; `false` when the id is taken already.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn create(
        &self,
        id: &str,
        account: Option<&AccountId>,
        session: StoredSession,
    ) -> Result<bool, Internal> {
        let row = self.row(id, account, session)?;
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let added = session::Entity::insert(row)
                        .on_conflict(
                            OnConflict::column(session::Column::Id)
                                .do_nothing()
                                .to_owned(),
                        )
                        .exec_without_returning(tx)
                        .await?;
                    Ok(added > 0)
                })
            })
            .await
    }

    /// Saves a session over what was there. One that was ended in the meantime stays dead: a request
    /// that was under way while its owner signed out must not bring it back.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn save(
        &self,
        id: &str,
        account: Option<&AccountId>,
        session: StoredSession,
    ) -> Result<(), Internal> {
        let row = self.row(id, account, session)?;
        let id = id.to_owned();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    session::Entity::update_many()
                        .set(row)
                        .filter(session::Column::Id.eq(id))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete(&self, id: &str) -> Result<(), Internal> {
        let id = id.to_owned();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    session::Entity::delete_by_id(id).exec(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Removes what has expired; says how many sessions that were.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_expired(&self) -> Result<u64, Internal> {
        let now = self.0.now();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let gone = session::Entity::delete_many()
                        .filter(session::Column::ExpiresAt.lte(now))
                        .exec(tx)
                        .await?;
                    Ok(gone.rows_affected)
                })
            })
            .await
    }

    fn row(
        &self,
        id: &str,
        account: Option<&AccountId>,
        session: StoredSession,
    ) -> Result<session::ActiveModel, Internal> {
        Ok(session::ActiveModel {
            id: Set(id.to_owned()),
            account_id: Set(account.map(ToString::to_string)),
            data: Set(self.0.keys().seal(TABLE, "data", id, &session.data)?),
            expires_at: Set(session.expires_at),
        })
    }
}
