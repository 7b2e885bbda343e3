//! Browsing and searching the catalogue.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::catalogue::{Audience, LifeEvent, PeopleGroup, Topic};
use domain::ids::{DepartmentCode, ItemCode};

use super::snapshot::{Entry, Snapshot};
use super::{Catalogue, Department, ItemRow, search};
use crate::Internal;

/// Items on one page of a list.
pub const PAGE_SIZE: usize = 50;

/// What the entry page shows.
#[derive(Clone, Debug)]
pub struct Home {
    /// Topics that have items, with their number.
    pub topics: Vec<(Topic, usize)>,
    /// All departments.
    pub departments: Vec<Department>,
    /// The services that can be done online now.
    pub online: Vec<Arc<ItemRow>>,
    /// Number of items in the catalogue.
    pub total: usize,
}

/// What a reader narrowed the list down to; an empty filter lists everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only items of this topic.
    pub topic: Option<Topic>,
    /// Only items of this department.
    pub department: Option<DepartmentCode>,
    /// Only items that are needed at this event.
    pub life_event: Option<LifeEvent>,
    /// Only items that are made for these people.
    pub group: Option<PeopleGroup>,
    /// Only items for this audience.
    pub audience: Option<Audience>,
    /// Only items whose name, main item or department contains each term; a blank query says
    /// nothing.
    pub query: Option<String>,
    /// Page, counted from 1; 0 asks for all rows at once. Beyond the last page is the last page.
    pub page: usize,
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct ItemPage {
    /// The items, best first.
    pub rows: Vec<Arc<ItemRow>>,
    /// Number of items on all pages.
    pub total: usize,
    /// This page, counted from 1.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// All rows were asked for at once.
    pub all_on_one: bool,
}

impl Catalogue<'_> {
    /// What the entry page shows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn home(&self) -> Result<Home, Internal> {
        let snapshot = self.snapshot().await?;
        let online = snapshot.entries.iter().take_while(|entry| entry.row.online);
        Ok(Home {
            topics: snapshot.topics.clone(),
            departments: snapshot.departments.clone(),
            online: online.map(|entry| entry.row.clone()).collect(),
            total: snapshot.entries.len(),
        })
    }

    /// Every item in use with the instant of its last change, in the order of the list.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changes(&self) -> Result<Vec<(ItemCode, DateTime<Utc>)>, Internal> {
        let snapshot = self.snapshot().await?;
        let change = |entry: &Entry| (entry.row.code.clone(), entry.changed_at);
        Ok(snapshot.entries.iter().map(change).collect())
    }

    /// All departments, in their fixed order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn departments(&self) -> Result<Vec<Department>, Internal> {
        Ok(self.snapshot().await?.departments.clone())
    }

    /// One department.
    ///
    /// # Errors
    /// When the database fails or there is no such department: codes come from rows that name one.
    pub async fn department(&self, code: &DepartmentCode) -> Result<Department, Internal> {
        let snapshot = self.snapshot().await?;
        snapshot
            .department(code)
            .cloned()
            .ok_or(Internal::new("a department is missing"))
    }

    /// One page of the items that pass the filter. Without a query those that can be done online
    /// come first, then by department and name; with one, see [`Filter::query`], names that begin
    /// with the first term come first, then those online, then the shorter names.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn browse(&self, filter: &Filter) -> Result<ItemPage, Internal> {
        let snapshot = self.snapshot().await?;
        let found = find(&snapshot, filter);
        let total = found.len();
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let all_on_one = filter.page == 0;
        let page = filter.page.clamp(1, pages);
        let (skip, take) = if all_on_one {
            (0, total)
        } else {
            ((page - 1) * PAGE_SIZE, PAGE_SIZE)
        };
        let rows = found
            .into_iter()
            .skip(skip)
            .take(take)
            .map(|entry| entry.row.clone())
            .collect();
        let (page, pages) = if all_on_one { (1, 1) } else { (page, pages) };
        Ok(ItemPage {
            rows,
            total,
            page,
            pages,
            all_on_one,
        })
    }

    pub(super) async fn snapshot(&self) -> Result<Arc<Snapshot>, Internal> {
        self.0.inner.catalogue.snapshot(self.0).await
    }
}

fn find<'a>(snapshot: &'a Snapshot, filter: &Filter) -> Vec<&'a Entry> {
    let terms = filter
        .query
        .as_deref()
        .map(search::terms)
        .unwrap_or_default();
    let mut found: Vec<&Entry> = snapshot
        .entries
        .iter()
        .filter(|entry| passes(entry, filter, &terms))
        .collect();
    if let Some(first) = terms.first() {
        // The sort is stable: equals keep the order by department and name.
        found.sort_by_cached_key(|entry| {
            let begins = entry.name.starts_with(first.as_str());
            (!begins, !entry.row.online, entry.name.chars().count())
        });
    }
    found
}

fn passes(entry: &Entry, filter: &Filter, terms: &[String]) -> bool {
    let row = &entry.row;
    filter.topic.is_none_or(|topic| row.topics.contains(&topic))
        && filter
            .department
            .as_ref()
            .is_none_or(|department| row.department == *department)
        && filter
            .audience
            .is_none_or(|audience| row.audiences.contains(&audience))
        && filter
            .life_event
            .is_none_or(|event| row.life_events.contains(&event))
        && filter.group.is_none_or(|group| row.groups.contains(&group))
        && terms
            .iter()
            .all(|term| entry.haystack.contains(term.as_str()))
}
