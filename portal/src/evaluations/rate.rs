//! A citizen rates a finished matter.

use domain::CaseId;
use domain::evaluations::{EvaluationChannel, EvaluationProblem, Level, check_evaluation};
use entities::evaluation;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::Evaluations;
use crate::accounts::Citizen;
use crate::cases::store;
use crate::{Internal, audit};

/// Why a rating was not taken.
#[derive(Debug, thiserror::Error)]
pub enum RateError {
    /// There is no such case, or it is not this citizen's.
    #[error("not found")]
    NotFound,
    /// The matter is not finished.
    #[error("the matter is not finished")]
    NotFinished,
    /// One matter, one evaluation.
    #[error("rated already")]
    AlreadyRated,
    /// Something in the rating is wrong.
    #[error("the rating has a problem")]
    Problem(EvaluationProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Evaluations<'_> {
    /// Stores the citizen's rating of the case.
    ///
    /// # Errors
    /// See [`RateError`].
    pub async fn rate(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        level: Level,
        options: Vec<u16>,
        comment: String,
        channel: EvaluationChannel,
    ) -> Result<(), RateError> {
        check_evaluation(level, &options, &comment).map_err(RateError::Problem)?;
        let portal = self.0.clone();
        let (citizen, id) = (citizen.id.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(RateError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    if !case.state.can_be_rated() {
                        return Err(RateError::NotFinished);
                    }
                    let known = evaluation::Entity::find_by_id(id.as_str()).one(tx).await;
                    if known.map_err(Internal::from)?.is_some() {
                        return Err(RateError::AlreadyRated);
                    }
                    let comment = Some(comment.trim()).filter(|text| !text.is_empty());
                    let comment = comment
                        .map(|text| {
                            portal
                                .keys()
                                .seal_text("evaluation", "comment", id.as_str(), text)
                        })
                        .transpose()?;
                    let now = portal.now();
                    let added = evaluation::ActiveModel {
                        case_id: Set(id.to_string()),
                        item_code: Set(case.item.to_string()),
                        department_code: Set(case.department.to_string()),
                        level: Set(i16::from(level.platform_code())),
                        options: Set(joined(&options)),
                        comment: Set(comment),
                        channel: Set(i16::from(channel.code())),
                        at: Set(now),
                    };
                    added.insert(tx).await.map_err(Internal::from)?;
                    let (who, subject) = (audit::Actor::Citizen(&citizen), Some(id.as_str()));
                    let action = "evaluation.rate";
                    audit::record(tx, who, action, "evaluation", subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}

fn joined(options: &[u16]) -> String {
    options
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",")
}
