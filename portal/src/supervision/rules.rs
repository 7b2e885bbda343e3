//! The rules in force.

use chrono::{DateTime, Utc};
use domain::supervision::Rules;
use entities::supervision_rules::{Column, Entity, Model};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{Supervision, reads_rules};
use crate::Internal;
use crate::accounts::Officer;

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesVersion {
    /// Its number; 0 are the rules that come with the program.
    pub version: u32,
    /// Since when; none for those of the program.
    pub at: Option<DateTime<Utc>>,
    /// The rules.
    pub rules: Rules,
}

impl Supervision<'_> {
    /// The rules in force; none for officers who have nothing to do with them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rules(&self, officer: &Officer) -> Result<Option<RulesVersion>, Internal> {
        if !reads_rules(officer) {
            return Ok(None);
        }
        current(self.0.db().read()).await.map(Some)
    }

    /// Working days before a promised day from which on lights are yellow.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn near_working_days(&self) -> Result<u32, Internal> {
        let current = current(self.0.db().read()).await?;
        Ok(current.rules.near_working_days())
    }
}

/// The last version of the rules.
pub(super) async fn current(db: &impl ConnectionTrait) -> Result<RulesVersion, Internal> {
    let last = Entity::find()
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    match last {
        Some(row) => version(row),
        None => Ok(RulesVersion {
            version: 0,
            at: None,
            rules: Rules::default(),
        }),
    }
}

fn version(row: Model) -> Result<RulesVersion, Internal> {
    Ok(RulesVersion {
        version: u32::try_from(row.version)
            .map_err(|_| Internal::new("a stored version is negative"))?,
        at: Some(row.at),
        rules: serde_json::from_str(&row.body)?,
    })
}
