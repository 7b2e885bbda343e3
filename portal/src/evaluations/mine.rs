//! A citizen reads what they said about a matter, and what became of it.

use chrono::NaiveDate;
use domain::CaseId;
use domain::calendar::civil_date;
use domain::evaluations::{FollowUpRefusal, RectificationState};
use entities::{evaluation, service_case};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Evaluations;
use super::said::{self, Said};
use super::store::{self, RectificationView};
use crate::Internal;
use crate::accounts::Citizen;

/// What a citizen said about a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyEvaluation {
    /// The first time.
    pub first: Said,
    /// The second time.
    pub follow_up: Option<Said>,
    /// Until when it can be followed up, or why it cannot.
    pub may_follow_up: Result<NaiveDate, FollowUpRefusal>,
    /// What the department does about it, when it was bad.
    pub rectification: Option<RectificationView>,
}

impl Evaluations<'_> {
    /// The citizen's evaluation of the case; none while there is none, and for the case of another.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn mine(
        &self,
        citizen: &Citizen,
        id: &CaseId,
    ) -> Result<Option<MyEvaluation>, Internal> {
        let (db, keys) = (self.0.db().read(), self.0.keys());
        let mine = service_case::Entity::find_by_id(id.as_str())
            .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()))
            .count(db)
            .await?;
        if mine == 0 {
            return Ok(None);
        }
        let found = evaluation::Entity::find_by_id(id.as_str()).one(db).await?;
        let Some(row) = found else {
            return Ok(None);
        };
        let rectification = match store::of_case(db, id).await? {
            Some(row) => Some(store::view(self.0, &row, &citizen.party(), false).await?),
            None => None,
        };
        let calendar = self.0.catalogue().calendar().await?;
        let evaluation = store::evaluation(keys, &row)?;
        let contested = rectification.as_ref().is_some_and(|view| {
            matches!(
                view.state,
                RectificationState::StrikeProposed { .. }
                    | RectificationState::StruckOut { .. }
                    | RectificationState::Appealed { .. }
            )
        });
        let may_follow_up = if contested {
            Err(FollowUpRefusal::StruckOut)
        } else {
            evaluation
                .check_follow_up(civil_date(self.0.now()), &calendar)
                .map(|()| evaluation.follow_up_until(&calendar))
        };
        Ok(Some(MyEvaluation {
            first: said::first(keys, &row)?,
            follow_up: said::follow_up(keys, &row)?,
            may_follow_up,
            rectification,
        }))
    }
}
