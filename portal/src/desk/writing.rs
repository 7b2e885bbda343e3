//! What notes and messages have in common.

use domain::desk::WritingProblem;

use crate::Internal;

/// Why a note or a message was not written.
#[derive(Debug, thiserror::Error)]
pub enum WritingError {
    /// There is no such case for who writes.
    #[error("not found")]
    NotFound,
    /// Something is wrong with it.
    #[error("{}", .0.key())]
    Problem(WritingProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}
