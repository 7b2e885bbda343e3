//! A citizen's cases.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::calendar::DueDate;
use domain::cases::CaseNumber;
use domain::ids::CaseId;
use domain::text::Text;
use entities::{evaluation, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{Cases, name_of, store};
use crate::Internal;
use crate::accounts::Citizen;

/// Cases listed at once, the latest: nobody has more open ones.
const MAX_ROWS: u64 = 100;

/// One line in the list of a citizen's cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseSummary {
    /// The case.
    pub id: CaseId,
    /// Its number, once it was submitted.
    pub number: Option<CaseNumber>,
    /// Name of the service.
    pub item_name: Text,
    /// The last part of a Fluent key `case-state-…`.
    pub state: &'static str,
    /// When the next thing is due.
    pub due: Option<DueDate>,
    /// When anything last changed.
    pub updated_at: DateTime<Utc>,
    /// Whether it waits for the citizen: a draft, a correction, a result not yet rated.
    pub needs_me: bool,
}

impl Cases<'_> {
    /// The citizen's cases, latest change first; at a counter those of its department.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn list(&self, citizen: &Citizen) -> Result<Vec<CaseSummary>, Internal> {
        let db = self.0.db().read();
        let mine = store::of_citizen(citizen);
        // The matters of a joint application stand on its page, which a counter of another department has not got.
        let mine = match citizen.attended_by {
            None => mine.filter(service_case::Column::PartOf.is_null()),
            Some(_) => mine,
        };
        let rows = latest(mine).all(db).await?;
        let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
        let rated: HashSet<_> = evaluation::Entity::find()
            .filter(evaluation::Column::CaseId.is_in(ids))
            .all(db)
            .await?
            .into_iter()
            .map(|row| row.case_id)
            .collect();
        let mut summaries = Vec::with_capacity(rows.len());
        for row in rows {
            let case = store::case(self.0.keys(), &row)?;
            let unrated = case.can_be_rated() && !rated.contains(&row.id);
            summaries.push(CaseSummary {
                item_name: name_of(self.0, &case).await?,
                state: case.state.key(),
                due: case.next_due(),
                updated_at: row.updated_at,
                needs_me: case.state.is_editable() || unrated,
                number: case.number,
                id: case.id,
            });
        }
        Ok(summaries)
    }
}

/// The cases of a citizen, latest change first.
fn latest(mine: Select<service_case::Entity>) -> Select<service_case::Entity> {
    mine.order_by_desc(service_case::Column::UpdatedAt)
        .limit(MAX_ROWS)
}

#[cfg(test)]
mod tests {
    use sea_orm::QueryTrait;

    use super::*;
    use crate::db::plans;

    #[tokio::test]
    async fn the_list_is_a_walk_along_its_index() {
        plans::on_both(async |db| {
            let mine = service_case::Entity::find()
                .filter(service_case::Column::ApplicantId.eq("somebody"))
                .filter(service_case::Column::PartOf.is_null());
            let query = latest(mine).into_query();
            let index = "idx_service_case_applicant_id_updated_at";
            db.walks_in_order(&query, index).await;
        })
        .await;
    }
}
