//! An officer reads what was reported.

use chrono::{DateTime, Utc};
use domain::site::ReportKind;
use entities::site_report;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Site, TABLE, looks_after};
use crate::accounts::Officer;
use crate::sealing::Keys;
use crate::{Internal, Portal};

/// Reports of one page: each is a few lines and a form.
const PAGE_SIZE: usize = 20;

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Id of the row.
    pub id: String,
    /// The number that the reader was shown.
    pub number: String,
    /// What it is about.
    pub kind: ReportKind,
    /// Address of the page, as it was typed.
    pub page: Option<String>,
    /// What is wrong.
    pub what: String,
    /// How the reader can be reached.
    pub contact: Option<String>,
    /// When it came.
    pub at: DateTime<Utc>,
    /// The answer and when it was given; none while the report is open.
    pub answer: Option<(String, DateTime<Utc>)>,
}

/// One page of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// The reports: open ones longest waiting first, answered ones latest first.
    pub rows: Vec<ReportView>,
    /// How many are open and how many are answered.
    pub counts: (u64, u64),
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

impl Site<'_> {
    /// One page of the open or of the answered reports; none for an officer who does not look after
    /// the portal.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn reports(
        &self,
        officer: &Officer,
        answered: bool,
        page: usize,
    ) -> Result<Option<Reports>, Internal> {
        if !looks_after(officer) {
            return Ok(None);
        }
        let counts = (count(self.0, false).await?, count(self.0, true).await?);
        let total = if answered { counts.1 } else { counts.0 };
        let pages = usize::try_from(total)
            .unwrap_or(usize::MAX)
            .div_ceil(PAGE_SIZE)
            .max(1);
        let page = page.clamp(1, pages);
        let found = pile(answered);
        let found = if answered {
            found.order_by_desc(site_report::Column::AnsweredAt)
        } else {
            found.order_by_asc(site_report::Column::At)
        };
        let rows = found
            .order_by_asc(site_report::Column::Id)
            .offset(wide((page - 1) * PAGE_SIZE))
            .limit(wide(PAGE_SIZE))
            .all(self.0.db().read())
            .await?;
        let rows = rows
            .into_iter()
            .map(|row| view(self.0.keys(), row))
            .collect::<Result<_, _>>()?;
        Ok(Some(Reports {
            rows,
            counts,
            page,
            pages,
        }))
    }
}

fn pile(answered: bool) -> Select<site_report::Entity> {
    let found = site_report::Entity::find();
    if answered {
        found.filter(site_report::Column::AnsweredAt.is_not_null())
    } else {
        found.filter(site_report::Column::AnsweredAt.is_null())
    }
}

fn wide(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

async fn count(portal: &Portal, answered: bool) -> Result<u64, Internal> {
    Ok(pile(answered).count(portal.db().read()).await?)
}

/// A row as the desk and the mails read it.
pub(super) fn view(keys: &Keys, row: site_report::Model) -> Result<ReportView, Internal> {
    let open =
        |column: &str, sealed: &Vec<u8>| keys.open_text(TABLE, column, row.id.as_str(), sealed);
    let contact = row.contact.as_ref().map(|sealed| open("contact", sealed));
    let answer = row.answer.as_ref().map(|sealed| open("answer", sealed));
    let answer = answer.transpose()?.zip(row.answered_at);
    Ok(ReportView {
        kind: ReportKind::parse(&row.kind).ok_or(Internal::new("a stored report is unknown"))?,
        what: open("what", &row.what)?,
        contact: contact.transpose()?,
        answer,
        at: row.at,
        id: row.id,
        number: row.number,
        page: row.page,
    })
}
