//! The evaluations of a department, bad ones first.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ItemCode;
use domain::calendar::{Calendar, civil_date};
use domain::cases::Light;
use domain::evaluations::{Level, RectificationState};
use domain::text::Text;
use entities::{evaluation, rectification};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::said::{self, Said};
use super::store;
use super::{Evaluations, level, visible, visible_rectifications};
use crate::Internal;
use crate::accounts::Officer;

/// Rows of one page: what fits on a screen without scrolling far.
const PAGE_SIZE: usize = 20;

/// The piles that evaluations lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pile {
    /// Bad ones: the office has to do something.
    ToDo,
    /// Bad ones: the one who rated is asked whether it was put right.
    Waiting,
    /// Bad ones that are done.
    Done,
    /// Bad ones that do not count.
    StruckOut,
    /// All others.
    Good,
}

impl Pile {
    /// All, in the order of the work.
    pub const ALL: [Self; 5] = [
        Self::ToDo,
        Self::Waiting,
        Self::Done,
        Self::StruckOut,
        Self::Good,
    ];

    /// What stands in an address, and the last part of a Fluent key `evaluation-pile-…`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::StruckOut => "struck-out",
            Self::Good => "good",
        }
    }

    /// The pile behind a key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pile| pile.key() == key)
    }

    /// Keys of the states on this pile; good reviews have none.
    const fn states(self) -> &'static [&'static str] {
        match self {
            Self::ToDo => &RectificationState::WITH_OFFICE,
            Self::Waiting => &["second_look"],
            Self::Done => &["closed", "raised"],
            Self::StruckOut => &["struck_out"],
            Self::Good => &[],
        }
    }
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct EvaluationPage {
    /// The pile shown.
    pub pile: Pile,
    /// How many lie on each pile.
    pub counts: Vec<(Pile, u64)>,
    /// The rows: what is due soonest first, done and good ones latest first.
    pub rows: Vec<EvaluationRow>,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

/// One evaluation in the list. Neither case nor person: see the module.
#[derive(Clone, Debug)]
pub struct EvaluationRow {
    /// The rectification; a good review has none.
    pub rectification: Option<String>,
    /// Name of the service.
    pub item_name: Text,
    /// The level that counts.
    pub level: Level,
    /// What was said last; only of good reviews, bad ones have a page.
    pub said: Option<Said>,
    /// The last part of a Fluent key `rectification-state-…`.
    pub state: Option<String>,
    /// When it was said.
    pub at: DateTime<Utc>,
    /// Last day of the next step.
    pub due: Option<NaiveDate>,
    /// Working days until then; negative when overdue.
    pub days_left: Option<i64>,
    /// How urgent it is.
    pub light: Light,
}

impl Evaluations<'_> {
    /// One page of a pile, as far as the officer sees it.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn list(
        &self,
        officer: &Officer,
        pile: Pile,
        page: usize,
    ) -> Result<EvaluationPage, Internal> {
        let counts = self.counts(officer).await?;
        let total = counts.iter().find(|(other, _)| *other == pile);
        let pages = usize::try_from(total.map_or(0, |(_, count)| *count))
            .unwrap_or(usize::MAX)
            .div_ceil(PAGE_SIZE)
            .max(1);
        let page = page.clamp(1, pages);
        let rows = if pile == Pile::Good {
            self.good_rows(officer, page).await?
        } else {
            self.bad_rows(officer, pile, page).await?
        };
        Ok(EvaluationPage {
            pile,
            counts,
            rows,
            page,
            pages,
        })
    }

    async fn counts(&self, officer: &Officer) -> Result<Vec<(Pile, u64)>, Internal> {
        let db = self.0.db().read();
        let mut counts = Vec::with_capacity(Pile::ALL.len());
        for pile in Pile::ALL {
            let count = if pile == Pile::Good {
                good(officer).count(db).await?
            } else {
                on_pile(officer, pile).count(db).await?
            };
            counts.push((pile, count));
        }
        Ok(counts)
    }

    async fn bad_rows(
        &self,
        officer: &Officer,
        pile: Pile,
        page: usize,
    ) -> Result<Vec<EvaluationRow>, Internal> {
        let db = self.0.db().read();
        let found = on_pile(officer, pile)
            .paginate(db, PAGE_SIZE as u64)
            .fetch_page(page as u64 - 1)
            .await?;
        let cases: Vec<_> = found.iter().map(|row| row.case_id.clone()).collect();
        let given: HashMap<String, evaluation::Model> = evaluation::Entity::find()
            .filter(evaluation::Column::CaseId.is_in(cases))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.case_id.clone(), row))
            .collect();
        let calendar = self.0.catalogue().calendar().await?;
        let mut rows = Vec::with_capacity(found.len());
        for row in found {
            let given = given.get(&row.case_id).ok_or(Internal::new(
                "the evaluation of a rectification is missing",
            ))?;
            rows.push(self.bad_row(row, given, &calendar).await?);
        }
        Ok(rows)
    }

    async fn bad_row(
        &self,
        row: rectification::Model,
        given: &evaluation::Model,
        calendar: &Calendar,
    ) -> Result<EvaluationRow, Internal> {
        let today = civil_date(self.0.now());
        let days_left = row.due.map(|due| calendar.working_days_between(today, due));
        Ok(EvaluationRow {
            item_name: self.item_name(&row.item_code).await?,
            level: level(given.follow_level.unwrap_or(given.level))?,
            said: None,
            at: given.follow_at.unwrap_or(given.at),
            light: store::state(&row)?.light(days_left),
            due: row.due,
            days_left,
            state: Some(row.state),
            rectification: Some(row.id),
        })
    }

    async fn good_rows(
        &self,
        officer: &Officer,
        page: usize,
    ) -> Result<Vec<EvaluationRow>, Internal> {
        let found = good(officer)
            .order_by_desc(evaluation::Column::At)
            .order_by_asc(evaluation::Column::CaseId)
            .paginate(self.0.db().read(), PAGE_SIZE as u64)
            .fetch_page(page as u64 - 1)
            .await?;
        let keys = self.0.keys();
        let mut rows = Vec::with_capacity(found.len());
        for row in found {
            let said = match said::follow_up(keys, &row)? {
                Some(said) => said,
                None => said::first(keys, &row)?,
            };
            rows.push(EvaluationRow {
                rectification: None,
                item_name: self.item_name(&row.item_code).await?,
                level: said.given.level,
                at: said.given.at,
                said: Some(said),
                state: None,
                due: None,
                days_left: None,
                light: Light::Green,
            });
        }
        Ok(rows)
    }

    async fn item_name(&self, code: &str) -> Result<Text, Internal> {
        self.0.catalogue().item_name(&ItemCode::new(code)).await
    }
}

fn on_pile(officer: &Officer, pile: Pile) -> Select<rectification::Entity> {
    let found = visible_rectifications(officer)
        .filter(rectification::Column::State.is_in(pile.states().iter().copied()));
    match pile {
        Pile::ToDo | Pile::Waiting => found.order_by_asc(rectification::Column::Due),
        _ => found.order_by_desc(rectification::Column::UpdatedAt),
    }
    .order_by_asc(rectification::Column::Id)
}

/// Reviews that nothing had to be done about.
fn good(officer: &Officer) -> Select<evaluation::Entity> {
    let bad = rectification::Entity::find()
        .select_only()
        .column(rectification::Column::CaseId)
        .into_query();
    visible(officer).filter(evaluation::Column::CaseId.not_in_subquery(bad))
}
