//! Rows of questions and what they stand for.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Calendar;
use domain::cases::Light;
use domain::consultations::{Closing, Opinion};
use domain::ids::{CaseId, DepartmentCode, MaterialId};
use domain::text::Text;
use entities::consultation::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select, UpdateMany};

use crate::sealing::Keys;
use crate::{Internal, Portal};

pub(super) const TABLE: &str = "consultation";
/// What the audit trail calls a case.
pub(super) const CASE: &str = "service_case";

/// A question between departments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationView {
    /// Its identifier.
    pub id: String,
    /// The case.
    pub case: CaseId,
    /// Name of the department that asks.
    pub asking: Text,
    /// Name of the department that is asked.
    pub asked: Text,
    /// Name of the officer who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Last day for the answer.
    pub due: NaiveDate,
    /// Working days until then, negative when it is late, and how urgent that is; none once it has ended.
    pub clock: Option<(i64, Light)>,
    /// The question; none where the reader may not read it any more.
    pub question: Option<String>,
    /// How it ended, when, and by whom where somebody did it.
    pub closing: Option<(Closing, DateTime<Utc>, Option<String>)>,
    /// What was answered.
    pub answer: Option<AnswerView>,
    /// The materials that the asked department may open.
    pub materials: Vec<MaterialId>,
}

/// What a department has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// What it thinks.
    pub opinion: Opinion,
    /// Why; may be empty.
    pub text: String,
}

/// What days are counted with.
#[derive(Clone, Copy)]
pub(super) struct Days<'a> {
    pub today: NaiveDate,
    pub near: u32,
    pub calendar: &'a Calendar,
}

impl Days<'_> {
    /// Working days until an open question is due, and its light.
    pub fn clock(&self, row: &Model) -> Option<(i64, Light)> {
        if row.closed_at.is_some() {
            return None;
        }
        let left = self.calendar.working_days_between(self.today, row.due);
        Some((left, Light::of_days(left, self.near)))
    }
}

/// The view of a row; `names` are those of the officers in it.
pub(super) async fn view(
    portal: &Portal,
    row: &Model,
    names: &HashMap<String, String>,
    days: Days<'_>,
) -> Result<ConsultationView, Internal> {
    let department = async |code: &str| {
        let code = DepartmentCode::new(code);
        portal.catalogue().department(&code).await
    };
    let closing = closing(row)?.zip(row.closed_at).map(|(closing, at)| {
        let by = row.closed_by.as_ref().and_then(|id| names.get(id));
        (closing, at, by.cloned())
    });
    Ok(ConsultationView {
        asking: department(&row.department_code).await?.name,
        asked: department(&row.asked_department).await?.name,
        asked_by: names.get(&row.asked_by).cloned().unwrap_or_default(),
        asked_at: row.asked_at,
        due: row.due,
        clock: days.clock(row),
        question: Some(question(portal.keys(), row)?),
        closing,
        answer: answer(portal.keys(), row)?,
        materials: materials(row)?,
        id: row.id.clone(),
        case: CaseId::new(row.case_id.clone()),
    })
}

/// The officers whom rows name.
pub(super) fn people(rows: &[Model]) -> impl Iterator<Item = &str> {
    rows.iter().flat_map(|row| {
        let closed_by = row.closed_by.as_deref();
        [Some(row.asked_by.as_str()), closed_by]
            .into_iter()
            .flatten()
    })
}

pub(super) fn opinion(row: &Model) -> Result<Option<Opinion>, Internal> {
    let read =
        |key: &String| Opinion::parse(key).ok_or(Internal::new("a stored opinion is unknown"));
    row.opinion.as_ref().map(read).transpose()
}

pub(super) fn closing(row: &Model) -> Result<Option<Closing>, Internal> {
    let read = |key: &String| {
        Closing::parse(key).ok_or(Internal::new("a stored end of a question is unknown"))
    };
    row.closing.as_ref().map(read).transpose()
}

pub(super) fn materials(row: &Model) -> Result<Vec<MaterialId>, Internal> {
    Ok(serde_json::from_str(&row.materials)?)
}

fn question(keys: &Keys, row: &Model) -> Result<String, Internal> {
    keys.open_text(TABLE, "question", &row.id, &row.question)
}

fn answer(keys: &Keys, row: &Model) -> Result<Option<AnswerView>, Internal> {
    let Some((opinion, sealed)) = opinion(row)?.zip(row.answer.as_ref()) else {
        return Ok(None);
    };
    let text = keys.open_text(TABLE, "answer", &row.id, sealed)?;
    Ok(Some(AnswerView { opinion, text }))
}

/// The questions on a case.
pub(super) fn of_case(case: &str) -> Select<Entity> {
    Entity::find().filter(Column::CaseId.eq(case))
}

/// Ends what is still open among some questions.
pub(super) fn close(
    closing: Closing,
    by: Option<String>,
    now: DateTime<Utc>,
) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::ClosedAt, Expr::value(Some(now)))
        .col_expr(Column::ClosedBy, Expr::value(by))
        .col_expr(Column::Closing, Expr::value(Some(closing.key())))
        .filter(Column::ClosedAt.is_null())
}
