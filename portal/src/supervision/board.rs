//! The supervisor's board: how many cases of each department show which light.

use std::collections::BTreeMap;

use domain::cases::Light;
use domain::{DepartmentCode, Text};
use entities::{service_case, supervision_finding};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

use super::{Supervision, scope, store};
use crate::Internal;
use crate::accounts::Officer;

/// States of cases that the office has not finished.
const OPEN_STATES: [&str; 8] = [
    "prechecking",
    "returned",
    "submitted",
    "correction_requested",
    "accepted",
    "suspended",
    "proposed",
    "approved",
];

/// The lights of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentLights {
    /// Code of the department.
    pub code: DepartmentCode,
    /// Its name.
    pub name: Text,
    /// Cases that go on and about which nothing was found.
    pub green: u64,
    /// Cases with a yellow finding that goes on.
    pub yellow: u64,
    /// Cases with a red one.
    pub red: u64,
    /// Cases with a blue one.
    pub blue: u64,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The departments that have cases or findings, as departments are listed.
    pub departments: Vec<DepartmentLights>,
    /// Whether there can be more than one.
    pub is_city: bool,
}

impl Supervision<'_> {
    /// The board as an officer sees it; none for officers who see no findings.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn board(&self, officer: &Officer) -> Result<Option<Board>, Internal> {
        let Some(scope) = scope(officer) else {
            return Ok(None);
        };
        let mut counts: BTreeMap<String, [u64; 4]> = BTreeMap::new();
        for (department, colour, cases) in self.found(&scope).await? {
            let counts = counts.entry(department).or_default();
            counts[place(store::colour(&colour)?)] += cases;
        }
        for (department, cases) in self.untroubled(&scope).await? {
            counts.entry(department).or_default()[place(Light::Green)] += cases;
        }
        let departments = self.0.catalogue().departments().await?;
        let lights = departments.into_iter().filter_map(|department| {
            let counts = counts.remove(department.code.as_str())?;
            Some(DepartmentLights {
                green: counts[place(Light::Green)],
                yellow: counts[place(Light::Yellow)],
                red: counts[place(Light::Red)],
                blue: counts[place(Light::Blue)],
                code: department.code,
                name: department.name,
            })
        });
        Ok(Some(Board {
            departments: lights.collect(),
            is_city: scope == super::Scope::City,
        }))
    }

    /// Cases by department and light.
    async fn found(&self, scope: &super::Scope) -> Result<Vec<(String, String, u64)>, Internal> {
        use supervision_finding::Column as F;
        let cases = Expr::col(F::CaseId).count_distinct();
        let rows: Vec<(String, String, i64)> = scope
            .findings()
            .select_only()
            .column(F::DepartmentCode)
            .column(F::Colour)
            .column_as(cases, "cases")
            .filter(F::ClosedAt.is_null())
            .group_by(F::DepartmentCode)
            .group_by(F::Colour)
            .into_tuple()
            .all(self.0.db().read())
            .await?;
        let wide = |(department, colour, cases)| (department, colour, count(cases));
        Ok(rows.into_iter().map(wide).collect())
    }

    /// Cases that go on without a finding, by department.
    async fn untroubled(&self, scope: &super::Scope) -> Result<Vec<(String, u64)>, Internal> {
        use service_case::Column as C;
        let troubled = Query::select()
            .column(supervision_finding::Column::CaseId)
            .from(supervision_finding::Entity)
            .and_where(supervision_finding::Column::ClosedAt.is_null())
            .take();
        let mut query = service_case::Entity::find()
            .select_only()
            .column(C::DepartmentCode)
            .column_as(C::Id.count(), "cases")
            .filter(C::State.is_in(OPEN_STATES))
            .filter(C::Id.not_in_subquery(troubled))
            .group_by(C::DepartmentCode);
        if let super::Scope::Department(code) = scope {
            query = query.filter(C::DepartmentCode.eq(code.as_str()));
        }
        let rows: Vec<(String, i64)> = query.into_tuple().all(self.0.db().read()).await?;
        Ok(rows
            .into_iter()
            .map(|(code, cases)| (code, count(cases)))
            .collect())
    }
}

fn count(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or_default()
}

const fn place(light: Light) -> usize {
    match light {
        Light::Green => 0,
        Light::Yellow => 1,
        Light::Red => 2,
        Light::Blue => 3,
    }
}
