//! Pausing, restoring and withdrawing published items.

use chrono::{DateTime, Utc};
use domain::catalogue::ServiceItem;
use domain::catalogue::editing::{Standing, StandingAction};
use domain::ids::ItemCode;
use entities::{service_item, service_standing};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::{Editor, EditorError, sees};
use crate::accounts::Officer;
use crate::catalogue::store as catalogue;
use crate::{Internal, audit, db, publication};

/// A published item as its page at the desk shows it.
#[derive(Clone, Debug)]
pub struct StandingView {
    /// The item.
    pub item: ServiceItem,
    /// How it stands.
    pub standing: Standing,
    /// What this officer can do.
    pub allowed: Vec<StandingAction>,
}

impl Editor<'_> {
    /// A listed item that the officer sees.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn item(
        &self,
        officer: &Officer,
        code: &ItemCode,
    ) -> Result<Option<StandingView>, Internal> {
        let found = load(self.0.db().read(), code).await?;
        let found = found.filter(|(item, _)| sees(officer, &item.department));
        Ok(found.map(|(item, standing)| StandingView {
            allowed: standing.allowed(&officer.party()),
            item,
            standing,
        }))
    }

    /// Pauses, restores or withdraws an item as the officer saw it, or answers what another officer
    /// wants.
    ///
    /// # Errors
    /// [`EditorError::Changed`] when `revision` is no longer the item's.
    pub async fn stand(
        &self,
        officer: &Officer,
        code: &ItemCode,
        revision: u32,
        action: StandingAction,
        reason: &str,
    ) -> Result<(), EditorError> {
        let now = self.0.now();
        let (officer, code, reason) = (officer.clone(), code.clone(), reason.to_owned());
        self.0
            .db()
            .write::<_, EditorError, _>(move |tx| {
                Box::pin(async move {
                    let row = service_item::Entity::find_by_id(code.as_str());
                    db::lock(row).one(tx).await?.ok_or(EditorError::NotFound)?;
                    let (item, standing) = load(tx, &code).await?.ok_or(EditorError::NotFound)?;
                    if !sees(&officer, &item.department) {
                        return Err(EditorError::NotFound);
                    }
                    if standing.revision != revision {
                        return Err(EditorError::Changed);
                    }
                    let next = standing.apply(action, &reason, &officer.party(), now)?;
                    keep(tx, &code, &next, now).await?;
                    let name = format!("editor.{}", action.key());
                    let who = audit::Actor::Officer(&officer.id);
                    let table = "service_item";
                    let subject = Some(code.as_str());
                    audit::record(tx, who, &name, table, subject, audit::DONE, now).await?;
                    publication::bump(tx).await?;
                    Ok(())
                })
            })
            .await?;
        self.0.catalogue().notice_publication().await?;
        Ok(())
    }
}

async fn load(
    db: &impl ConnectionTrait,
    code: &ItemCode,
) -> Result<Option<(ServiceItem, Standing)>, Internal> {
    let Some(item) = catalogue::item(db, code).await? else {
        return Ok(None);
    };
    let row = service_standing::Entity::find_by_id(code.as_str())
        .one(db)
        .await?;
    let proposal = row.as_ref().and_then(|row| row.proposal.as_deref());
    let proposal = proposal.map(serde_json::from_str).transpose()?;
    let revision = row.as_ref().map_or(0, |row| row.revision);
    let standing = Standing {
        department: item.department.clone(),
        state: item.state,
        reason: row.and_then(|row| row.reason),
        proposal,
        revision: u32::try_from(revision)
            .map_err(|_| Internal::new("a stored number is negative"))?,
    };
    Ok(Some((item, standing)))
}

async fn keep(
    tx: &DatabaseTransaction,
    code: &ItemCode,
    standing: &Standing,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    use service_standing::Column;
    let proposal = standing
        .proposal
        .as_ref()
        .map(serde_json::to_string)
        .transpose()?;
    let row = service_standing::ActiveModel {
        item_code: Set(code.to_string()),
        reason: Set(standing.reason.clone()),
        proposal: Set(proposal),
        revision: Set(i32::try_from(standing.revision)
            .map_err(|_| Internal::new("a number is too great to be stored"))?),
        updated_at: Set(now),
    };
    let update = OnConflict::column(Column::ItemCode)
        .update_columns([
            Column::Reason,
            Column::Proposal,
            Column::Revision,
            Column::UpdatedAt,
        ])
        .to_owned();
    service_standing::Entity::insert(row)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    service_item::Entity::update_many()
        .col_expr(
            service_item::Column::State,
            Expr::value(i16::from(standing.state.code())),
        )
        .col_expr(service_item::Column::UpdatedAt, Expr::value(now))
        .filter(service_item::Column::Code.eq(code.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
