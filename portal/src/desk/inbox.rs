//! The inbox of a department.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Calendar, DueDate, civil_date};
use domain::cases::{CaseNumber, Light};
use domain::identity::mask_name;
use domain::ids::CaseId;
use domain::text::Text;
use entities::{account, service_case};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Desk, visible};
use crate::Internal;
use crate::accounts::{self, Officer};
use crate::cases::store;

/// Rows of one page: what fits on a screen without scrolling far.
const PAGE_SIZE: usize = 20;

/// The piles that cases lie on, by what they wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InboxTab {
    /// Submitted: to be accepted, refused or sent back for correction.
    ToAccept,
    /// At the applicant for correction.
    Correcting,
    /// Accepted: to be decided, or a decision to be proposed.
    ToDecide,
    /// Proposed: to be decided by a second officer.
    ToReview,
    /// Done.
    Closed,
}

impl InboxTab {
    /// All, in the order of the work.
    pub const ALL: [Self; 5] = [
        Self::ToAccept,
        Self::Correcting,
        Self::ToDecide,
        Self::ToReview,
        Self::Closed,
    ];

    /// What stands in an address, and the last part of a Fluent key `inbox-tab-…`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToAccept => "to-accept",
            Self::Correcting => "correcting",
            Self::ToDecide => "to-decide",
            Self::ToReview => "to-review",
            Self::Closed => "closed",
        }
    }

    /// The tab behind a key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.key() == key)
    }

    /// Keys of the states on this pile.
    const fn states(self) -> &'static [&'static str] {
        match self {
            Self::ToAccept => &["submitted"],
            Self::Correcting => &["correction_requested"],
            Self::ToDecide => &["accepted"],
            Self::ToReview => &["proposed"],
            Self::Closed => &[
                "approved",
                "rejected",
                "not_accepted",
                "withdrawn",
                "delivered",
            ],
        }
    }
}

/// One page of the inbox.
#[derive(Clone, Debug)]
pub struct Inbox {
    /// The pile shown.
    pub tab: InboxTab,
    /// How many cases lie on each pile.
    pub counts: Vec<(InboxTab, u64)>,
    /// The cases, longest waiting first; done ones latest first.
    pub rows: Vec<InboxRow>,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

/// One case in the inbox.
#[derive(Clone, Debug)]
pub struct InboxRow {
    /// The case.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// Name of the service.
    pub item_name: Text,
    /// The applicant's name, masked: a list is no place for full names.
    pub applicant_masked: String,
    /// The last part of a Fluent key `case-state-…`.
    pub state: &'static str,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When the next thing is due.
    pub due: Option<DueDate>,
    /// Working days until then; negative when overdue.
    pub days_left: Option<i64>,
    /// How urgent it is.
    pub light: Light,
}

impl Desk<'_> {
    /// The officer's department's cases on one pile.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn inbox(
        &self,
        officer: &Officer,
        tab: InboxTab,
        page: usize,
    ) -> Result<Inbox, Internal> {
        let db = self.0.db().read();
        let counts = self.counts(officer).await?;
        let total = counts
            .iter()
            .find(|(other, _)| *other == tab)
            .map_or(0, |(_, n)| *n);
        let pages = usize::try_from(total)
            .unwrap_or(usize::MAX)
            .div_ceil(PAGE_SIZE)
            .max(1);
        let page = page.clamp(1, pages);
        let rows = on_pile(officer, tab)
            .paginate(db, PAGE_SIZE as u64)
            .fetch_page(page as u64 - 1)
            .await?;
        let names = self.applicants(&rows).await?;
        let calendar = self.0.catalogue().calendar().await?;
        let today = civil_date(self.0.now());
        let near = self.0.supervision().near_working_days().await?;
        let mut shown = Vec::with_capacity(rows.len());
        for row in rows {
            shown.push(self.row(row, &names, (today, near), &calendar).await?);
        }
        Ok(Inbox {
            tab,
            counts,
            rows: shown,
            page,
            pages,
        })
    }

    async fn counts(&self, officer: &Officer) -> Result<Vec<(InboxTab, u64)>, Internal> {
        let by_state: Vec<(String, i64)> = visible(officer)
            .select_only()
            .column(service_case::Column::State)
            .column_as(service_case::Column::Id.count(), "cases")
            .group_by(service_case::Column::State)
            .into_tuple()
            .all(self.0.db().read())
            .await?;
        let of = |tab: InboxTab| {
            by_state
                .iter()
                .filter(|(state, _)| tab.states().contains(&state.as_str()))
                .map(|(_, count)| count.unsigned_abs())
                .sum()
        };
        Ok(InboxTab::ALL
            .into_iter()
            .map(|tab| (tab, of(tab)))
            .collect())
    }

    /// The masked names of the applicants of these cases, in one query.
    async fn applicants(
        &self,
        rows: &[service_case::Model],
    ) -> Result<HashMap<String, String>, Internal> {
        let ids: Vec<_> = rows.iter().map(|row| row.applicant_id.clone()).collect();
        account::Entity::find()
            .filter(account::Column::Id.is_in(ids))
            .all(self.0.db().read())
            .await?
            .into_iter()
            .map(|row| {
                let name = accounts::store::name(self.0.keys(), &row)?;
                Ok((row.id, mask_name(&name)))
            })
            .collect()
    }

    async fn row(
        &self,
        row: service_case::Model,
        names: &HashMap<String, String>,
        (today, near): (NaiveDate, u32),
        calendar: &Calendar,
    ) -> Result<InboxRow, Internal> {
        let case = store::case(self.0.keys(), &row)?;
        let due = store::days_left(&case, today, calendar);
        let days_left = due.map(|(_, days)| days);
        Ok(InboxRow {
            number: case
                .number
                .clone()
                .ok_or(Internal::new("a submitted case has no number"))?,
            item_name: self.0.catalogue().item_name(&case.item).await?,
            applicant_masked: names.get(&row.applicant_id).cloned().unwrap_or_default(),
            state: case.state.key(),
            submitted_at: row.submitted_at.unwrap_or(row.updated_at),
            due: due.map(|(due, _)| due),
            days_left,
            light: Light::of(&case.state, days_left, near),
            id: case.id,
        })
    }
}

fn on_pile(officer: &Officer, tab: InboxTab) -> Select<service_case::Entity> {
    let pile =
        visible(officer).filter(service_case::Column::State.is_in(tab.states().iter().copied()));
    match tab {
        InboxTab::Closed => pile.order_by_desc(service_case::Column::UpdatedAt),
        _ => pile.order_by_asc(service_case::Column::SubmittedAt),
    }
    .order_by_asc(service_case::Column::Id)
}
