//! Rows of the catalogue and what they stand for.

use domain::catalogue::{Audience, HandlingType, ItemState, ItemType, ServiceDefinition};
use domain::ids::{DepartmentCode, DivisionCode, ItemCode};
use domain::text::Text;
use entities::{service_definition, service_item};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::filing::{self, Filing};
use crate::Internal;

/// `service_item.source` of an imported item.
pub(super) const IMPORT: &str = "import";
/// `service_item.source` of one of the portal's own items.
pub(crate) const SEED: &str = "seed";

/// The whole item behind a row.
pub(super) fn service_item(
    row: service_item::Model,
    filing: Filing,
) -> Result<domain::catalogue::ServiceItem, Internal> {
    let broken = || Internal::new("a row of service_item does not fit the domain");
    let handling = row
        .handling
        .map(|code| {
            u8::try_from(code)
                .ok()
                .and_then(HandlingType::from_code)
                .ok_or_else(broken)
        })
        .transpose()?;
    let item_type = u8::try_from(row.item_type)
        .ok()
        .and_then(ItemType::from_code);
    let state = u8::try_from(row.state).ok().and_then(ItemState::from_code);
    Ok(domain::catalogue::ServiceItem {
        code: ItemCode::parse(&row.code).map_err(|_| broken())?,
        name: Text {
            zh: row.name_zh,
            en: row.name_en,
        },
        main_item: row.main_item,
        item_type: item_type.ok_or_else(broken)?,
        handling,
        audiences: audiences(&row.audiences).ok_or_else(broken)?,
        topics: filing.topics,
        life_events: filing.life_events,
        groups: filing.groups,
        department: DepartmentCode::new(row.department_code),
        region: DivisionCode::new(row.region),
        state: state.ok_or_else(broken)?,
        published_version: row
            .published_version
            .map(u32::try_from)
            .transpose()
            .map_err(|_| broken())?,
    })
}

/// One item with its topics, in whatever state; none when there is no such item.
pub(crate) async fn item(
    db: &impl ConnectionTrait,
    code: &ItemCode,
) -> Result<Option<domain::catalogue::ServiceItem>, Internal> {
    let Some(row) = service_item::Entity::find_by_id(code.as_str())
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let filing = filing::of(db, code).await?;
    service_item(row, filing).map(Some)
}

/// Codes of audiences as stored, joined by commas.
pub(crate) fn audience_codes(audiences: &[Audience]) -> String {
    let codes: Vec<String> = audiences
        .iter()
        .map(|audience| audience.code().to_string())
        .collect();
    codes.join(",")
}

fn audiences(stored: &str) -> Option<Vec<Audience>> {
    stored
        .split(',')
        .filter(|code| !code.is_empty())
        .map(|code| code.parse().ok().and_then(Audience::from_code))
        .collect()
}

/// A published definition; none when there is no such version.
pub(crate) async fn definition(
    db: &impl ConnectionTrait,
    item: &ItemCode,
    version: u32,
) -> Result<Option<ServiceDefinition>, Internal> {
    let Ok(version) = i32::try_from(version) else {
        return Ok(None);
    };
    let row = service_definition::Entity::find_by_id((item.to_string(), version))
        .one(db)
        .await?;
    Ok(row.map(|row| serde_json::from_str(&row.body)).transpose()?)
}

/// The newest version of an item's definition with its JSON.
pub(crate) async fn newest_definition(
    db: &impl ConnectionTrait,
    item: &ItemCode,
) -> Result<Option<service_definition::Model>, Internal> {
    Ok(service_definition::Entity::find()
        .filter(service_definition::Column::ItemCode.eq(item.as_str()))
        .order_by_desc(service_definition::Column::Version)
        .limit(1)
        .one(db)
        .await?)
}
