//! The inbox of a department.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Calendar, DueDate, civil_date};
use domain::cases::{CaseNumber, Light, ProcedureKind};
use domain::desk::{InboxFilter, InboxTab, LightThresholds};
use domain::identity::mask_name;
use domain::ids::{AccountId, CaseId, ItemCode};
use domain::text::Text;
use entities::service_case;
use sea_orm::{ColumnTrait, QueryFilter};

use super::lists::{self, Cursor, MAX_COUNT, PAGE_SIZE, Reader};
use super::{Colleague, Desk};
use crate::Internal;
use crate::accounts::Officer;
use crate::cases::{name_of, store};
use crate::catalogue;
use crate::consultations::ConsultationRow;

/// One page of the inbox.
#[derive(Clone, Debug)]
pub struct Inbox {
    /// What is shown.
    pub filter: InboxFilter,
    /// How many cases each list has.
    pub counts: Vec<(InboxTab, Count)>,
    /// The cases.
    pub rows: Vec<InboxRow>,
    /// The questions between departments, where the list is one of those.
    pub questions: Vec<ConsultationRow>,
    /// Those of them that ended last.
    pub ended: Vec<ConsultationRow>,
    /// Where the next page begins; none on the last one.
    pub next: Option<String>,
    /// Whether pages come before this one.
    pub is_first: bool,
    /// The services of the department, to filter by.
    pub services: Vec<(ItemCode, Text)>,
    /// Those who can have a case, to filter by and to assign to.
    pub colleagues: Vec<Colleague>,
    /// For whom the officer stands in today.
    pub stands_in_for: Vec<String>,
}

impl Inbox {
    /// What a role without cases finds.
    const fn empty(filter: InboxFilter) -> Self {
        Self {
            filter,
            counts: Vec::new(),
            rows: Vec::new(),
            questions: Vec::new(),
            ended: Vec::new(),
            next: None,
            is_first: true,
            services: Vec::new(),
            colleagues: Vec::new(),
            stands_in_for: Vec::new(),
        }
    }
}

/// A number that is counted only so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// More than [`MAX_COUNT`].
    Many,
}

impl Count {
    fn new(count: u64) -> Self {
        if count > MAX_COUNT {
            Self::Many
        } else {
            Self::Exactly(count)
        }
    }
}

/// One case in the inbox.
#[derive(Clone, Debug)]
pub struct InboxRow {
    /// The case.
    pub id: CaseId,
    /// Its revision, which an action on it names.
    pub revision: u32,
    /// Its number.
    pub number: CaseNumber,
    /// Name of the service.
    pub item_name: Text,
    /// The applicant's name, masked: a list is no place for full names.
    pub applicant_masked: String,
    /// The last part of a Fluent key `case-state-…`.
    pub state: &'static str,
    /// The special procedure that it waits for.
    pub procedure: Option<ProcedureKind>,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When the next thing is due.
    pub due: Option<DueDate>,
    /// Working days until then; negative when overdue.
    pub days_left: Option<i64>,
    /// How urgent it is.
    pub light: Light,
    /// Whose case it is.
    pub assignee: Option<AccountId>,
    /// The name of that officer.
    pub assignee_name: Option<String>,
    /// The applicant calls something wrong that was filled in.
    pub questioned: bool,
    /// The applicant has written a message that nobody has opened.
    pub new_message: bool,
    /// Whether it is one of the own department.
    pub is_own: bool,
}

