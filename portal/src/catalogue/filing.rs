//! Under what items are filed: topics 主题, events of life 一件事, groups of people 特定人群.

use std::collections::HashMap;

use domain::catalogue::{LifeEvent, PeopleGroup, Topic};
use domain::ids::ItemCode;
use entities::{item_life_event, item_people_group, item_topic};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use crate::Internal;

/// Under what one item is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filing {
    pub(crate) topics: Vec<Topic>,
    pub(crate) life_events: Vec<LifeEvent>,
    pub(crate) groups: Vec<PeopleGroup>,
}

/// Files items anew, in place of whatever they were filed under before.
pub(crate) async fn put(
    tx: &DatabaseTransaction,
    filings: &[(ItemCode, Filing)],
) -> Result<(), Internal> {
    forget(tx, filings).await?;
    let mut topics = Vec::new();
    let mut events = Vec::new();
    let mut groups = Vec::new();
    for (code, filing) in filings {
        topics.extend(filing.topics.iter().map(|topic| item_topic::ActiveModel {
            item_code: Set(code.to_string()),
            topic: Set(topic.key().to_owned()),
        }));
        let found = filing.life_events.iter();
        events.extend(found.map(|event| item_life_event::ActiveModel {
            item_code: Set(code.to_string()),
            event: Set(event.key().to_owned()),
        }));
        let found = filing.groups.iter();
        groups.extend(found.map(|people| item_people_group::ActiveModel {
            item_code: Set(code.to_string()),
            people: Set(people.key().to_owned()),
        }));
    }
    if !topics.is_empty() {
        let rows = item_topic::Entity::insert_many(topics);
        rows.exec_without_returning(tx).await?;
    }
    if !events.is_empty() {
        let rows = item_life_event::Entity::insert_many(events);
        rows.exec_without_returning(tx).await?;
    }
    if !groups.is_empty() {
        let rows = item_people_group::Entity::insert_many(groups);
        rows.exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn forget(tx: &DatabaseTransaction, filings: &[(ItemCode, Filing)]) -> Result<(), Internal> {
    let codes: Vec<String> = filings.iter().map(|(code, _)| code.to_string()).collect();
    item_topic::Entity::delete_many()
        .filter(item_topic::Column::ItemCode.is_in(&codes))
        .exec(tx)
        .await?;
    item_life_event::Entity::delete_many()
        .filter(item_life_event::Column::ItemCode.is_in(&codes))
        .exec(tx)
        .await?;
    item_people_group::Entity::delete_many()
        .filter(item_people_group::Column::ItemCode.is_in(&codes))
        .exec(tx)
        .await?;
    Ok(())
}

/// Under what one item is filed.
pub(super) async fn of(db: &impl ConnectionTrait, code: &ItemCode) -> Result<Filing, Internal> {
    let topics = item_topic::Entity::find()
        .filter(item_topic::Column::ItemCode.eq(code.as_str()))
        .all(db)
        .await?;
    let events = item_life_event::Entity::find()
        .filter(item_life_event::Column::ItemCode.eq(code.as_str()))
        .all(db)
        .await?;
    let groups = item_people_group::Entity::find()
        .filter(item_people_group::Column::ItemCode.eq(code.as_str()))
        .all(db)
        .await?;
    let mut filings = gather(topics, events, groups)?;
    Ok(filings.remove(code.as_str()).unwrap_or_default())
}

/// Under what every item is filed, by its code.
pub(super) async fn all(db: &impl ConnectionTrait) -> Result<HashMap<String, Filing>, Internal> {
    let topics = item_topic::Entity::find().all(db).await?;
    let events = item_life_event::Entity::find().all(db).await?;
    let groups = item_people_group::Entity::find().all(db).await?;
    gather(topics, events, groups)
}

/// Puts rows together; what an item is filed under stands in the fixed order of each list.
fn gather(
    topics: Vec<item_topic::Model>,
    events: Vec<item_life_event::Model>,
    groups: Vec<item_people_group::Model>,
) -> Result<HashMap<String, Filing>, Internal> {
    let unknown = || Internal::new("an item is filed under something unknown");
    let mut filings: HashMap<String, Filing> = HashMap::new();
    for row in topics {
        let topic = Topic::parse(&row.topic).ok_or_else(unknown)?;
        filings.entry(row.item_code).or_default().topics.push(topic);
    }
    for row in events {
        let event = LifeEvent::parse(&row.event).ok_or_else(unknown)?;
        let filing = filings.entry(row.item_code).or_default();
        filing.life_events.push(event);
    }
    for row in groups {
        let people = PeopleGroup::parse(&row.people).ok_or_else(unknown)?;
        filings
            .entry(row.item_code)
            .or_default()
            .groups
            .push(people);
    }
    for filing in filings.values_mut() {
        filing.topics.sort_unstable();
        filing.life_events.sort_unstable();
        filing.groups.sort_unstable();
    }
    Ok(filings)
}
