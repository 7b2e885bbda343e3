//! Legal documents 文书 of cases: issued in the transaction of the step that makes them, read by the applicant
//! and the department, checked by anybody.

mod issue;
mod read;
mod store;
mod verify;
mod wording;

pub(crate) use issue::{Step, issue};
pub use read::Reading;
pub(crate) use store::of_case;
pub use store::CaseDocument;
pub use verify::DocumentCheck;

use crate::Portal;

/// The use cases around documents.
pub struct Documents<'a>(pub(crate) &'a Portal);
