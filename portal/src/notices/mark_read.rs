//! A citizen has seen the inbox.

use entities::notice;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Notices;
use crate::Internal;
use crate::accounts::Citizen;

impl Notices<'_> {
    /// Marks everything in the citizen's inbox as seen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_all_read(&self, citizen: &Citizen) -> Result<(), Internal> {
        let (id, now) = (citizen.id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    notice::Entity::update_many()
                        .col_expr(notice::Column::ReadAt, Expr::value(now))
                        .filter(notice::Column::AccountId.eq(id.as_str()))
                        .filter(notice::Column::ReadAt.is_null())
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