impl Desk<'_> {
    /// A page of a list; `after` is what the page before gave as [`Inbox::next`]. It is empty for roles without
    /// cases.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn inbox(
        &self,
        officer: &Officer,
        filter: InboxFilter,
        after: Option<&str>,
    ) -> Result<Inbox, Internal> {
        if !officer.role.has_cases() {
            return Ok(Inbox::empty(filter));
        }
        let db = self.0.db().read();
        let calendar = self.0.catalogue().calendar().await?;
        let today = civil_date(self.0.now());
        let near = self.0.supervision().near_working_days().await?;
        let represented = self.represented(officer).await?;
        let mut officers = vec![officer.id.clone()];
        officers.extend(represented.iter().cloned());
        let reader = Reader {
            department: &officer.department,
            officers: &officers,
            thresholds: LightThresholds::on(today, near, &calendar),
        };
        let after = after.and_then(|after| Cursor::read(after, filter.order));
        let (mut questions, mut ended) = (Vec::new(), Vec::new());
        let (rows, next) = match filter.tab {
            InboxTab::Asked => self.asked_page(officer, after.as_ref()).await?,
            tab @ (InboxTab::Consulted | InboxTab::Consulting) => {
                let next;
                (questions, next) = self.questions(officer, tab, after.as_ref()).await?;
                if after.is_none() {
                    ended = self.0.consultations().ended(officer, tab).await?;
                }
                (Vec::new(), next)
            }
            _ => self.page(&reader, &filter, after.as_ref()).await?,
        };
        let mut counts = Vec::new();
        for tab in InboxTab::all() {
            let count = lists::count(db, &reader, tab).await?;
            counts.push((tab, Count::new(count)));
        }
        let colleagues = self.colleagues(officer).await?;
        let of = |id: &AccountId| colleagues.iter().find(|one| one.id == *id);
        let stands_in_for = represented.iter().filter_map(of);
        let stands_in_for = stands_in_for.map(|one| one.name.clone()).collect();
        Ok(Inbox {
            rows: self.rows(officer, rows, today, &calendar).await?,
            questions,
            ended,
            counts,
            next: next.map(|cursor| cursor.text()),
            is_first: after.is_none(),
            services: self.services(officer).await?,
            stands_in_for,
            colleagues,
            filter,
        })
    }

    async fn page(
        &self,
        reader: &Reader<'_>,
        filter: &InboxFilter,
        after: Option<&Cursor>,
    ) -> Result<(Vec<service_case::Model>, Option<Cursor>), Internal> {
        let page = lists::page(reader, filter, after);
        let mut rows = page.all(self.0.db().read()).await?;
        let is_last = rows.len() as u64 <= PAGE_SIZE;
        rows.truncate(usize::try_from(PAGE_SIZE).unwrap_or_default());
        let last = rows.last().filter(|_| !is_last);
        let next = last.and_then(|row| Cursor::of(row, filter.order));
        Ok((rows, next))
    }

    /// A page of what other departments ask, each case once.
    async fn asked_page(
        &self,
        officer: &Officer,
        after: Option<&Cursor>,
    ) -> Result<(Vec<service_case::Model>, Option<Cursor>), Internal> {
        let db = self.0.db().read();
        let mut steps = lists::asked(&officer.department, after).all(db).await?;
        let is_last = steps.len() as u64 <= PAGE_SIZE;
        steps.truncate(usize::try_from(PAGE_SIZE).unwrap_or_default());
        let next = steps.last().filter(|_| !is_last).map(Cursor::of_step);
        steps.dedup_by(|one, other| one.case_id == other.case_id);
        let ids = steps.iter().map(|step| step.case_id.as_str());
        let found = super::visible(officer).filter(service_case::Column::Id.is_in(ids));
        let found = found.all(db).await?;
        let mut found: HashMap<_, _> = found.into_iter().map(|row| (row.id.clone(), row)).collect();
        let rows = steps.iter().filter_map(|step| found.remove(&step.case_id));
        Ok((rows.collect(), next))
    }

    /// A page of the questions between departments.
    async fn questions(
        &self,
        officer: &Officer,
        tab: InboxTab,
        after: Option<&Cursor>,
    ) -> Result<(Vec<ConsultationRow>, Option<Cursor>), Internal> {
        let page = lists::questions(&officer.department, tab, after);
        let mut rows = page.all(self.0.db().read()).await?;
        let is_last = rows.len() as u64 <= PAGE_SIZE;
        rows.truncate(usize::try_from(PAGE_SIZE).unwrap_or_default());
        let next = rows.last().filter(|_| !is_last).map(Cursor::of_question);
        let rows = self.0.consultations().rows(officer, rows).await?;
        Ok((rows, next))
    }

    /// The services of the department, by name.
    pub(super) async fn services(
        &self,
        officer: &Officer,
    ) -> Result<Vec<(ItemCode, Text)>, Internal> {
        let filter = catalogue::Filter {
            department: Some(officer.department.clone()),
            ..catalogue::Filter::default()
        };
        let found = self.0.catalogue().browse(&filter).await?;
        let services = found.rows.iter().filter(|row| row.online);
        Ok(services
            .map(|row| (row.code.clone(), row.name.clone()))
            .collect())
    }

    /// Rows of a list, as they are shown.
    pub(super) async fn rows(
        &self,
        officer: &Officer,
        rows: Vec<service_case::Model>,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> Result<Vec<InboxRow>, Internal> {
        let people = rows.iter().flat_map(|row| {
            let officer = row.assignee_id.as_deref();
            [Some(row.applicant_id.as_str()), officer]
                .into_iter()
                .flatten()
        });
        let names = self.names_of(people).await?;
        let near = self.0.supervision().near_working_days().await?;
        let mut shown = Vec::with_capacity(rows.len());
        for row in rows {
            shown.push(
                self.row(officer, row, &names, (today, near), calendar)
                    .await?,
            );
        }
        Ok(shown)
    }

    async fn row(
        &self,
        officer: &Officer,
        row: service_case::Model,
        names: &HashMap<String, String>,
        (today, near): (NaiveDate, u32),
        calendar: &Calendar,
    ) -> Result<InboxRow, Internal> {
        let case = store::case(self.0.keys(), &row)?;
        let due = store::days_left(&case, today, calendar);
        let days_left = due.map(|(_, days)| days);
        let name = |id: &String| names.get(id).cloned();
        Ok(InboxRow {
            number: case
                .number
                .clone()
                .ok_or(Internal::new("a submitted case has no number"))?,
            revision: case.revision,
            item_name: name_of(self.0, &case).await?,
            applicant_masked: name(&row.applicant_id)
                .map(|name| mask_name(&name))
                .unwrap_or_default(),
            state: case.state.key(),
            procedure: case.state.procedure(),
            submitted_at: row.submitted_at.unwrap_or(row.updated_at),
            due: due.map(|(due, _)| due),
            days_left,
            light: Light::of(&case.state, days_left, near),
            assignee_name: row.assignee_id.as_ref().and_then(name),
            assignee: row.assignee_id.map(AccountId::new),
            questioned: row.questioned == Some(true),
            new_message: row.new_message == Some(true),
            is_own: case.department == officer.department,
            id: case.id,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::desk::InboxOrder;

    use super::*;

    #[test]
    fn a_cursor_reads_what_it_wrote_and_nothing_else() {
        for (text, order) in [
            ("2026-11-09.01935a3e-7c00", InboxOrder::Due),
            ("1795232825123.01935a3e-7c00", InboxOrder::Submitted),
            ("1795232825123.a", InboxOrder::Latest),
        ] {
            let cursor = Cursor::read(text, order);
            assert_eq!(cursor.map(|it| it.text()).as_deref(), Some(text));
        }
        for text in ["", "2026-11-09", "2026-11-09.a b", "1795232825123.a", "x.y"] {
            assert_eq!(Cursor::read(text, InboxOrder::Due), None, "{text}");
        }
    }
}
