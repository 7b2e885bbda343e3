//! An operator takes a client's token back.

use entities::api_client;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Integration;
use crate::{Internal, audit};

impl Integration<'_> {
    /// Takes the token of the client of this name back, at once and for good. `false` when there
    /// is no such client or it was revoked before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_client(&self, name: &str) -> Result<bool, Internal> {
        let (name, now) = (name.trim().to_owned(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let client = api_client::Entity::find()
                        .filter(api_client::Column::Name.eq(name))
                        .filter(api_client::Column::RevokedAt.is_null())
                        .one(tx)
                        .await?;
                    let Some(client) = client else {
                        return Ok(false);
                    };
                    let revoked = api_client::Entity::update_many()
                        .col_expr(api_client::Column::RevokedAt, Expr::value(now))
                        .filter(api_client::Column::Id.eq(client.id.as_str()))
                        .filter(api_client::Column::RevokedAt.is_null())
                        .exec(tx)
                        .await?;
                    let (who, action) = (audit::Actor::System, "integration.revoke-client");
                    let subject = Some(client.id.as_str());
                    audit::record(tx, who, action, "api_client", subject, "done", now).await?;
                    Ok(revoked.rows_affected > 0)
                })
            })
            .await
    }
}
