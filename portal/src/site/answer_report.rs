//! An officer has dealt with a report.

use domain::site::{ReportProblem, check_answer};
use entities::site_report;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use super::{Site, TABLE, looks_after, mail};
use crate::accounts::Officer;
use crate::{Internal, audit, db, jobs};

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// There is no such report, or not for this officer.
    #[error("not found")]
    NotFound,
    /// Somebody was quicker.
    #[error("answered already")]
    AlreadyAnswered,
    /// The text has to be mended.
    #[error("the answer has a problem")]
    Problem(ReportProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Site<'_> {
    /// Closes a report with what was found and done; a reader who left a mail address is told. Sending
    /// the same answer twice changes nothing.
    ///
    /// # Errors
    /// See [`AnswerError`].
    pub async fn answer_report(
        &self,
        officer: &Officer,
        id: &str,
        answer: &str,
    ) -> Result<(), AnswerError> {
        if !looks_after(officer) {
            return Err(AnswerError::NotFound);
        }
        check_answer(answer).map_err(AnswerError::Problem)?;
        let (portal, officer) = (self.0.clone(), officer.id.clone());
        let (id, answer) = (id.to_owned(), answer.trim().to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(site_report::Entity::find_by_id(id.as_str()))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(AnswerError::NotFound)?;
                    if let Some(sealed) = &row.answer {
                        let given = portal.keys().open_text(TABLE, "answer", &id, sealed)?;
                        // The same answer sent twice is one answer.
                        return if given == answer {
                            Ok(())
                        } else {
                            Err(AnswerError::AlreadyAnswered)
                        };
                    }
                    let now = portal.now();
                    let sealed = portal.keys().seal_text(TABLE, "answer", &id, &answer)?;
                    let mut row = row.into_active_model();
                    row.answer = Set(Some(sealed));
                    row.answered_at = Set(Some(now));
                    row.answered_by = Set(Some(officer.to_string()));
                    row.update(tx).await.map_err(Internal::from)?;
                    let who = audit::Actor::Officer(&officer);
                    let action = "site.answer-report";
                    audit::record(tx, who, action, TABLE, Some(&id), audit::DONE, now).await?;
                    jobs::enqueue(tx, mail::to_reader(&id, now)).await?;
                    Ok(())
                })
            })
            .await
    }
}
