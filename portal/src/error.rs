//! The one error of everything that is nobody's fault in front of the screen.

use std::error::Error;
use std::sync::Arc;

/// A failure of the infrastructure: database, files, sealing, mail. The reader gets a plain page
/// with a reference, the operator one line in the log; refusals that a person can cause have types
/// of their own, one for each use case.
///
/// What [`Display`](std::fmt::Display) prints holds no personal data and may be logged. The source
/// can name values of a row, so it belongs in a log of level `debug` at most.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{what}")]
pub struct Internal {
    what: &'static str,
    #[source]
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl Internal {
    /// A failure without a cause of its own; `what` says what could not be done.
    #[must_use]
    pub const fn new(what: &'static str) -> Self {
        Self { what, source: None }
    }

    /// A failure with its cause; `what` says what could not be done.
    #[must_use]
    pub fn caused(what: &'static str, source: impl Error + Send + Sync + 'static) -> Self {
        Self {
            what,
            source: Some(Arc::new(source)),
        }
    }
}

impl From<sea_orm::DbErr> for Internal {
    fn from(error: sea_orm::DbErr) -> Self {
        use sea_orm::DbErr;
        let what = match &error {
            DbErr::ConnectionAcquire(_) => "no database connection became free in time",
            DbErr::Conn(_) => "the database cannot be reached",
            DbErr::Exec(_) => "the database refused a change",
            DbErr::Query(_) => "the database refused a query",
            DbErr::RecordNotFound(_) | DbErr::RecordNotUpdated => {
                "a row that must exist is missing"
            }
            _ => "the database layer failed",
        };
        Self::caused(what, error)
    }
}

impl From<serde_json::Error> for Internal {
    fn from(error: serde_json::Error) -> Self {
        Self::caused("stored JSON does not fit its type", error)
    }
}

impl From<object_store::Error> for Internal {
    fn from(error: object_store::Error) -> Self {
        Self::caused("the store of files failed", error)
    }
}

impl From<std::io::Error> for Internal {
    fn from(error: std::io::Error) -> Self {
        Self::caused("reading or writing a file failed", error)
    }
}
