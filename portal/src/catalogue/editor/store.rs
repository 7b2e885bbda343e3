//! Rows of working copies and what they stand for.

use chrono::{DateTime, Utc};
use domain::catalogue::editing::{DraftState, WorkingCopy};
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::ids::{AccountId, DepartmentCode};
use entities::service_draft;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, QueryFilter, Set};
use serde_json::{Value, json};

use super::{EditorError, visible};
use crate::accounts::Officer;
use crate::{Internal, audit, db};

/// Table name, for the audit.
pub(super) const TABLE: &str = "service_draft";

/// A working copy with its content.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Id of the row.
    pub id: String,
    /// Its life.
    pub copy: WorkingCopy,
    /// The item as it is written here.
    pub item: ServiceItem,
    /// The definition as it is written here.
    pub definition: ServiceDefinition,
    /// The published version that it was begun from; none for a new item.
    pub base_version: Option<u32>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Who last changed it.
    pub updated_by: AccountId,
}

impl Draft {
    /// Item and definition as the document that pages edit.
    ///
    /// # Errors
    /// When they cannot be written as JSON, which does not happen.
    pub fn document(&self) -> Result<Value, Internal> {
        let item = serde_json::to_value(&self.item)?;
        let definition = serde_json::to_value(&self.definition)?;
        Ok(json!({"item": item, "definition": definition}))
    }
}

/// The working copy behind a row.
pub(super) fn draft(row: service_draft::Model) -> Result<Draft, Internal> {
    let number = |number: i32| {
        u32::try_from(number).map_err(|_| Internal::new("a stored number is negative"))
    };
    let state: DraftState = serde_json::from_str(&row.state_data)?;
    Ok(Draft {
        copy: WorkingCopy {
            department: DepartmentCode::new(row.department_code),
            state,
            authors: serde_json::from_str(&row.authors)?,
            revision: number(row.revision)?,
        },
        item: serde_json::from_str(&row.item)?,
        definition: serde_json::from_str(&row.definition)?,
        base_version: row.base_version.map(number).transpose()?,
        created_at: row.created_at,
        updated_at: row.updated_at,
        updated_by: AccountId::new(row.updated_by),
        id: row.id,
    })
}

/// The row of a working copy.
pub(super) fn row(draft: &Draft) -> Result<service_draft::ActiveModel, Internal> {
    let number = |number: u32| {
        i32::try_from(number).map_err(|_| Internal::new("a number is too great to be stored"))
    };
    Ok(service_draft::ActiveModel {
        id: Set(draft.id.clone()),
        item_code: Set(draft.item.code.to_string()),
        department_code: Set(draft.copy.department.to_string()),
        base_version: Set(draft.base_version.map(number).transpose()?),
        item: Set(serde_json::to_string(&draft.item)?),
        definition: Set(serde_json::to_string(&draft.definition)?),
        state: Set(draft.copy.state.key().to_owned()),
        state_data: Set(serde_json::to_string(&draft.copy.state)?),
        authors: Set(serde_json::to_string(&draft.copy.authors)?),
        revision: Set(number(draft.copy.revision)?),
        created_at: Set(draft.created_at),
        updated_at: Set(draft.updated_at),
        updated_by: Set(draft.updated_by.to_string()),
    })
}

/// Locks a working copy that the officer sees, as the officer saw it.
pub(super) async fn lock(
    tx: &DatabaseTransaction,
    officer: &Officer,
    id: &str,
    revision: u32,
) -> Result<Draft, EditorError> {
    let found = visible(officer).filter(service_draft::Column::Id.eq(id));
    let row = db::lock(found)
        .one(tx)
        .await?
        .ok_or(EditorError::NotFound)?;
    let draft = draft(row)?;
    if draft.copy.revision != revision {
        return Err(EditorError::Changed);
    }
    Ok(draft)
}

/// Writes a working copy back, with a line in the audit trail.
pub(super) async fn keep(
    tx: &DatabaseTransaction,
    draft: &Draft,
    who: audit::Actor<'_>,
    action: &str,
) -> Result<(), Internal> {
    row(draft)?.update(tx).await?;
    audit::record(
        tx,
        who,
        action,
        TABLE,
        Some(&draft.id),
        audit::DONE,
        draft.updated_at,
    )
    .await
}

/// Writes a new working copy, with a line in the audit trail.
pub(super) async fn insert(
    tx: &DatabaseTransaction,
    draft: &Draft,
    action: &str,
) -> Result<(), Internal> {
    row(draft)?.insert(tx).await?;
    let who = audit::Actor::Officer(&draft.updated_by);
    audit::record(
        tx,
        who,
        action,
        TABLE,
        Some(&draft.id),
        audit::DONE,
        draft.updated_at,
    )
    .await
}

/// Who acts in the audit trail.
pub(super) const fn actor(officer: &Officer) -> audit::Actor<'_> {
    audit::Actor::Officer(&officer.id)
}
