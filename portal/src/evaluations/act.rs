//! An officer takes a step of a rectification.

use domain::evaluations::{Deed, RectificationRefusal, Step};

use super::store::{self, AdvanceError};
use super::{Evaluations, visible_rectifications};
use crate::accounts::Officer;
use crate::{Internal, db};
use entities::rectification;
use sea_orm::{ColumnTrait, QueryFilter};

/// Why an officer's step did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// There is no such rectification for this officer.
    #[error("not found")]
    NotFound,
    /// Somebody took a step since the officer opened it.
    #[error("the rectification was changed since it was opened")]
    Changed,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(RectificationRefusal),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl From<AdvanceError> for ActError {
    fn from(error: AdvanceError) -> Self {
        match error {
            AdvanceError::Refused(refusal) => Self::Refused(refusal),
            AdvanceError::Changed => Self::Changed,
            AdvanceError::Internal(internal) => Self::Internal(internal),
        }
    }
}

impl Evaluations<'_> {
    /// Takes a step on the rectification as the officer saw it, with what is written along.
    ///
    /// # Errors
    /// [`ActError::Changed`] when `revision`, which the officer's page was made from, is no longer the
    /// rectification's; [`ActError::Refused`] when the rules say no.
    pub async fn act(
        &self,
        officer: &Officer,
        id: &str,
        revision: u32,
        step: Step,
        text: String,
    ) -> Result<(), ActError> {
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let (officer, id) = (officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let mine = visible_rectifications(&officer)
                        .filter(rectification::Column::Id.eq(id.as_str()));
                    let row = db::lock(mine)
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(ActError::NotFound)?;
                    if u32::try_from(row.revision) != Ok(revision) {
                        return Err(ActError::Changed);
                    }
                    let involved = store::is_involved(tx, &officer.id, &row.case_id).await?;
                    let by = officer.party();
                    let deed = Deed {
                        step,
                        text: &text,
                        by: &by,
                        involved,
                    };
                    store::advance(&portal, tx, &row, &deed, &calendar).await?;
                    Ok(())
                })
            })
            .await
    }
}
