//! Rows of figures ↔ the domain's figures.

use std::collections::HashMap;

use domain::supervision::{Figures, Month};
use domain::{DepartmentCode, ItemCode};
use entities::monthly_figure::{ActiveModel, Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{FigureLine, Supervision};
use crate::Internal;
use crate::supervision::Scope;

/// A service of a department.
pub(super) type Place = (String, String);

/// One line with the service's code.
pub(super) struct Coded {
    pub(super) code: ItemCode,
    pub(super) line: FigureLine,
}

impl Supervision<'_> {
    /// The figures of some months in sight, by month and then as departments are listed.
    pub(super) async fn figure_rows(
        &self,
        scope: &Scope,
        from: Month,
        to: Month,
    ) -> Result<Vec<(Month, Coded)>, Internal> {
        let mut query = Entity::find()
            .filter(Column::Month.gte(from.first()))
            .filter(Column::Month.lte(to.first()));
        if let Scope::Department(code) = scope {
            query = query.filter(Column::DepartmentCode.eq(code.as_str()));
        }
        let rows = query.all(self.0.db().read()).await?;
        let catalogue = self.0.catalogue();
        let departments = catalogue.departments().await?;
        let order: HashMap<_, _> = departments
            .iter()
            .enumerate()
            .map(|(place, department)| (department.code.as_str(), (place, &department.name)))
            .collect();
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let code = ItemCode::new(row.item_code.clone());
            let (place, name) = order
                .get(row.department_code.as_str())
                .ok_or(Internal::new("a department is missing"))?;
            let line = FigureLine {
                department: DepartmentCode::new(row.department_code.clone()),
                department_name: (*name).clone(),
                item_name: Some(catalogue.item_name(&code).await?),
                figures: figures(&row),
            };
            lines.push((*place, Month::of(row.month), Coded { code, line }));
        }
        lines.sort_by(|(place, month, one), (other, at, two)| {
            (month, place, one.code.as_str()).cmp(&(at, other, two.code.as_str()))
        });
        Ok(lines
            .into_iter()
            .map(|(_, month, line)| (month, line))
            .collect())
    }
}

/// The lines of services put together by department, in their order.
pub(super) fn by_department<'a>(lines: impl Iterator<Item = &'a FigureLine>) -> Vec<FigureLine> {
    let mut all: Vec<FigureLine> = Vec::new();
    for line in lines {
        match all.last_mut() {
            Some(last) if last.department == line.department => last.figures.add(&line.figures),
            _ => all.push(FigureLine {
                item_name: None,
                ..line.clone()
            }),
        }
    }
    all
}

/// Names the figures once, for both ways.
macro_rules! columns {
    ($($name:ident),+ $(,)?) => {
        fn figures(row: &Model) -> Figures {
            Figures { $($name: u64::try_from(row.$name).unwrap_or_default()),+ }
        }

        /// The row of a service's figures.
        pub(super) fn active(month: Month, (department, item): Place, of: &Figures) -> ActiveModel {
            ActiveModel {
                month: Set(month.first()),
                department_code: Set(department),
                item_code: Set(item),
                $($name: Set(i64::try_from(of.$name).unwrap_or(i64::MAX))),+
            }
        }
    };
}

columns!(
    handed_in,
    accepted,
    not_accepted,
    corrections,
    returned,
    extended,
    withdrawn,
    granted,
    refused,
    void,
    deleted,
    transferred,
    timed,
    late_promise,
    late_law,
    days_taken,
    days_promised,
    days_suspended,
);
