//! The lists of questions in the inboxes of two departments: each is a walk along one index, as the lists of
//! cases are.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::civil_date;
use domain::cases::{CaseNumber, Light};
use domain::consultations::{Closing, Opinion};
use domain::desk::InboxTab;
use domain::ids::{CaseId, DepartmentCode};
use domain::text::Text;
use entities::consultation::{Column, Entity, Model};
use entities::service_case;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::Consultations;
use super::store::{self, Days};
use crate::Internal;
use crate::accounts::Officer;
use crate::cases;

/// Ended questions that a list shows below the open ones; older ones are found in their cases.
const MAX_ENDED: u64 = 20;

/// A question in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationRow {
    /// Its identifier.
    pub id: String,
    /// The case.
    pub case: CaseId,
    /// Number of the case.
    pub number: CaseNumber,
    /// Name of the service.
    pub item_name: Text,
    /// The other department.
    pub other: Text,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Last day for the answer.
    pub due: NaiveDate,
    /// Working days until then, negative when it is late, and how urgent that is; none once it has ended.
    pub clock: Option<(i64, Light)>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// What was answered.
    pub opinion: Option<Opinion>,
}

/// The open questions to a department, or of it.
fn open(department: &DepartmentCode, tab: InboxTab) -> Select<Entity> {
    of(department, tab).filter(Column::ClosedAt.is_null())
}

fn of(department: &DepartmentCode, tab: InboxTab) -> Select<Entity> {
    let side = match tab {
        InboxTab::Consulted => Column::AskedDepartment,
        _ => Column::DepartmentCode,
    };
    Entity::find().filter(side.eq(department.as_str()))
}

/// The open questions of a list, for counting them.
pub(crate) fn count(department: &DepartmentCode, tab: InboxTab) -> Select<Entity> {
    open(department, tab).select_only().column(Column::Id)
}

/// So many open questions of a list behind a place in it, first due first.
pub(crate) fn page(
    department: &DepartmentCode,
    tab: InboxTab,
    after: Option<Expr>,
    rows: u64,
) -> Select<Entity> {
    let column = |column: Column| Expr::col((Entity, column));
    let mut list = open(department, tab);
    if let Some(after) = after {
        let place = Expr::tuple([column(Column::Due), column(Column::Id)]);
        list = list.filter(place.gt(after));
    }
    list.order_by_asc(Column::ClosedAt)
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Id)
        .limit(rows)
}

impl Consultations<'_> {
    /// The questions of a list that ended last.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub(crate) async fn ended(
        &self,
        officer: &Officer,
        tab: InboxTab,
    ) -> Result<Vec<ConsultationRow>, Internal> {
        let rows = of(&officer.department, tab)
            .filter(Column::ClosedAt.is_not_null())
            .order_by_desc(Column::ClosedAt)
            .order_by_desc(Column::Due)
            .order_by_desc(Column::Id)
            .limit(MAX_ENDED)
            .all(self.0.db().read())
            .await?;
        self.rows(officer, rows).await
    }

    /// Rows of a list, as they are shown.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub(crate) async fn rows(
        &self,
        officer: &Officer,
        rows: Vec<Model>,
    ) -> Result<Vec<ConsultationRow>, Internal> {
        let ids = rows.iter().map(|row| row.case_id.as_str());
        let cases = service_case::Entity::find()
            .filter(service_case::Column::Id.is_in(ids))
            .all(self.0.db().read())
            .await?;
        let cases: HashMap<_, _> = cases.iter().map(|row| (row.id.as_str(), row)).collect();
        let calendar = self.0.catalogue().calendar().await?;
        let days = Days {
            today: civil_date(self.0.now()),
            near: self.0.supervision().near_working_days().await?,
            calendar: &calendar,
        };
        let mut shown = Vec::with_capacity(rows.len());
        for row in &rows {
            let case = cases.get(row.case_id.as_str());
            let case = case.ok_or(Internal::new("the case of a question is missing"))?;
            shown.push(self.row(officer, row, case, days).await?);
        }
        Ok(shown)
    }

    async fn row(
        &self,
        officer: &Officer,
        row: &Model,
        case: &service_case::Model,
        days: Days<'_>,
    ) -> Result<ConsultationRow, Internal> {
        let case = cases::store::case(self.0.keys(), case)?;
        let is_own = row.department_code == officer.department.as_str();
        let other = if is_own {
            &row.asked_department
        } else {
            &row.department_code
        };
        let catalogue = self.0.catalogue();
        let other = catalogue.department(&DepartmentCode::new(other)).await?;
        Ok(ConsultationRow {
            id: row.id.clone(),
            item_name: cases::name_of(self.0, &case).await?,
            number: case
                .number
                .ok_or(Internal::new("a submitted case has no number"))?,
            case: case.id,
            other: other.name,
            asked_at: row.asked_at,
            due: row.due,
            clock: days.clock(row),
            closing: store::closing(row)?,
            opinion: store::opinion(row)?,
        })
    }
}
