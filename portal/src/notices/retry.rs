//! An administrator has a dead delivery tried again.

use domain::notices::{DeliveryState, earliest};
use entities::notice_delivery;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use super::{Notices, deliver, store};
use crate::accounts::Officer;
use crate::site::looks_after;
use crate::{Internal, audit, db, jobs};

/// Why a delivery is not tried again.
#[derive(Debug, thiserror::Error)]
pub enum RetryError {
    /// There is no such delivery, or not for this officer.
    #[error("not found")]
    NotFound,
    /// It is not dead: it has gone out, or is tried again by itself.
    #[error("the delivery is not dead")]
    NotDead,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Notices<'_> {
    /// Has a dead delivery tried again, with as many tries as a new one and outside the quiet hours. The
    /// other side knows it by the same key.
    ///
    /// # Errors
    /// See [`RetryError`].
    pub async fn retry(&self, officer: &Officer, id: &str) -> Result<(), RetryError> {
        if !looks_after(officer) {
            return Err(RetryError::NotFound);
        }
        let (id, officer, now) = (id.to_owned(), officer.id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(notice_delivery::Entity::find_by_id(id.as_str()))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(RetryError::NotFound)?;
                    if store::state(&row)? != DeliveryState::Dead {
                        return Err(RetryError::NotDead);
                    }
                    let not_before = earliest(now, store::channel(&row)?, store::kind(&row.kind)?);
                    let state = if not_before > now {
                        DeliveryState::Held
                    } else {
                        DeliveryState::Queued
                    };
                    let mut row = row.into_active_model();
                    row.state = Set(state.key().to_owned());
                    row.not_before = Set(not_before);
                    row.changed_at = Set(now);
                    row.update(tx).await.map_err(Internal::from)?;
                    jobs::enqueue_again(tx, deliver::job(&id, not_before)).await?;
                    let (who, subject) = (audit::Actor::Officer(&officer), Some(id.as_str()));
                    let action = "notice.retry";
                    let table = "notice_delivery";
                    audit::record(tx, who, action, table, subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}
