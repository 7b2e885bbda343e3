//! An officer begins to serve a citizen.

use domain::counter::{Card, Presented};
use domain::ids::AccountId;
use domain::text::Locale;
use entities::sitting;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::{Counter, TABLE};
use crate::accounts::{Found, Officer, find_or_open};
use crate::{Internal, Portal, audit, ids};

/// Why a sitting did not begin.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// Officers of this role do not sit at a counter.
    #[error("this role does not sit at a counter")]
    WrongRole,
    /// Field by field, with the Fluent key of the sentence to show.
    #[error("the card has problems")]
    Invalid(Vec<(&'static str, &'static str)>),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Counter<'_> {
    /// Begins a sitting for the person whom a card names, and gives its id for the officer's session. Who has no
    /// account gets one that nobody signs in to yet. An earlier sitting of the same officer ends.
    ///
    /// # Errors
    /// [`BeginError::WrongRole`]; [`BeginError::Invalid`] where the card cannot be read, or where its number is
    /// known under another name: that is written down, since it could be somebody who tries numbers out.
    pub async fn begin(&self, officer: &Officer, card: &Card<'_>) -> Result<String, BeginError> {
        if !officer.role.sits_at_counter() {
            return Err(BeginError::WrongRole);
        }
        let presented = Presented::read(card).map_err(BeginError::Invalid)?;
        let (portal, officer) = (self.0.clone(), officer.clone());
        let begun = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move { try_begin(&portal, tx, &officer, &presented).await })
            })
            .await?;
        begun.map_err(|(field, problem)| BeginError::Invalid(vec![(field, problem)]))
    }
}

/// What stands in the way: a field and the Fluent key of the sentence.
type Obstacle = (&'static str, &'static str);

async fn try_begin(
    portal: &Portal,
    tx: &DatabaseTransaction,
    officer: &Officer,
    presented: &Presented,
) -> Result<Result<String, Obstacle>, Internal> {
    let obstacle = match find_or_open(portal, tx, presented, Locale::ZhHans).await? {
        Found::Account(citizen) => return Ok(Ok(sit_down(portal, tx, officer, &citizen).await?)),
        Found::OtherName => ("name", "counter-problem-other-name"),
        Found::Closed => ("resident_id", "counter-problem-closed"),
    };
    let (who, action, now) = (
        audit::Actor::Officer(&officer.id),
        "counter.begin",
        portal.now(),
    );
    audit::record(tx, who, action, TABLE, None, obstacle.1, now).await?;
    Ok(Err(obstacle))
}

async fn sit_down(
    portal: &Portal,
    tx: &DatabaseTransaction,
    officer: &Officer,
    citizen: &AccountId,
) -> Result<String, Internal> {
    let now = portal.now();
    sitting::Entity::update_many()
        .col_expr(sitting::Column::EndedAt, Expr::value(Some(now)))
        .filter(sitting::Column::OfficerId.eq(officer.id.as_str()))
        .filter(sitting::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    let id = ids::new(now);
    let row = sitting::ActiveModel {
        id: Set(id.clone()),
        officer_id: Set(officer.id.to_string()),
        department_code: Set(officer.department.to_string()),
        citizen_id: Set(citizen.to_string()),
        begun_at: Set(now),
        seen_at: Set(now),
        ended_at: Set(None),
    };
    row.insert(tx).await?;
    let who = audit::Actor::AtCounter {
        officer: &officer.id,
        citizen,
    };
    let (action, subject) = ("counter.begin", Some(id.as_str()));
    audit::record(tx, who, action, TABLE, subject, audit::DONE, now).await?;
    Ok(id)
}
