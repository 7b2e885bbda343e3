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
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
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
        let rows = latest(officer, ids).all(self.0.db().read()).await?;
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
        let Some(found) = numbered(officer, words) else {
            return Ok(BTreeSet::new());
        };
        let rows = found.all(self.0.db().read()).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// The ids of the latest cases of these people, of the own department and of those that ask it.
    async fn by_person(
        &self,
        officer: &Officer,
        words: &SearchWords,
    ) -> Result<BTreeSet<String>, Internal> {
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
        let mut ids = BTreeSet::new();
        for word in indexes {
            for found in with_word(officer, &word) {
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

/// The case with the number that was typed, or the cases whose numbers end so.
fn numbered(officer: &Officer, words: &SearchWords) -> Option<Select<service_case::Entity>> {
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
        (None, None) => return None,
    };
    Some(found.limit(MAX_FOUND as u64 + 1))
}

/// What a blind index is found at, latest first: in the own department, and in those that ask it.
fn with_word(officer: &Officer, word: &[u8]) -> [Select<case_search::Entity>; 2] {
    use case_search::{Column, Entity};
    let asked = case_step::Entity::find()
        .select_only()
        .column(case_step::Column::CaseId)
        .filter(case_step::Column::AskedDepartment.eq(officer.department.as_str()))
        .filter(
            Expr::col((case_step::Entity, case_step::Column::CaseId))
                .equals((Entity, Column::CaseId)),
        )
        .into_query();
    let found = || Entity::find().filter(Column::Word.eq(word));
    let own = found().filter(Column::DepartmentCode.eq(officer.department.as_str()));
    let asked = found().filter(Expr::exists(asked));
    [own, asked].map(|found| {
        found
            .order_by_desc(Column::CaseId)
            .limit(MAX_FOUND as u64 + 1)
    })
}

/// The cases with these ids, latest first.
fn latest(officer: &Officer, ids: BTreeSet<String>) -> Select<service_case::Entity> {
    visible(officer)
        .filter(service_case::Column::Id.is_in(ids))
        .order_by_desc(service_case::Column::SubmittedAt)
        .limit(MAX_FOUND as u64 + 1)
}

#[cfg(test)]
mod tests {
    use domain::Locale;
    use domain::cases::{CaseNumber, Role};
    use domain::ids::{AccountId, CaseId, DepartmentCode};

    use super::*;
    use crate::db::plans;
    use crate::desk::visible_one;

    fn officer() -> Officer {
        Officer {
            id: AccountId::new("me"),
            name: String::new(),
            department: DepartmentCode::new("D-1"),
            department_name: Text::default(),
            role: Role::Handler,
            title: Text::default(),
            locale: Locale::ZhHans,
        }
    }

    #[tokio::test]
    async fn every_way_to_search_is_a_look_up_in_an_index() {
        let officer = officer();
        plans::on_both(async |db| {
            let number = CaseNumber::compose("990100", plans::DAY, 17).unwrap();
            for (typed, index) in [
                (number.as_str(), "uniq_service_case_number"),
                (number.tail(), "idx_service_case_number_tail"),
            ] {
                let query = numbered(&officer, &SearchWords::read(typed)).unwrap();
                db.walks(&query.into_query(), index).await;
            }
            // A name, an identity number and a mobile number are each one blind index.
            let [own, asked] = with_word(&officer, &[1; 4]);
            let index = "idx_case_search_word_department_code_case_id";
            db.walks(&own.into_query(), index).await;
            // From the cases of the name or from those that ask, whichever PostgreSQL thinks are fewer.
            db.walks(&asked.into_query(), "idx_case_s").await;
            let ids = BTreeSet::from(["case-1".to_owned(), "case-2".to_owned()]);
            let query = latest(&officer, ids).into_query();
            db.walks(&query, &db.key("service_case")).await;
        })
        .await;
    }

    #[tokio::test]
    async fn a_case_is_opened_by_its_key() {
        let officer = officer();
        plans::on_both(async |db| {
            let query = visible_one(&officer, &CaseId::new("case-1")).into_query();
            db.walks(&query, &db.key("service_case")).await;
        })
        .await;
    }
}
