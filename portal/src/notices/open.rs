//! A citizen opens a notice, or has seen them all.

use domain::CaseId;
use entities::notice;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::list::mine;
use super::{Notices, place, store};
use crate::Internal;
use crate::accounts::Citizen;

impl Notices<'_> {
    /// Marks one notice as read and gives the address that it leads to; none when there is no such notice,
    /// or it is somebody else's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(&self, citizen: &Citizen, id: &str) -> Result<Option<String>, Internal> {
        let found = mine(citizen)
            .filter(notice::Column::Id.eq(id))
            .one(self.0.db().read())
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        if row.read_at.is_none() {
            self.mark(citizen, Some(row.id.clone())).await?;
        }
        let case = row.case_id.map(CaseId::new);
        Ok(Some(place(store::kind(&row.kind)?, case.as_ref())))
    }

    /// Marks everything in the citizen's inbox as read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_all_read(&self, citizen: &Citizen) -> Result<(), Internal> {
        self.mark(citizen, None).await
    }

    async fn mark(&self, citizen: &Citizen, only: Option<String>) -> Result<(), Internal> {
        let (account, now) = (citizen.id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let mut update = notice::Entity::update_many()
                        .col_expr(notice::Column::ReadAt, Expr::value(now))
                        .filter(notice::Column::AccountId.eq(account.as_str()))
                        .filter(notice::Column::ReadAt.is_null());
                    if let Some(id) = only {
                        update = update.filter(notice::Column::Id.eq(id));
                    }
                    update.exec(tx).await?;
                    Ok(())
                })
            })
            .await
    }
}
