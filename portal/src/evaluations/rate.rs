//! A citizen rates a finished matter.

use domain::CaseId;
use domain::evaluations::{EvaluationChannel, EvaluationProblem, Level, check_evaluation};
use entities::{default_evaluation, evaluation};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::Evaluations;
use super::said::{joined, seal_comment};
use super::store;
use crate::accounts::Citizen;
use crate::cases;
use crate::{Internal, audit};

/// What somebody says about a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// How satisfied.
    pub level: Level,
    /// Options of that level; may be empty.
    pub options: Vec<u16>,
    /// Free words; may be empty.
    pub comment: String,
    /// Where it is said.
    pub channel: EvaluationChannel,
}

impl Words {
    /// Checks them, see [`check_evaluation`].
    pub(super) fn check(&self) -> Result<(), EvaluationProblem> {
        check_evaluation(self.level, &self.options, &self.comment)
    }
}

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
    /// Stores the citizen's rating of the case. A bad one opens a rectification; a default review goes.
    ///
    /// # Errors
    /// See [`RateError`].
    pub async fn rate(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        words: Words,
    ) -> Result<(), RateError> {
        words.check().map_err(RateError::Problem)?;
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let (citizen, id) = (citizen.id.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = cases::store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(RateError::NotFound)?;
                    let case = cases::store::case(portal.keys(), &row)?;
                    if !case.can_be_rated() {
                        return Err(RateError::NotFinished);
                    }
                    let known = evaluation::Entity::find_by_id(id.as_str()).one(tx).await;
                    if known.map_err(Internal::from)?.is_some() {
                        return Err(RateError::AlreadyRated);
                    }
                    default_evaluation::Entity::delete_by_id(id.as_str())
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    let now = portal.now();
                    let added = evaluation::ActiveModel {
                        case_id: Set(id.to_string()),
                        item_code: Set(case.item.to_string()),
                        department_code: Set(case.department.to_string()),
                        level: Set(i16::from(words.level.platform_code())),
                        options: Set(joined(&words.options)),
                        comment: Set(seal_comment(portal.keys(), "comment", &id, &words.comment)?),
                        channel: Set(i16::from(words.channel.code())),
                        at: Set(now),
                        ..Default::default()
                    };
                    added.insert(tx).await.map_err(Internal::from)?;
                    store::open_if_bad(&portal, tx, &case, words.level, &calendar).await?;
                    let (who, subject) = (audit::Actor::Citizen(&citizen), Some(id.as_str()));
                    let action = "evaluation.rate";
                    audit::record(tx, who, action, store::TABLE, subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}
