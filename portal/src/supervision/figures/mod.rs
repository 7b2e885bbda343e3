//! The monthly figures. They are kept by month, department and service: pages read some hundred rows
//! whatever the number of cases, and a month that is over is never counted again.

mod count;
mod csv;
mod row;

pub(crate) use count::count_months;
pub(super) use count::result;
pub use csv::csv;
pub(super) use csv::{BYTE_ORDER_MARK, line};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::supervision::{Figures, Month, PublicFigures};
use domain::{DepartmentCode, ItemCode, Text};
use entities::monthly_count;
use sea_orm::EntityTrait;

use row::{Coded, by_department};

use super::{Scope, Supervision, scope};
use crate::Internal;
use crate::accounts::Officer;

/// Months shown beside the chosen one, for what changes in time.
const TREND_MONTHS: u32 = 11;

/// The figures of a department or of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// The department.
    pub department: DepartmentCode,
    /// Its name.
    pub department_name: Text,
    /// Name of the service; none for all of the department.
    pub item_name: Option<Text>,
    /// The figures.
    pub figures: Figures,
}

/// The figures of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresView {
    /// The month.
    pub month: Month,
    /// The months that have figures, the latest first.
    pub months: Vec<Month>,
    /// When the figures of this month were counted; none when they were not yet.
    pub counted_at: Option<DateTime<Utc>>,
    /// By department.
    pub departments: Vec<FigureLine>,
    /// By service, of the departments in their order.
    pub services: Vec<FigureLine>,
    /// All together, month by month, the oldest first.
    pub trend: Vec<(Month, Figures)>,
}

/// A month as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMonth {
    /// The month.
    pub month: Month,
    /// The months that can be read, the latest first.
    pub months: Vec<Month>,
    /// The services, by department: name of the department, of the service, code of the service, figures.
    pub lines: Vec<(Text, Text, ItemCode, PublicFigures)>,
    /// By department.
    pub departments: Vec<(Text, PublicFigures)>,
}

impl Supervision<'_> {
    /// The figures of a month, of the present one where none is asked for, as an officer sees them: of the
    /// own department, or of all. None for officers who see none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn figures(
        &self,
        officer: &Officer,
        month: Option<Month>,
    ) -> Result<Option<FiguresView>, Internal> {
        let Some(scope) = scope(officer) else {
            return Ok(None);
        };
        let month = month.unwrap_or_else(|| Month::at(self.0.now()));
        let counted = self.counted().await?;
        let first = month.back(TREND_MONTHS);
        let mut trend: BTreeMap<Month, Figures> = BTreeMap::new();
        let mut services = Vec::new();
        for (of, Coded { line, .. }) in self.figure_rows(&scope, first, month).await? {
            trend.entry(of).or_default().add(&line.figures);
            if of == month {
                services.push(line);
            }
        }
        Ok(Some(FiguresView {
            month,
            months: counted.keys().rev().copied().collect(),
            counted_at: counted.get(&month).copied(),
            departments: by_department(services.iter()),
            services,
            trend: trend.into_iter().collect(),
        }))
    }

    /// A month that is over, as everybody may read it: the latest where none is asked for. None when it is
    /// not over or was not counted to its end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_month(&self, month: Option<Month>) -> Result<Option<OpenMonth>, Internal> {
        let counted = self.counted().await?;
        let whole = counted
            .into_iter()
            .filter(|(month, at)| *at >= month.next().begins());
        let months: Vec<_> = whole.map(|(month, _)| month).rev().collect();
        let Some(month) = month.or(months.first().copied()) else {
            return Ok(None);
        };
        if !months.contains(&month) {
            return Ok(None);
        }
        let rows = self.figure_rows(&Scope::City, month, month).await?;
        let departments = by_department(rows.iter().map(|(_, coded)| &coded.line))
            .into_iter()
            .map(|line| (line.department_name, line.figures.public()));
        let departments = departments.collect();
        let lines = rows.into_iter().map(|(_, Coded { code, line })| {
            let figures = line.figures.public();
            let name = line.item_name.unwrap_or_else(|| Text::zh(code.as_str()));
            (line.department_name, name, code, figures)
        });
        Ok(Some(OpenMonth {
            month,
            months,
            departments,
            lines: lines.collect(),
        }))
    }

    /// When each month was last counted.
    async fn counted(&self) -> Result<BTreeMap<Month, DateTime<Utc>>, Internal> {
        let rows = monthly_count::Entity::find()
            .all(self.0.db().read())
            .await?;
        let month = |row: monthly_count::Model| (Month::of(row.month), row.counted_at);
        Ok(rows.into_iter().map(month).collect())
    }
}
