//! Filters of the inbox that an officer has kept under a name.

use domain::desk::{InboxFilter, MAX_FILTER_NAME_CHARS, MAX_SAVED_FILTERS};
use entities::saved_filter::{self, Column};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set,
};

use super::Desk;
use crate::accounts::Officer;
use crate::{Internal, ids};

const TABLE: &str = "saved_filter";

/// A kept filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it narrows down to, as pairs of an address.
    pub pairs: Vec<(String, String)>,
}

/// Why a filter was not kept.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// It has no name.
    #[error("the name is missing")]
    NameMissing,
    /// Its name is longer than [`MAX_FILTER_NAME_CHARS`].
    #[error("the name is too long")]
    NameTooLong,
    /// The officer keeps [`MAX_SAVED_FILTERS`] already.
    #[error("there are too many")]
    TooMany,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl FilterError {
    /// The Fluent key of the message; none for a failure of the portal.
    #[must_use]
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::NameMissing => Some("filter-name-missing"),
            Self::NameTooLong => Some("filter-name-too-long"),
            Self::TooMany => Some("filter-too-many"),
            Self::Internal(_) => None,
        }
    }
}

impl Desk<'_> {
    /// The officer's kept filters, oldest first.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn saved_filters(&self, officer: &Officer) -> Result<Vec<SavedFilter>, Internal> {
        let rows = saved_filter::Entity::find()
            .filter(Column::AccountId.eq(officer.id.as_str()))
            .order_by_asc(Column::Id)
            .all(self.0.db().read())
            .await?;
        rows.into_iter()
            .map(|row| {
                let name = self.0.keys().open_text(TABLE, "name", &row.id, &row.name)?;
                Ok(SavedFilter {
                    name,
                    pairs: serde_json::from_str(&row.query)?,
                    id: row.id,
                })
            })
            .collect()
    }

    /// Keeps a filter under a name.
    ///
    /// # Errors
    /// [`FilterError`] says what is wrong.
    pub async fn save_filter(
        &self,
        officer: &Officer,
        name: &str,
        filter: &InboxFilter,
    ) -> Result<(), FilterError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(FilterError::NameMissing);
        }
        if name.chars().count() > MAX_FILTER_NAME_CHARS {
            return Err(FilterError::NameTooLong);
        }
        let now = self.0.now();
        let id = ids::new(now);
        let row = saved_filter::ActiveModel {
            account_id: Set(officer.id.to_string()),
            name: Set(self.0.keys().seal_text(TABLE, "name", &id, name)?),
            query: Set(serde_json::to_string(&filter.pairs()).map_err(Internal::from)?),
            at: Set(now),
            id: Set(id),
        };
        let officer = officer.id.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let kept = saved_filter::Entity::find()
                        .filter(Column::AccountId.eq(officer.as_str()))
                        .count(tx)
                        .await
                        .map_err(Internal::from)?;
                    if kept >= MAX_SAVED_FILTERS as u64 {
                        return Err(FilterError::TooMany);
                    }
                    row.insert(tx).await.map_err(Internal::from)?;
                    Ok(())
                })
            })
            .await
    }

    /// Forgets a filter of the officer's own.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_filter(&self, officer: &Officer, id: &str) -> Result<(), Internal> {
        let (officer, id) = (officer.id.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    saved_filter::Entity::delete_many()
                        .filter(Column::Id.eq(id))
                        .filter(Column::AccountId.eq(officer.as_str()))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
