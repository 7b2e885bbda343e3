//! Cases 办件, the citizen's side: from starting an application to reading its result.

mod advance;
mod answers;
mod automatic;
pub(crate) mod divisions;
mod effects;
mod errors;
mod list;
mod materials;
mod open;
mod receipt;
mod rows;
mod save_step;
mod start;
pub(crate) mod store;
mod submit;
mod sweep;
mod view;
mod withdraw;

pub(crate) use advance::{AdvanceError, Rules, advance};
pub use errors::{CaseError, UploadProblem};
pub use list::CaseSummary;
pub use materials::MaterialFile;
pub use receipt::Receipt;
pub use rows::RowChange;
pub use save_step::{StepSaved, Upload};
pub use start::Channel;
pub(crate) use sweep::accept_silent_cases;
pub(crate) use view::load as load_view;
pub use view::{CaseView, HistoryRow, MaterialView, PartyKind};

use crate::Portal;

/// The use cases of a citizen with a case.
pub struct Cases<'a>(pub(crate) &'a Portal);
