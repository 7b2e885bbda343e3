//! The list of findings.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::Light;
use domain::supervision::{Card, Rules, Ruling, Watch};
use domain::{DepartmentCode, ItemCode, Text};
use entities::service_case;
use entities::supervision_finding::{Column, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Scope, Supervision, rules, scope, store};
use crate::accounts::Officer;
use crate::{Internal, Portal};

/// Findings of one page.
const PAGE_SIZE: usize = 30;

/// Which findings are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Those that are over; else those that go on.
    pub closed: bool,
    /// Of one light only.
    pub colour: Option<Light>,
    /// By one rule only.
    pub rule: Option<u16>,
    /// About one department only.
    pub department: Option<DepartmentCode>,
    /// Those behind this one, which was the last of the page before.
    pub after: Option<String>,
}

/// One finding in the list. Nothing personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// Its id.
    pub id: String,
    /// Number of the case; none where it would tell the department who has rated it badly.
    pub number: Option<String>,
    /// Name of the service.
    pub item_name: Text,
    /// Name of the department.
    pub department_name: Text,
    /// Number of the rule.
    pub rule: u16,
    /// What the rule watches; none for a rule that the program does not know any more.
    pub watch: Option<Watch>,
    /// The light.
    pub colour: Light,
    /// The card.
    pub card: Card,
    /// The day that it hangs on.
    pub day: NaiveDate,
    /// When it was found.
    pub opened_at: DateTime<Utc>,
    /// When it was over.
    pub closed_at: Option<DateTime<Utc>>,
    /// The department has explained it.
    pub explained: bool,
    /// What a supervisor has said.
    pub ruling: Option<Ruling>,
}

/// One page of findings, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingList {
    /// The findings.
    pub rows: Vec<FindingRow>,
    /// The id behind which the next page begins; none on the last one.
    pub next: Option<String>,
}

impl Supervision<'_> {
    /// One page of the findings that an officer sees; none for officers who see no findings.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn findings(
        &self,
        officer: &Officer,
        filter: &FindingFilter,
    ) -> Result<Option<FindingList>, Internal> {
        let Some(scope) = scope(officer) else {
            return Ok(None);
        };
        let mut query = scope.findings();
        query = if filter.closed {
            query.filter(Column::ClosedAt.is_not_null())
        } else {
            query.filter(Column::ClosedAt.is_null())
        };
        if let Some(colour) = filter.colour {
            query = query.filter(Column::Colour.eq(colour.key()));
        }
        if let Some(rule) = filter.rule {
            query = query.filter(Column::Rule.eq(rule));
        }
        if let Some(department) = &filter.department {
            query = query.filter(Column::DepartmentCode.eq(department.as_str()));
        }
        if let Some(after) = &filter.after {
            query = query.filter(Column::Id.lt(after.as_str()));
        }
        let mut found = query
            .order_by_desc(Column::Id)
            .limit(u64::try_from(PAGE_SIZE + 1).unwrap_or(u64::MAX))
            .all(self.0.db().read())
            .await?;
        let is_more = found.len() > PAGE_SIZE;
        found.truncate(PAGE_SIZE);
        let next = found.last().filter(|_| is_more).map(|row| row.id.clone());
        let rows = rows(self.0, &scope, found).await?;
        Ok(Some(FindingList { rows, next }))
    }
}

/// Rows as lists and pages show them to who sees so far.
pub(super) async fn rows(
    portal: &Portal,
    scope: &Scope,
    found: Vec<Model>,
) -> Result<Vec<FindingRow>, Internal> {
    let db = portal.db().read();
    let rules = rules::current(db).await?.rules;
    let cases = found.iter().map(|row| row.case_id.as_str());
    let numbers: HashMap<String, Option<String>> = service_case::Entity::find()
        .select_only()
        .column(service_case::Column::Id)
        .column(service_case::Column::Number)
        .filter(service_case::Column::Id.is_in(cases))
        .into_tuple::<(String, Option<String>)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        let number = numbers.get(&row.case_id).cloned().flatten();
        rows.push(one(portal, scope, row, number, &rules).await?);
    }
    Ok(rows)
}

async fn one(
    portal: &Portal,
    scope: &Scope,
    row: Model,
    number: Option<String>,
    rules: &Rules,
) -> Result<FindingRow, Internal> {
    let catalogue = portal.catalogue();
    let rule = store::number(row.rule)?;
    let watch = rules.rule(rule).map(|rule| rule.watch);
    let department = DepartmentCode::new(row.department_code.clone());
    Ok(FindingRow {
        number: number.filter(|_| scope.names_case(watch)),
        item_name: catalogue
            .item_name(&ItemCode::new(row.item_code.clone()))
            .await?,
        department_name: catalogue.department(&department).await?.name,
        rule,
        watch,
        colour: store::colour(&row.colour)?,
        card: store::card(&row)?,
        day: row.day,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
        explained: row.explanation.is_some(),
        ruling: store::ruling(&row)?,
        id: row.id,
    })
}
