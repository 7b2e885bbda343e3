//! Looking at working copies and at the versions of an item.

use chrono::{DateTime, Utc};
use domain::catalogue::ServiceDefinition;
use domain::ids::{AccountId, ItemCode};
use entities::{service_definition, service_draft};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::store::{self, Draft};
use super::{Editor, sees, visible};
use crate::Internal;
use crate::accounts::{Actor, Officer};
use crate::catalogue::store as catalogue;

/// A published version of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Its number.
    pub version: u32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
}

impl Editor<'_> {
    /// A working copy that the officer sees.
    ///
    /// # Errors
    /// When the database fails or the stored copy cannot be read.
    pub async fn draft(&self, officer: &Officer, id: &str) -> Result<Option<Draft>, Internal> {
        let row = visible(officer)
            .filter(service_draft::Column::Id.eq(id))
            .one(self.0.db().read())
            .await?;
        row.map(store::draft).transpose()
    }

    /// The versions of an item that the officer sees, newest first; none of another department's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn versions(
        &self,
        officer: &Officer,
        code: &ItemCode,
    ) -> Result<Vec<VersionRow>, Internal> {
        let db = self.0.db().read();
        let item = catalogue::item(db, code).await?;
        if !item.is_some_and(|item| sees(officer, &item.department)) {
            return Ok(Vec::new());
        }
        let rows: Vec<(i32, DateTime<Utc>)> = service_definition::Entity::find()
            .select_only()
            .column(service_definition::Column::Version)
            .column(service_definition::Column::PublishedAt)
            .filter(service_definition::Column::ItemCode.eq(code.as_str()))
            .order_by_desc(service_definition::Column::Version)
            .into_tuple()
            .all(db)
            .await?;
        let row = |(version, published_at): (i32, DateTime<Utc>)| {
            let version = u32::try_from(version);
            let version = version.map_err(|_| Internal::new("a stored version is negative"))?;
            Ok(VersionRow {
                version,
                published_at,
            })
        };
        rows.into_iter().map(row).collect()
    }

    /// One version of an item that the officer sees.
    ///
    /// # Errors
    /// When the database fails or the stored definition cannot be read.
    pub async fn version(
        &self,
        officer: &Officer,
        code: &ItemCode,
        version: u32,
    ) -> Result<Option<ServiceDefinition>, Internal> {
        let db = self.0.db().read();
        let item = catalogue::item(db, code).await?;
        if !item.is_some_and(|item| sees(officer, &item.department)) {
            return Ok(None);
        }
        catalogue::definition(db, code, version).await
    }

    /// The name of an officer; the account itself when it is gone.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn officer_name(&self, id: &AccountId) -> Result<String, Internal> {
        Ok(match self.0.accounts().actor(id).await? {
            Actor::Officer(officer) => officer.name,
            _ => id.to_string(),
        })
    }
}
