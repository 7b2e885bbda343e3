//! The citizen leaves the counter.

use entities::sitting;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Counter, Sitting, TABLE};
use crate::{Internal, audit};

impl Counter<'_> {
    /// Ends a sitting; one that has ended already stays so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end(&self, sitting: &Sitting) -> Result<(), Internal> {
        let (id, citizen, now) = (sitting.id.clone(), sitting.citizen.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let ended = sitting::Entity::update_many()
                        .col_expr(sitting::Column::EndedAt, Expr::value(Some(now)))
                        .filter(sitting::Column::Id.eq(id.as_str()))
                        .filter(sitting::Column::EndedAt.is_null())
                        .exec(tx)
                        .await?;
                    if ended.rows_affected == 0 {
                        return Ok(());
                    }
                    let (who, subject) = (citizen.audited(), Some(id.as_str()));
                    let action = "counter.end";
                    audit::record(tx, who, action, TABLE, subject, audit::DONE, now).await
                })
            })
            .await
    }
}
