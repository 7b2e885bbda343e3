//! Cases 办件, the citizen's side: from starting an application to reading its result.

mod advance;
mod answers;
mod automatic;
mod definition;
pub(crate) mod divisions;
mod earlier;
mod effects;
mod errors;
mod expiry;
mod joint;
mod list;
mod materials;
mod move_version;
mod open;
mod people;
mod receipt;
mod recount;
mod rows;
mod save_on_the_way;
mod save_step;
mod start;
mod steps;
pub(crate) mod store;
mod submit;
mod sweep;
mod view;
mod wallet;
mod ways;
mod withdraw;

pub(crate) use advance::{AdvanceError, Rules, advance};
pub(crate) use definition::{definition_of, name_of};
pub use earlier::EarlierAnswers;
pub use errors::CaseError;
pub use expiry::{DRAFT_KEEP_DAYS, DRAFT_REMINDER_DAYS};
pub(crate) use expiry::{expire_drafts, remind_of_drafts};
pub(crate) use joint::go_on_with_result;
pub use joint::{JointView, MatterView};
pub use list::CaseSummary;
pub use materials::{
    FollowUp, HAND_OVER_MINUTES, HandOver, HandOverError, LibraryEntry, MaterialFile,
};
pub(crate) use materials::{forget_ended_hand_overs, forget_old_tallies, scan_waiting};
pub use move_version::NewVersion;
pub use people::{OfferedPerson, PersonChoice};
pub use receipt::Receipt;
pub(crate) use recount::{KIND as RECOUNT, recount, recount_job};
pub use rows::RowChange;
pub use save_step::{StepSaved, Upload};
pub use start::Channel;
pub(crate) use sweep::end_silences;
pub(crate) use view::load as load_view;
pub use view::{CaseView, HistoryRow, MaterialView, PartyKind};

pub use crate::materials::UploadProblem;

use crate::Portal;

/// The use cases of a citizen with a case.
pub struct Cases<'a>(pub(crate) &'a Portal);
