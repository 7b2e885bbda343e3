//! A citizen reads the inbox.

use chrono::{DateTime, Utc};
use domain::notices::NoticeKind;
use domain::text::Text;
use entities::notice;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Notices, store};
use crate::Internal;
use crate::accounts::Citizen;

/// Notices of one page.
const PAGE_SIZE: usize = 20;

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// Its id, for [`Notices::open`].
    pub id: String,
    /// What happened; the last part of a Fluent key `notice-…`.
    pub kind: NoticeKind,
    /// Name of the service, where it is about one.
    pub item_name: Option<Text>,
    /// Number of the case, where it is about one that was submitted.
    pub number: Option<String>,
    /// When it was told.
    pub at: DateTime<Utc>,
    /// Whether the citizen has opened it.
    pub read: bool,
}

/// One page of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeList {
    /// The notices, latest first.
    pub rows: Vec<NoticeView>,
    /// How many of all are unread.
    pub unread: u64,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

impl Notices<'_> {
    /// One page of the citizen's notices. Looking at the list marks nothing as read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list(&self, citizen: &Citizen, page: usize) -> Result<NoticeList, Internal> {
        let total = mine(citizen).count(self.0.db().read()).await?;
        let pages = usize::try_from(total)
            .unwrap_or(usize::MAX)
            .div_ceil(PAGE_SIZE)
            .max(1);
        let page = page.clamp(1, pages);
        Ok(NoticeList {
            rows: self
                .rows(citizen, (page - 1) * PAGE_SIZE, PAGE_SIZE)
                .await?,
            unread: self.unread(citizen).await?,
            page,
            pages,
        })
    }

    /// The citizen's latest notices, at most so many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest(
        &self,
        citizen: &Citizen,
        most: usize,
    ) -> Result<Vec<NoticeView>, Internal> {
        self.rows(citizen, 0, most).await
    }

    /// How many notices the citizen has not opened.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unread(&self, citizen: &Citizen) -> Result<u64, Internal> {
        Ok(mine(citizen)
            .filter(notice::Column::ReadAt.is_null())
            .count(self.0.db().read())
            .await?)
    }

    async fn rows(
        &self,
        citizen: &Citizen,
        skip: usize,
        most: usize,
    ) -> Result<Vec<NoticeView>, Internal> {
        mine(citizen)
            .order_by_desc(notice::Column::At)
            .order_by_desc(notice::Column::Id)
            .offset(u64::try_from(skip).unwrap_or(u64::MAX))
            .limit(u64::try_from(most).unwrap_or(u64::MAX))
            .all(self.0.db().read())
            .await?
            .into_iter()
            .map(view)
            .collect()
    }
}

/// Every finder of the inbox starts here: other people's notices are not found.
pub(super) fn mine(citizen: &Citizen) -> Select<notice::Entity> {
    notice::Entity::find().filter(notice::Column::AccountId.eq(citizen.id.as_str()))
}

fn view(row: notice::Model) -> Result<NoticeView, Internal> {
    let details = store::details(&row)?;
    Ok(NoticeView {
        kind: store::kind(&row.kind)?,
        item_name: details.item,
        number: details.number,
        at: row.at,
        read: row.read_at.is_some(),
        id: row.id,
    })
}
