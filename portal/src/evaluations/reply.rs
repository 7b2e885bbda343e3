//! The one who rated answers: was it put right, or does the striking out not convince.

use domain::CaseId;
use domain::evaluations::{Deed, RectificationRefusal, Step};

use super::Evaluations;
use super::store::{self, AdvanceError};
use crate::accounts::Citizen;
use crate::{Internal, cases};

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReplyError {
    /// There is no such case of this citizen, or nothing to answer.
    #[error("not found")]
    NotFound,
    /// Something happened since the citizen opened the page.
    #[error("the rectification was changed since it was opened")]
    Changed,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(RectificationRefusal),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Evaluations<'_> {
    /// Takes a step of the one who rated: [`Step::Content`], [`Step::NotContent`] or [`Step::Appeal`].
    ///
    /// # Errors
    /// See [`ReplyError`]; `revision` is that of the page.
    pub async fn reply(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        revision: u32,
        step: Step,
        text: String,
    ) -> Result<(), ReplyError> {
        // What a follow-up does is taken with the follow-up.
        if !matches!(step, Step::Content | Step::NotContent | Step::Appeal) {
            return Err(ReplyError::Refused(RectificationRefusal::NotInThisState));
        }
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let (citizen, id) = (citizen.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    cases::store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(ReplyError::NotFound)?;
                    let row = store::lock_of_case(tx, &id)
                        .await?
                        .ok_or(ReplyError::NotFound)?;
                    if u32::try_from(row.revision) != Ok(revision) {
                        return Err(ReplyError::Changed);
                    }
                    let by = citizen.party();
                    let deed = Deed {
                        step,
                        text: &text,
                        by: &by,
                        involved: false,
                    };
                    let moved = store::advance(&portal, tx, &row, &deed, &calendar).await;
                    moved.map_err(|error| match error {
                        AdvanceError::Refused(refusal) => ReplyError::Refused(refusal),
                        AdvanceError::Changed => ReplyError::Changed,
                        AdvanceError::Internal(internal) => ReplyError::Internal(internal),
                    })
                })
            })
            .await
    }
}
