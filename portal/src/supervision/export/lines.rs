//! The lines of a list, page by page.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Calendar, civil_date, civil_time};
use domain::cases::{CaseClock, EventKind};
use domain::identity::mask_name;
use domain::supervision::Decision;
use domain::{DepartmentCode, ItemCode};
use entities::service_case::{Column, Model};
use entities::{account, case_answers, case_event};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{ExportFilter, TableWords, chosen};
use crate::supervision::figures::result;
use crate::{Internal, Portal, accounts, texts};

/// Cases read at once.
const PAGE_ROWS: u64 = 1_000;
/// The same with answers, which can be long.
const PAGE_ROWS_WITH_ANSWERS: u64 = 100;

/// The columns of every list; each is the end of a Fluent key `export-column-…`.
const COLUMNS: [&str; 17] = [
    "number",
    "service",
    "code",
    "department",
    "state",
    "result",
    "submitted",
    "accepted",
    "ended",
    "promised",
    "law",
    "next",
    "taken",
    "promised-days",
    "suspended",
    "late",
    "channel",
];

/// The events that end the work of the office.
const ENDS: [&str; 8] = [
    EventKind::Settle.key(),
    EventKind::Decide.key(),
    EventKind::DecideByRule.key(),
    EventKind::DeemGranted.key(),
    EventKind::RefuseAcceptance.key(),
    EventKind::Withdraw.key(),
    EventKind::DeemWithdrawn.key(),
    EventKind::Close.key(),
];

/// One line: a cell for each column.
pub type ExportLine = Vec<String>;

/// A list of cases that is being read.
#[derive(Clone)]
pub struct ExportTable {
    pub(super) portal: Portal,
    filter: ExportFilter,
    words: TableWords,
    /// The departments that are still to be read, the last one first.
    departments: Vec<DepartmentCode>,
    /// The last case that was read of the present department.
    after: Option<(DateTime<Utc>, String)>,
    with_applicant: bool,
    left: u64,
}

impl ExportTable {
    pub(super) fn new(
        portal: Portal,
        mut departments: Vec<DepartmentCode>,
        filter: ExportFilter,
        words: TableWords,
        with_applicant: bool,
        rows: u64,
    ) -> Self {
        departments.reverse();
        Self {
            portal,
            filter,
            words,
            departments,
            after: None,
            with_applicant,
            left: rows,
        }
    }

    /// The names of the columns.
    #[must_use]
    pub fn head(&self) -> ExportLine {
        let more = [
            self.with_applicant.then_some("applicant"),
            self.filter.answers.then_some("answers"),
        ];
        let columns = COLUMNS.into_iter().chain(more.into_iter().flatten());
        columns.map(|column| self.words.column(column)).collect()
    }

