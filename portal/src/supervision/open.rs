//! One finding, with as much of its case as supervision needs: dates and what happened in kind. No
//! answers, no names, nothing that was written.

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::EventKind;
use entities::supervision_finding::Column;
use entities::{case_event, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::explain::said;
use super::list::{self, FindingRow};
use super::store::record;
use super::{Supervision, scope};
use crate::Internal;
use crate::accounts::Officer;

/// Something that happened to the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: EventKind,
    /// Who, in kind: the last part of a Fluent key `party-…`.
    pub party: String,
}

/// What supervision tells of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDates {
    /// Key of its state.
    pub state: String,
    /// When it was last handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// Last day as promised.
    pub promised_due: Option<NaiveDate>,
    /// Last day by law.
    pub statutory_due: Option<NaiveDate>,
    /// Last day for what it waits for now.
    pub next_due: Option<NaiveDate>,
    /// What happened, oldest first.
    pub history: Vec<Past>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// The finding as in the list.
    pub row: FindingRow,
    /// What is told of the case; none where even its dates would say who has rated it badly.
    pub case: Option<CaseDates>,
    /// How the department explains it, and since when.
    pub explanation: Option<(String, Option<DateTime<Utc>>)>,
    /// The reasons of the ruling, and since when.
    pub reasons: Option<(String, Option<DateTime<Utc>>)>,
    /// Whether the officer can explain it.
    pub can_explain: bool,
    /// Whether the officer can rule on it.
    pub can_rule: bool,
}

impl Supervision<'_> {
    /// A finding that the officer sees; any other is not found.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(&self, officer: &Officer, id: &str) -> Result<Option<FindingView>, Internal> {
        let Some(scope) = scope(officer) else {
            return Ok(None);
        };
        let db = self.0.db().read();
        let found = scope.findings().filter(Column::Id.eq(id));
        let Some(finding) = found.one(db).await? else {
            return Ok(None);
        };
        let record = record(&finding)?;
        let explanation = said(
            self.0,
            &finding,
            "explanation",
            finding.explanation.as_ref(),
        )?;
        let reasons = said(self.0, &finding, "reasons", finding.reasons.as_ref())?;
        let (explained_at, ruled_at) = (finding.explained_at, finding.ruled_at);
        let case = finding.case_id.clone();
        let row = list::rows(self.0, &scope, vec![finding]).await?.pop();
        let row = row.ok_or(Internal::new("a finding got lost"))?;
        let case = if scope.names_case(row.watch) {
            Some(self.case_dates(&case).await?)
        } else {
            None
        };
        Ok(Some(FindingView {
            row,
            case,
            explanation: explanation.map(|words| (words, explained_at)),
            reasons: reasons.map(|words| (words, ruled_at)),
            can_explain: record.can_explain(&officer.party()).is_ok(),
            can_rule: record.can_rule(&officer.party()).is_ok(),
        }))
    }

    async fn case_dates(&self, id: &str) -> Result<CaseDates, Internal> {
        let case = service_case::Entity::find_by_id(id)
            .one(self.0.db().read())
            .await?
            .ok_or(Internal::new("the case of a finding is missing"))?;
        Ok(CaseDates {
            history: self.history(id).await?,
            state: case.state,
            submitted_at: case.submitted_at,
            accepted_on: case.accepted_on,
            promised_due: case.promised_due,
            statutory_due: case.statutory_due,
            next_due: case.next_due,
        })
    }

    async fn history(&self, case: &str) -> Result<Vec<Past>, Internal> {
        let rows = case_event::Entity::find()
            .filter(case_event::Column::CaseId.eq(case))
            .order_by_asc(case_event::Column::Sequence)
            .all(self.0.db().read())
            .await?;
        let past = |row: case_event::Model| {
            Ok(Past {
                at: row.at,
                kind: EventKind::parse(&row.kind)
                    .ok_or(Internal::new("a stored event is unknown"))?,
                party: row.party,
            })
        };
        rows.into_iter().map(past).collect()
    }
}
