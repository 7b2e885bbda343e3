//! Whom an officer serves at this moment.

use chrono::TimeDelta;
use domain::counter::{is_over, shown};
use domain::ids::AccountId;
use entities::{account, sitting};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Counter;
use crate::Internal;
use crate::accounts::{Attendant, Citizen, Officer, store};

/// How long a sitting that was seen is not written again: a write with every request would cost more than the
/// precision of a minute is worth.
const SEEN_FOR: TimeDelta = TimeDelta::minutes(1);

/// An open sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its id.
    pub id: String,
    /// The citizen, acting through the officer.
    pub citizen: Citizen,
    /// The citizen's name, masked: the screen of a counter is seen by many.
    pub name_masked: String,
    /// The end of the identity number.
    pub number_end: String,
}

impl Counter<'_> {
    /// The officer's sitting of this id, while it is open: it ends by itself when no request comes for
    /// [`domain::counter::SITTING_MINUTES`], and with the post that it was begun in. This request counts.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn attend(&self, officer: &Officer, id: &str) -> Result<Option<Sitting>, Internal> {
        let db = self.0.db().read();
        let found = sitting::Entity::find_by_id(id)
            .filter(sitting::Column::OfficerId.eq(officer.id.as_str()))
            .filter(sitting::Column::DepartmentCode.eq(officer.department.as_str()))
            .filter(sitting::Column::EndedAt.is_null())
            .one(db)
            .await?;
        let now = self.0.now();
        let stands =
            |row: &sitting::Model| officer.role.sits_at_counter() && !is_over(row.seen_at, now);
        let Some(row) = found.filter(stands) else {
            return Ok(None);
        };
        let account = account::Entity::find_by_id(&row.citizen_id).one(db).await?;
        let Some(account) = account.filter(|account| !account.disabled) else {
            return Ok(None);
        };
        if now - row.seen_at >= SEEN_FOR {
            self.note_seen(&row.id).await?;
        }
        let keys = self.0.keys();
        let name = store::name(keys, &account)?;
        let number = store::resident_id(keys, &account)?.unwrap_or_default();
        let (name_masked, number_end) = shown(&name, &number);
        Ok(Some(Sitting {
            id: row.id,
            citizen: Citizen {
                id: AccountId::new(account.id),
                name,
                locale: officer.locale,
                attended_by: Some(Attendant {
                    officer: officer.id.clone(),
                    name: officer.name.clone(),
                    department: officer.department.clone(),
                }),
            },
            name_masked,
            number_end,
        }))
    }

    async fn note_seen(&self, id: &str) -> Result<(), Internal> {
        let (id, now) = (id.to_owned(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    sitting::Entity::update_many()
                        .col_expr(sitting::Column::SeenAt, Expr::value(now))
                        .filter(sitting::Column::Id.eq(id))
                        .filter(sitting::Column::EndedAt.is_null())
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