    /// The next lines; none at the end. Cases handed in since the list was begun may push others out, so
    /// that it never becomes longer than was written down.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn next_page(&mut self) -> Result<Option<Vec<ExportLine>>, Internal> {
        while let Some(department) = self.departments.last()
            && self.left > 0
        {
            let rows = self.rows(department).await?;
            let Some(last) = rows.last() else {
                self.departments.pop();
                self.after = None;
                continue;
            };
            let at = last.submitted_at.unwrap_or_default();
            self.after = Some((at, last.id.clone()));
            let read = u64::try_from(rows.len()).unwrap_or(self.left);
            self.left = self.left.saturating_sub(read);
            return self.lines(rows).await.map(Some);
        }
        Ok(None)
    }

    async fn rows(&self, department: &DepartmentCode) -> Result<Vec<Model>, Internal> {
        let mut query = chosen(department, &self.filter);
        if let Some((at, id)) = &self.after {
            let same = Column::SubmittedAt.eq(*at).and(Column::Id.gt(id.as_str()));
            query = query
                .filter(Column::SubmittedAt.gte(*at))
                .filter(Column::SubmittedAt.gt(*at).or(same));
        }
        let page = if self.filter.answers {
            PAGE_ROWS_WITH_ANSWERS
        } else {
            PAGE_ROWS
        };
        let rows = query
            .order_by_asc(Column::SubmittedAt)
            .order_by_asc(Column::Id)
            .limit(Ord::min(page, self.left))
            .all(self.portal.db().read())
            .await?;
        Ok(rows)
    }

    async fn lines(&self, rows: Vec<Model>) -> Result<Vec<ExportLine>, Internal> {
        let calendar = self.portal.catalogue().calendar().await?;
        let ended = self.ended(&rows).await?;
        let names = self.names(&rows).await?;
        let mut answers = self.answers(&rows).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let mut line = self.line(&row, ended.get(&row.id), &calendar).await?;
            if self.with_applicant {
                line.push(names.get(&row.applicant_id).cloned().unwrap_or_default());
            }
            if self.filter.answers {
                line.push(answers.remove(&row.id).unwrap_or_default());
            }
            lines.push(line);
        }
        Ok(lines)
    }

    async fn line(
        &self,
        row: &Model,
        end: Option<&(String, DateTime<Utc>)>,
        calendar: &Calendar,
    ) -> Result<ExportLine, Internal> {
        let catalogue = self.portal.catalogue();
        let locale = self.words.locale;
        let item = ItemCode::new(row.item_code.clone());
        let department = DepartmentCode::new(row.department_code.clone());
        let department = catalogue.department(&department).await?.name;
        let result = match end {
            Some(_) => Some(result(&self.portal, &row.id, &row.state).await?),
            None => None,
        };
        let decision = decision(row, end, calendar)?;
        let days = |of: fn(&Decision) -> u64| decision.as_ref().map(of);
        let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
        let late = decision.map(|it| u64::from(it.late_promise));
        Ok(vec![
            row.number.clone().unwrap_or_default(),
            texts::content(locale, &catalogue.item_name(&item).await?).into_owned(),
            row.item_code.clone(),
            texts::content(locale, &department).into_owned(),
            self.words.state(&row.state),
            number(result.map(|code| u64::from(code.number()))),
            row.submitted_at.map(instant).unwrap_or_default(),
            day(row.accepted_on),
            day(end.map(|(_, at)| civil_date(*at))),
            day(row.promised_due),
            day(row.statutory_due),
            day(row.next_due),
            number(days(|it| it.taken)),
            number(days(|it| it.promised)),
            number(days(|it| it.suspended)),
            number(late),
            self.words.channel(&row.channel),
        ])
    }

    /// What ended the work of the office on each case, and when.
    async fn ended(
        &self,
        rows: &[Model],
    ) -> Result<HashMap<String, (String, DateTime<Utc>)>, Internal> {
        use case_event::Column as E;
        let found: Vec<(String, String, DateTime<Utc>)> = case_event::Entity::find()
            .select_only()
            .columns([E::CaseId, E::Kind, E::At])
            .filter(E::CaseId.is_in(rows.iter().map(|row| row.id.as_str())))
            .filter(E::Kind.is_in(ENDS))
            .into_tuple()
            .all(self.portal.db().read())
            .await?;
        let by_case = |(case, kind, at)| (case, (kind, at));
        Ok(found.into_iter().map(by_case).collect())
    }

    /// The applicants' names, masked: a list is no place for full names.
    async fn names(&self, rows: &[Model]) -> Result<HashMap<String, String>, Internal> {
        if !self.with_applicant {
            return Ok(HashMap::new());
        }
        let mut ids: Vec<_> = rows.iter().map(|row| row.applicant_id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(ids))
            .all(self.portal.db().read())
            .await?;
        let mut names = HashMap::with_capacity(accounts.len());
        for account in accounts {
            let name = accounts::store::name(self.portal.keys(), &account)?;
            names.insert(account.id, mask_name(&name));
        }
        Ok(names)
    }

    /// What was answered, as JSON: the values of each question by its key.
    async fn answers(&self, rows: &[Model]) -> Result<HashMap<String, String>, Internal> {
        if !self.filter.answers {
            return Ok(HashMap::new());
        }
        let found = case_answers::Entity::find()
            .filter(case_answers::Column::CaseId.is_in(rows.iter().map(|row| row.id.as_str())))
            .all(self.portal.db().read())
            .await?;
        let mut answers = HashMap::with_capacity(found.len());
        for row in found {
            let keys = self.portal.keys();
            let body: domain::forms::Answers =
                keys.open_json("case_answers", "body", &row.case_id, &row.body)?;
            let values: serde_json::Map<String, serde_json::Value> = body
                .iter()
                .map(|(key, answer)| (key.to_owned(), answer.values.clone().into()))
                .collect();
            answers.insert(row.case_id, serde_json::to_string(&values)?);
        }
        Ok(answers)
    }
}

/// How long the decision took, where the case was decided after acceptance.
fn decision(
    row: &Model,
    end: Option<&(String, DateTime<Utc>)>,
    calendar: &Calendar,
) -> Result<Option<Decision>, Internal> {
    let decided = |kind: &str| {
        let kind = EventKind::parse(kind);
        matches!(
            kind,
            Some(EventKind::Decide | EventKind::DecideByRule | EventKind::DeemGranted)
        )
    };
    let Some((clock, (_, at))) = row
        .clock
        .as_ref()
        .zip(end.filter(|(kind, _)| decided(kind)))
    else {
        return Ok(None);
    };
    let clock: CaseClock = serde_json::from_str(clock)?;
    Ok(Some(Decision::on(civil_date(*at), &clock, calendar)))
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn instant(at: DateTime<Utc>) -> String {
    civil_time(at).format("%Y-%m-%d %H:%M").to_string()
}
