//! Legal documents 文书 of cases: issued in the transaction of the step that makes them, read by the applicant
//! and the department, checked by anybody.

mod issue;
mod points;
mod read;
mod store;
mod verify;
mod wording;
mod words;

pub(crate) use issue::{Step, issue};
pub use read::Reading;
pub use store::CaseDocument;
pub(crate) use store::of_case;
pub use verify::DocumentCheck;

use crate::Portal;

/// The use cases around documents.
pub struct Documents<'a>(pub(crate) &'a Portal);
