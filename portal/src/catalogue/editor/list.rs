//! The services of a department: what is being written, and what is listed.

use chrono::{DateTime, Utc};
use domain::accounts::Role;
use domain::catalogue::ItemState;
use domain::catalogue::editing::DraftState;
use domain::ids::ItemCode;
use domain::text::Text;
use entities::{service_draft, service_item};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

use super::{Editor, visible};
use crate::Internal;
use crate::accounts::Officer;

/// Items of one page: what fits on a screen without scrolling far.
const PAGE_SIZE: u64 = 20;
/// Most working copies in the list; a department that writes on more at once has lost count.
const MAX_DRAFTS: u64 = 200;

/// The services of a department.
#[derive(Clone, Debug)]
pub struct ServiceList {
    /// What is being written, latest first.
    pub drafts: Vec<ListedDraft>,
    /// Listed items, those with a guide first, by name.
    pub items: Vec<ListedItem>,
    /// This page of the items, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

/// A working copy in the list.
#[derive(Clone, Debug)]
pub struct ListedDraft {
    /// Its id.
    pub id: String,
    /// Code of the item.
    pub code: String,
    /// Name of the item as it is written there.
    pub name: Text,
    /// Where it stands.
    pub state: DraftState,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// An item in the list.
#[derive(Clone, Debug)]
pub struct ListedItem {
    /// Its code.
    pub code: ItemCode,
    /// Its name.
    pub name: Text,
    /// Whether it can be applied for.
    pub state: ItemState,
    /// Its newest version; none while nothing is published.
    pub version: Option<u32>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Editor<'_> {
    /// What an officer sees: working copies, those in `state` only where one is named, and items whose
    /// name or code holds `query`.
    ///
    /// # Errors
    /// When the database fails or a stored row cannot be read.
    pub async fn list(
        &self,
        officer: &Officer,
        state: Option<&str>,
        query: &str,
        page: usize,
    ) -> Result<ServiceList, Internal> {
        let db = self.0.db().read();
        let drafts = match state {
            Some(state) => visible(officer).filter(service_draft::Column::State.eq(state)),
            None => {
                visible(officer).filter(service_draft::Column::State.is_not_in(DraftState::OVER))
            }
        };
        let drafts = drafts
            .order_by_desc(service_draft::Column::UpdatedAt)
            .limit(MAX_DRAFTS)
            .all(db)
            .await?;
        let found = items(officer, query);
        let pages = found.clone().paginate(db, PAGE_SIZE).num_pages().await?;
        let pages = usize::try_from(pages).unwrap_or(usize::MAX).max(1);
        let page = page.clamp(1, pages);
        let rows = found
            .paginate(db, PAGE_SIZE)
            .fetch_page(page as u64 - 1)
            .await?;
        Ok(ServiceList {
            drafts: drafts
                .into_iter()
                .map(listed_draft)
                .collect::<Result<_, _>>()?,
            items: rows
                .into_iter()
                .map(listed_item)
                .collect::<Result<_, _>>()?,
            page,
            pages,
        })
    }
}

pub(super) fn items(officer: &Officer, query: &str) -> Select<service_item::Entity> {
    use service_item::Column;
    let mut found = service_item::Entity::find();
    if officer.role != Role::Administrator {
        found = found.filter(Column::DepartmentCode.eq(officer.department.as_str()));
    }
    let query = query.trim();
    if !query.is_empty() {
        found = found.filter(
            Condition::any()
                .add(Column::NameZh.contains(query))
                .add(Column::Code.contains(query)),
        );
    }
    found
        .order_by_desc(Column::PublishedVersion.is_not_null())
        .order_by_asc(Column::NameZh)
        .order_by_asc(Column::Code)
}

fn listed_draft(row: service_draft::Model) -> Result<ListedDraft, Internal> {
    let item: domain::catalogue::ServiceItem = serde_json::from_str(&row.item)?;
    Ok(ListedDraft {
        id: row.id,
        code: row.item_code,
        name: item.name,
        state: serde_json::from_str(&row.state_data)?,
        updated_at: row.updated_at,
    })
}

fn listed_item(row: service_item::Model) -> Result<ListedItem, Internal> {
    let broken = || Internal::new("a row of service_item does not fit the domain");
    let state = u8::try_from(row.state).ok().and_then(ItemState::from_code);
    let version = row.published_version.map(u32::try_from).transpose();
    Ok(ListedItem {
        code: ItemCode::parse(&row.code).map_err(|_| broken())?,
        name: Text {
            zh: row.name_zh,
            en: row.name_en,
        },
        state: state.ok_or_else(broken)?,
        version: version.map_err(|_| broken())?,
        updated_at: row.updated_at,
    })
}
