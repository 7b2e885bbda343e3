//! An officer acts on a case.

use domain::cases::{Event, Outcome, Refusal};
use domain::ids::CaseId;

use super::{Desk, visible_one};
use crate::accounts::Officer;
use crate::cases::{AdvanceError, Rules, advance, store};
use crate::{Internal, db};

/// What an officer can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskAction {
    /// 补正告知: says once everything that is missing.
    RequestCorrection {
        /// What to correct.
        notice: String,
    },
    /// 受理.
    Accept,
    /// 不予受理.
    RefuseAcceptance {
        /// Why.
        reason: String,
    },
    /// Proposes a decision to a second officer.
    Propose {
        /// The direction.
        outcome: Outcome,
        /// The reasons.
        opinion: String,
    },
    /// Gives a proposal back.
    SendBack {
        /// Why.
        opinion: String,
    },
    /// 决定.
    Decide {
        /// The direction.
        outcome: Outcome,
        /// The reasons.
        opinion: String,
    },
}

impl From<DeskAction> for Event {
    fn from(action: DeskAction) -> Self {
        match action {
            DeskAction::RequestCorrection { notice } => Self::RequestCorrection { notice },
            DeskAction::Accept => Self::Accept,
            DeskAction::RefuseAcceptance { reason } => Self::RefuseAcceptance { reason },
            DeskAction::Propose { outcome, opinion } => Self::Propose { outcome, opinion },
            DeskAction::SendBack { opinion } => Self::SendBack { opinion },
            DeskAction::Decide { outcome, opinion } => Self::Decide { outcome, opinion },
        }
    }
}

/// Why an officer's action did not happen.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// There is no such case in the officer's department.
    #[error("not found")]
    NotFound,
    /// Somebody changed the case since the officer opened it.
    #[error("the case was changed since it was opened")]
    Changed,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(Refusal),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl From<AdvanceError> for DeskError {
    fn from(error: AdvanceError) -> Self {
        match error {
            AdvanceError::Refused(refusal) => Self::Refused(refusal),
            AdvanceError::Changed => Self::Changed,
            AdvanceError::Internal(internal) => Self::Internal(internal),
        }
    }
}

impl Desk<'_> {
    /// Carries an action out on the case as the officer saw it.
    ///
    /// # Errors
    /// [`DeskError::Changed`] when `revision`, which the officer's page was made from, is no longer
    /// the case's; [`DeskError::Refused`] when the rules say no.
    pub async fn act(
        &self,
        officer: &Officer,
        id: &CaseId,
        revision: u32,
        action: DeskAction,
    ) -> Result<(), DeskError> {
        let row = visible_one(officer, id)
            .one(self.0.db().read())
            .await
            .map_err(Internal::from)?
            .ok_or(DeskError::NotFound)?;
        let case = store::case(self.0.keys(), &row)?;
        let catalogue = self.0.catalogue();
        let definition = catalogue
            .definition(&case.item, case.version)
            .await?
            .ok_or(Internal::new(
                "the version that a case was started on is missing",
            ))?;
        let calendar = catalogue.calendar().await?;
        let portal = self.0.clone();
        let (officer, id) = (officer.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(visible_one(&officer, &id))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(DeskError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    if case.revision != revision {
                        return Err(DeskError::Changed);
                    }
                    let rules = Rules {
                        definition: &definition,
                        calendar: &calendar,
                    };
                    let by = officer.party();
                    advance(&portal, tx, case, action.into(), &by, &rules).await?;
                    Ok(())
                })
            })
            .await
    }
}
