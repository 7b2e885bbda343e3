//! Editing services (事项编辑): the life of a working copy from its first word to its publication, the
//! life of an item afterwards, what stands on the page of each part, and what differs between versions.

mod difference;
mod flow;
mod flow_sheets;
mod form_sheets;
mod input;
mod part;
mod place_sheets;
mod sheet;
mod sheets;
mod spoken;
mod standing;
mod subjects;
mod template;
mod typed;
mod values;
mod written;

pub use difference::{Difference, differences};
pub use flow::{DraftAction, DraftEvent, DraftRefusal, DraftState, MAX_REASON_CHARS, WorkingCopy};
pub use form_sheets::answer_kinds;
pub use input::{Input, InputKind, Offer};
pub use part::{FieldPlace, Part};
pub use sheet::{ListStep, Sheet, TypedProblem, inner_inputs};
pub use sheets::{item_types, limit_units};
pub use spoken::CLAIMS;
pub use standing::{Standing, StandingAction, StandingProposal, StandingRefusal};
pub use subjects::{Aspect, SubjectOffer};
pub use template::new_service;
pub use typed::{ASKED, MAX_TESTS};
