//! An officer looks for a case: by its number or the end of it, by the applicant's name, identity number or
//! mobile number, or by words of the service's name.

use std::collections::BTreeSet;

use domain::calendar::civil_date;
use domain::desk::SearchWords;
use domain::ids::ItemCode;
use domain::text::Text;
use entities::{case_search, case_step, service_case};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use super::{Desk, InboxRow, take_in, visible};
use crate::Internal;
use crate::accounts::Officer;
use crate::catalogue;

/// Most cases of one search; who finds more has to say more.
const MAX_FOUND: usize = 50;

/// What a search has found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The cases, latest first.
    pub rows: Vec<InboxRow>,
    /// There are more than those.
    pub more: bool,
    /// The department's services whose names have the words.
    pub services: Vec<(ItemCode, Text)>,
}

impl Desk<'_> {
    /// Looks for what was typed in everything that it can be. Every way is a look-up in an index; names and
    /// numbers of people are compared by blind index and only as a whole.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn search(&self, officer: &Officer, typed: &str) -> Result<Found, Internal> {
        let words = SearchWords::read(typed);
        let mut ids = self.by_number(officer, &words).await?;
        ids.extend(self.by_person(officer, &words).await?);
        let rows = visible(officer)
            .filter(service_case::Column::Id.is_in(ids))
            .order_by_desc(service_case::Column::SubmittedAt)
            .limit(MAX_FOUND as u64 + 1)
            .all(self.0.db().read())
            .await?;
        let more = rows.len() > MAX_FOUND;
        let rows = rows.into_iter().take(MAX_FOUND).collect();
        let calendar = self.0.catalogue().calendar().await?;
        let today = civil_date(self.0.now());
        Ok(Found {
            rows: self.rows(officer, rows, today, &calendar).await?,
            more,
            services: self.by_service(officer, typed).await?,
        })
    }

    async fn by_number(
        &self,
        officer: &Officer,
        words: &SearchWords,
    ) -> Result<BTreeSet<String>, Internal> {
        use service_case::Column;
        let found = match (&words.number, &words.number_end) {
            (Some(number), _) => visible(officer).filter(Column::Number.eq(number.as_str())),
            (None, Some(end)) => {
                let tail = end.len().checked_sub(domain::desk::NUMBER_TAIL_CHARS);
                let tail = tail.and_then(|at| end.get(at..)).unwrap_or(end);
                visible(officer)
                    .filter(Column::NumberTail.eq(tail))
                    .filter(Column::Number.ends_with(end))
            }
            (None, None) => return Ok(BTreeSet::new()),
        };
        let found = found.limit(MAX_FOUND as u64 + 1);
        let rows = found.all(self.0.db().read()).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// The ids of the latest cases of these people, of the own department and of those that ask it.
    async fn by_person(
        &self,
        officer: &Officer,
        words: &SearchWords,
    ) -> Result<BTreeSet<String>, Internal> {
        use case_search::{Column, Entity};
        let keys = self.0.keys();
        let mut indexes = Vec::new();
        indexes.extend(words.name.as_ref().map(|it| take_in::name_index(keys, it)));
        indexes.extend(
            words
                .resident_id
                .as_ref()
                .map(|it| take_in::id_index(keys, it)),
        );
        indexes.extend(
            words
                .phone
                .as_ref()
                .map(|it| take_in::phone_index(keys, it)),
        );
        let asked = case_step::Entity::find()
            .select_only()
            .column(case_step::Column::CaseId)
            .filter(case_step::Column::AskedDepartment.eq(officer.department.as_str()))
            .filter(
                Expr::col((case_step::Entity, case_step::Column::CaseId))
                    .equals((Entity, Column::CaseId)),
            )
            .into_query();
        let mut ids = BTreeSet::new();
        for word in indexes {
            let found = || Entity::find().filter(Column::Word.eq(word.clone()));
            let own = found().filter(Column::DepartmentCode.eq(officer.department.as_str()));
            let asked = found().filter(Expr::exists(asked.clone()));
            for found in [own, asked] {
                let found = found.order_by_desc(Column::CaseId);
                let found = found.limit(MAX_FOUND as u64 + 1);
                let rows = found.all(self.0.db().read()).await?;
                ids.extend(rows.into_iter().map(|row| row.case_id));
            }
        }
        Ok(ids)
    }

    async fn by_service(
        &self,
        officer: &Officer,
        typed: &str,
    ) -> Result<Vec<(ItemCode, Text)>, Internal> {
        let filter = catalogue::Filter {
            department: Some(officer.department.clone()),
            query: Some(typed.to_owned()),
            page: 1,
            ..catalogue::Filter::default()
        };
        let found = self.0.catalogue().browse(&filter).await?;
        let said = !typed.trim().is_empty();
        let services = found.rows.iter().filter(|row| said && row.online);
        Ok(services
            .map(|row| (row.code.clone(), row.name.clone()))
            .collect())
    }
}
