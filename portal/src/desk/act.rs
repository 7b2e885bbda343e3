//! An officer acts on a case.

use domain::cases::{Case, Demands, Event, Flow, PagedFile, Refusal};
use domain::catalogue::ServiceDefinition;
use domain::ids::CaseId;
use sea_orm::DatabaseTransaction;

use super::{Desk, visible_one};
use crate::accounts::Officer;
use crate::cases::{AdvanceError, Rules, advance, definition_of, materials_of, store};
use crate::{Internal, Portal, db};

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
    /// Makes an event happen to the case as the officer saw it.
    ///
    /// # Errors
    /// [`DeskError::Changed`] when `revision`, which the officer's page was made from, is no longer
    /// the case's; [`DeskError::Refused`] when the rules say no.
    pub async fn act(
        &self,
        officer: &Officer,
        id: &CaseId,
        revision: u32,
        event: Event,
    ) -> Result<(), DeskError> {
        let row = visible_one(officer, id)
            .one(self.0.db().read())
            .await
            .map_err(Internal::from)?
            .ok_or(DeskError::NotFound)?;
        let case = store::case(self.0.keys(), &row)?;
        let definition = definition_of(self.0, &case).await?;
        let calendar = self.0.catalogue().calendar().await?;
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
                    if let Some(asked) = event.asked() {
                        check_marks(&portal, tx, &case, &definition, asked).await?;
                    }
                    let rules = Rules {
                        definition: &definition,
                        calendar: &calendar,
                    };
                    let by = officer.party();
                    advance(&portal, tx, case, event, &by, &rules).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The flow of a case that the officer can see.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn flow(&self, officer: &Officer, id: &CaseId) -> Result<Option<Flow>, Internal> {
        let Some(row) = visible_one(officer, id).one(self.0.db().read()).await? else {
            return Ok(None);
        };
        let case = store::case(self.0.keys(), &row)?;
        let definition = definition_of(self.0, &case).await?;
        Ok(Some(definition.flow.clone()))
    }
}

/// Whether everything that is marked is there.
async fn check_marks(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    definition: &ServiceDefinition,
    asked: &Demands,
) -> Result<(), DeskError> {
    let files = materials_of(portal, tx, case.file()).await?;
    // What waits to be scanned was opened by nobody.
    let files = files.iter().filter(|file| !file.waits);
    let files: Vec<_> = files
        .map(|file| PagedFile {
            id: &file.id,
            slot: &file.slot,
            pages: file.pages,
        })
        .collect();
    asked
        .check_targets(&definition.form, &files)
        .map_err(DeskError::Refused)
}
