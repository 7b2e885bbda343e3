//! A citizen says once more how satisfied they are 追评.

use domain::CaseId;
use domain::calendar::{Calendar, civil_date};
use domain::cases::{Case, Party};
use domain::evaluations::{Deed, EvaluationProblem, FollowUpRefusal, Level, may_rate};
use entities::evaluation;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Set};

use super::Evaluations;
use super::rate::Words;
use super::said::{joined, seal_comment};
use super::store::{self, AdvanceError};
use crate::accounts::Citizen;
use crate::{Internal, Portal, audit, cases};

/// Why a follow-up was not taken.
#[derive(Debug, thiserror::Error)]
pub enum FollowUpError {
    /// There is no such case of this citizen, or it was not rated.
    #[error("not found")]
    NotFound,
    /// Who sits at a counter rates nothing for others.
    #[error("nobody rates for somebody else")]
    ForSomebodyElse,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(FollowUpRefusal),
    /// Something in it is wrong.
    #[error("the rating has a problem")]
    Problem(EvaluationProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Evaluations<'_> {
    /// Stores the follow-up; from now on its level counts. A bad one opens a rectification where none is
    /// under way, a better one ends it.
    ///
    /// # Errors
    /// See [`FollowUpError`].
    pub async fn follow_up(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        words: Words,
    ) -> Result<(), FollowUpError> {
        if !may_rate(&citizen.party()) {
            return Err(FollowUpError::ForSomebodyElse);
        }
        words.check().map_err(FollowUpError::Problem)?;
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let (citizen, id) = (citizen.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = cases::store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(FollowUpError::NotFound)?;
                    let case = cases::store::case(portal.keys(), &row)?;
                    let given = evaluation::Entity::find_by_id(id.as_str())
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(FollowUpError::NotFound)?;
                    let now = portal.now();
                    store::evaluation(portal.keys(), &given)?
                        .check_follow_up(civil_date(now), &calendar)
                        .map_err(FollowUpError::Refused)?;
                    let by = citizen.party();
                    rectify(&portal, tx, &case, &by, words.level, &calendar).await?;
                    let comment = words.comment.as_str();
                    let comment = seal_comment(portal.keys(), "follow_comment", &id, comment)?;
                    let mut given = given.into_active_model();
                    given.follow_level = Set(Some(i16::from(words.level.platform_code())));
                    given.follow_options = Set(Some(joined(&words.options)));
                    given.follow_comment = Set(comment);
                    given.follow_channel = Set(Some(i16::from(words.channel.code())));
                    given.follow_at = Set(Some(now));
                    given.update(tx).await.map_err(Internal::from)?;
                    let (who, subject) = (audit::Actor::of(&by), Some(id.as_str()));
                    let action = "evaluation.follow-up";
                    audit::record(tx, who, action, store::TABLE, subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// What the follow-up means for the rectification.
async fn rectify(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    by: &Party,
    level: Level,
    calendar: &Calendar,
) -> Result<(), FollowUpError> {
    let Some(row) = store::lock_of_case(tx, &case.id).await? else {
        return Ok(store::open_if_bad(portal, tx, case, level, calendar).await?);
    };
    let found = store::rectification(tx, &row).await?;
    if found.is_contested() {
        return Err(FollowUpError::Refused(FollowUpRefusal::StruckOut));
    }
    let Some(step) = found.step_of_follow_up(level) else {
        return Ok(());
    };
    let deed = Deed {
        step,
        text: "",
        by,
        involved: false,
    };
    match store::advance(portal, tx, &row, &deed, calendar).await {
        Ok(()) => Ok(()),
        Err(AdvanceError::Internal(error)) => Err(error.into()),
        Err(AdvanceError::Refused(_) | AdvanceError::Changed) => Err(Internal::new(
            "a follow-up asked for a step that its rectification does not take",
        )
        .into()),
    }
}
