//! Why there is no page.

use portal::Internal;

use super::Page;

/// What a page's loader returns.
pub type PageResult = Result<Page, PageError>;

/// Why a page cannot be shown; the server answers each in one place.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// There is no such thing, or this reader may not know that there is.
    #[error("not found")]
    NotFound,
    /// A citizen has to sign in first; the server leads there and back.
    #[error("a citizen has to sign in")]
    SignIn,
    /// An officer has to sign in first.
    #[error("an officer has to sign in")]
    OfficerSignIn,
    /// The reader may know that it is there and may not use it (403); the beginning of the Fluent keys that say why.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// Another page is the right one (303).
    #[error("redirect")]
    Redirect(String),
    /// Nobody in front of the screen can help it.
    #[error(transparent)]
    Internal(#[from] Internal),
}
