//! Lists of cases to save, as CSV and as a workbook. Rows are read page by page and sent on, so the list of
//! a whole city takes no more memory than that of a day.

mod csv;
mod lines;
mod workbook;

pub use lines::{ExportLine, ExportTable};
pub use workbook::SavedWorkbook;

use chrono::NaiveDate;
use domain::cases::CaseState;
use domain::supervision::Month;
use domain::{DepartmentCode, ItemCode, Locale};
use entities::service_case::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};

use super::{Scope, Supervision, exports, scope};
use crate::accounts::Officer;
use crate::{Internal, audit, texts};

/// Most cases in one list: what office programs open without trouble, and a year of a city. Who needs
/// more chooses a shorter time.
pub const MAX_EXPORT_ROWS: u64 = 200_000;

/// Which cases are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportFilter {
    /// Of one service only.
    pub item: Option<ItemCode>,
    /// Of one department only.
    pub department: Option<DepartmentCode>,
    /// In one state only, by its key.
    pub state: Option<String>,
    /// Handed in on this day or later.
    pub from: Option<NaiveDate>,
    /// Handed in on this day or earlier.
    pub to: Option<NaiveDate>,
    /// With the answers, for reviewers of the department that handles the cases. Personal.
    pub answers: bool,
}

/// How an export begins.
#[derive(Clone)]
pub enum ExportStart {
    /// The list, which can be read once.
    Ready(ExportTable),
    /// More than [`MAX_EXPORT_ROWS`] cases.
    TooMany(u64),
}

/// What the list says in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct TableWords {
    locale: Locale,
}

impl TableWords {
    /// The words of a language.
    #[must_use]
    pub const fn new(locale: Locale) -> Self {
        Self { locale }
    }

    fn column(self, key: &str) -> String {
        texts::text(self.locale, &format!("export-column-{key}")).to_owned()
    }

    fn state(self, key: &str) -> String {
        texts::text(self.locale, &format!("case-state-{key}")).to_owned()
    }

    fn channel(self, key: &str) -> String {
        texts::text(self.locale, &format!("export-channel-{key}")).to_owned()
    }
}

impl Supervision<'_> {
    /// How many cases a list would hold; none for officers who save no lists.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn export_size(
        &self,
        officer: &Officer,
        filter: &ExportFilter,
    ) -> Result<Option<u64>, Internal> {
        let Some(departments) = self.departments_of(officer, filter).await? else {
            return Ok(None);
        };
        let mut size = 0;
        for department in &departments {
            let cases = chosen(department, filter);
            size += cases.count(self.0.db().read()).await?;
        }
        Ok(Some(size))
    }

    /// Begins a list, and writes down that it was taken and how long it is. None for officers who save no
    /// lists, or who ask for answers of cases that they do not decide.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_export(
        &self,
        officer: &Officer,
        filter: ExportFilter,
    ) -> Result<Option<ExportStart>, Internal> {
        let is_city = scope(officer) == Some(Scope::City);
        if filter.answers && is_city {
            return Ok(None);
        }
        let Some(departments) = self.departments_of(officer, &filter).await? else {
            return Ok(None);
        };
        let rows = self
            .export_size(officer, &filter)
            .await?
            .unwrap_or_default();
        if rows > MAX_EXPORT_ROWS {
            return Ok(Some(ExportStart::TooMany(rows)));
        }
        let (by, now) = (officer.id.clone(), self.0.now());
        let action = if filter.answers {
            "case.export-answers"
        } else {
            "case.export"
        };
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let who = audit::Actor::Officer(&by);
                    let size = format!("{rows} rows");
                    audit::record(tx, who, action, "service_case", None, &size, now).await
                })
            })
            .await?;
        let words = TableWords::new(officer.locale);
        let table = ExportTable::new(self.0.clone(), departments, filter, words, !is_city, rows);
        Ok(Some(ExportStart::Ready(table)))
    }

    /// The departments whose cases are listed.
    async fn departments_of(
        &self,
        officer: &Officer,
        filter: &ExportFilter,
    ) -> Result<Option<Vec<DepartmentCode>>, Internal> {
        let Some(scope) = scope(officer).filter(|_| exports(officer)) else {
            return Ok(None);
        };
        let all = self.0.catalogue().departments().await?;
        let codes = all.into_iter().map(|department| department.code);
        let is_chosen = |code: &DepartmentCode| {
            let asked = filter.department.as_ref();
            scope.holds(code.as_str()) && asked.is_none_or(|asked| asked == code)
        };
        Ok(Some(codes.filter(is_chosen).collect()))
    }
}

/// The cases of a department that are listed.
fn chosen(department: &DepartmentCode, filter: &ExportFilter) -> Select<Entity> {
    let mut query = Entity::find()
        .filter(Column::DepartmentCode.eq(department.as_str()))
        .filter(Column::SubmittedAt.is_not_null())
        .filter(Column::Number.is_not_null())
        .filter(Column::State.ne(CaseState::Draft.key()));
    if let Some(item) = &filter.item {
        query = query.filter(Column::ItemCode.eq(item.as_str()));
    }
    if let Some(state) = &filter.state {
        query = query.filter(Column::State.eq(state.as_str()));
    }
    if let Some(from) = filter.from {
        query = query.filter(Column::SubmittedAt.gte(midnight(from)));
    }
    if let Some(next) = filter.to.and_then(|to| to.succ_opt()) {
        query = query.filter(Column::SubmittedAt.lt(midnight(next)));
    }
    query
}

/// The instant at which a day begins in Beijing.
fn midnight(day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    let month = Month::of(day);
    month.begins() + (day - month.first())
}

/// A cell that no office program takes for a formula: what begins like one gets an apostrophe in front.
pub(super) fn plain(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(plain(cell), format!("'{cell}"));
        }
        for cell in ["", "1", "张*", "a=b", "'=1", " =1"] {
            assert_eq!(plain(cell), cell);
        }
    }
}
