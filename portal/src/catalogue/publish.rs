//! Publishing a definition.

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::catalogue::{DefinitionProblem, ServiceDefinition};
use domain::ids::ItemCode;
use entities::{service_definition, service_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::{Catalogue, store};
use crate::{Internal, audit, db, publication};

/// Why a definition was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// There is no such item.
    #[error("there is no such service item")]
    NotFound,
    /// The definition contradicts itself.
    #[error("the definition has {} problems", .0.len())]
    Problems(Vec<DefinitionProblem>),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Catalogue<'_> {
    /// Publishes the next version of an item's definition and says its number. New cases start on
    /// it; running cases keep theirs.
    ///
    /// # Errors
    /// [`PublishError::Problems`] with all problems at once; nothing is written then.
    pub async fn publish(
        &self,
        item: &ItemCode,
        definition: &ServiceDefinition,
    ) -> Result<u32, PublishError> {
        let today = civil_date(self.0.now());
        let listed = store::item(self.0.db().read(), item)
            .await?
            .ok_or(PublishError::NotFound)?;
        let problems = definition.check(&listed, today);
        if !problems.is_empty() {
            return Err(PublishError::Problems(problems));
        }
        let version = NewVersion::of(definition)?;
        let (item, now) = (item.clone(), self.0.now());
        let version = self
            .0
            .db()
            .write::<_, PublishError, _>(move |tx| {
                Box::pin(async move {
                    let version = next_version(tx, &item, version, now)
                        .await?
                        .ok_or(PublishError::NotFound)?;
                    publication::bump(tx).await?;
                    Ok(version)
                })
            })
            .await?;
        self.notice_publication().await?;
        Ok(version)
    }

    /// Lets whoever published something read it at once: the watch of this node may be some
    /// hundred milliseconds behind, and a command of one process has none.
    pub(crate) async fn notice_publication(&self) -> Result<(), Internal> {
        self.0.publication().refresh(self.0.db()).await?;
        Ok(())
    }
}

/// A definition on its way into a row.
pub(crate) struct NewVersion {
    /// The definition as JSON.
    pub(crate) body: String,
    online: bool,
    guided: bool,
}

impl NewVersion {
    /// Writes a definition down.
    pub(crate) fn of(definition: &ServiceDefinition) -> Result<Self, Internal> {
        Ok(Self {
            body: serde_json::to_string(definition)?,
            online: definition.form.is_online(),
            guided: definition.form.early_steps().next().is_some(),
        })
    }
}

/// Writes the next version of an item's definition and turns the item to it; none when there is
/// no such item. The caller bumps the publication version.
pub(crate) async fn next_version(
    tx: &DatabaseTransaction,
    item: &ItemCode,
    new: NewVersion,
    now: DateTime<Utc>,
) -> Result<Option<u32>, Internal> {
    let row = db::lock(service_item::Entity::find_by_id(item.as_str()))
        .one(tx)
        .await?;
    if row.is_none() {
        return Ok(None);
    }
    let newest = store::newest_definition(tx, item).await?;
    let version = newest.map_or(1, |newest| newest.version.saturating_add(1));
    service_definition::ActiveModel {
        item_code: Set(item.to_string()),
        version: Set(version),
        body: Set(new.body),
        published_at: Set(now),
        online: Set(Some(new.online)),
        guided: Set(Some(new.guided)),
    }
    .insert(tx)
    .await?;
    service_item::Entity::update_many()
        .col_expr(service_item::Column::PublishedVersion, Expr::value(version))
        .col_expr(service_item::Column::UpdatedAt, Expr::value(now))
        .filter(service_item::Column::Code.eq(item.as_str()))
        .exec(tx)
        .await?;
    let (who, subject) = (audit::Actor::System, Some(item.as_str()));
    audit::record(
        tx,
        who,
        "catalogue.publish",
        "service_item",
        subject,
        "done",
        now,
    )
    .await?;
    let version = u32::try_from(version);
    version
        .map(Some)
        .map_err(|_| Internal::new("a stored version is negative"))
}
