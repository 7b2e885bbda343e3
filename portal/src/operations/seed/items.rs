//! Services of the demonstration city.

use chrono::{DateTime, Utc};
use domain::catalogue::ServiceItem;
use entities::service_item;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};

use super::data::Service;
use crate::catalogue::filing::{self, Filing};
use crate::catalogue::{NewVersion, next_version, store};
use crate::{Internal, digest};

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    /// Items that were added, updated or published.
    pub(super) changed: usize,
    /// Definitions that were published.
    pub(super) published: usize,
}

/// Adds or updates the items and publishes definitions whose content is new.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    items: &[Service],
    now: DateTime<Utc>,
) -> Result<Written, Internal> {
    let mut written = Written::default();
    for Service { item, definition } in items {
        let hash = digest::sha256(&serde_json::to_vec(item)?);
        let known = service_item::Entity::find_by_id(item.code.as_str())
            .one(tx)
            .await?;
        let same_item = known
            .as_ref()
            .is_some_and(|row| row.source == store::SEED && row.content_hash == hash);
        if !same_item {
            put_own_item(tx, item, now).await?;
        }
        let version = NewVersion::of(definition)?;
        let newest = store::newest_definition(tx, &item.code).await?;
        let same_definition = newest.is_some_and(|newest| newest.body == version.body);
        if !same_definition {
            next_version(tx, &item.code, version, now).await?;
            written.published += 1;
        }
        written.changed += usize::from(!same_item || !same_definition);
    }
    Ok(written)
}

/// Adds or updates one of the portal's own items with its topics.
pub(crate) async fn put_own_item(
    tx: &DatabaseTransaction,
    item: &ServiceItem,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    // Which version is published is not the content: publishing an item unchanged leaves its hash.
    let content = ServiceItem {
        published_version: None,
        ..item.clone()
    };
    let hash = digest::sha256(&serde_json::to_vec(&content)?);
    put_item(tx, item, hash, now).await?;
    filing::put(tx, &[(item.code.clone(), filed(item))]).await
}

async fn put_item(
    tx: &DatabaseTransaction,
    item: &ServiceItem,
    hash: String,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    use service_item::Column;
    let row = service_item::ActiveModel {
        code: Set(item.code.to_string()),
        name_zh: Set(item.name.zh.clone()),
        name_en: Set(item.name.en.clone()),
        main_item: Set(item.main_item.clone()),
        item_type: Set(i16::from(item.item_type.code())),
        handling: Set(item.handling.map(|handling| i16::from(handling.code()))),
        audiences: Set(store::audience_codes(&item.audiences)),
        department_code: Set(item.department.to_string()),
        region: Set(item.region.to_string()),
        state: Set(i16::from(item.state.code())),
        published_version: Set(None),
        source: Set(store::SEED.to_owned()),
        content_hash: Set(hash),
        updated_at: Set(now),
    };
    // The published version is not among the updated columns: only publishing turns it.
    let update = OnConflict::column(Column::Code)
        .update_columns([
            Column::NameZh,
            Column::NameEn,
            Column::MainItem,
            Column::ItemType,
            Column::Handling,
            Column::Audiences,
            Column::DepartmentCode,
            Column::Region,
            Column::State,
            Column::Source,
            Column::ContentHash,
            Column::UpdatedAt,
        ])
        .to_owned();
    service_item::Entity::insert(row)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn filed(item: &ServiceItem) -> Filing {
    Filing {
        topics: item.topics.clone(),
        life_events: item.life_events.clone(),
        groups: item.groups.clone(),
    }
}
