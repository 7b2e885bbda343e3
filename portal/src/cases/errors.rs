//! What can keep a citizen's action on a case from happening.

use domain::cases::Refusal;

use super::AdvanceError;
use crate::Internal;

/// Why an action on a case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// There is no such case or service, or it is not this citizen's.
    #[error("not found")]
    NotFound,
    /// The service has no form to fill in online.
    #[error("the service is not online")]
    NotOnline,
    /// The case has left the state in which answers can be changed.
    #[error("the case can no longer be edited")]
    NotEditable,
    /// Something is missing or wrong in this step of the form, the first of them.
    #[error("the application is incomplete")]
    Incomplete {
        /// Key of the step.
        step: String,
    },
    /// A rule of the published form does not work, so nothing may be decided by it.
    #[error("the service is under repair")]
    UnderRepair,
    /// The rules of cases say no.
    #[error("refused: {}", .0.key())]
    Refused(Refusal),
    /// Somebody else changed the case in the same moment.
    #[error("the case was changed meanwhile")]
    Changed,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl From<AdvanceError> for CaseError {
    fn from(error: AdvanceError) -> Self {
        match error {
            AdvanceError::Refused(refusal) => Self::Refused(refusal),
            AdvanceError::Changed => Self::Changed,
            AdvanceError::Internal(internal) => Self::Internal(internal),
        }
    }
}
