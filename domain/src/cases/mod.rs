//! The life of a case (办件): its number, its states, and who may take it from one to the next.

mod allowed;
mod event;
mod flow;
mod number;
mod progress;
mod state;
mod transition;

pub use allowed::Refusal;
pub use event::{Event, EventKind, Outcome, Party, Role};
pub use flow::{AutomaticDecision, Flow};
pub use number::{CaseNumber, CaseNumberError};
pub use progress::Light;
pub use state::{Case, CaseClock, CaseState};
pub use transition::MAX_OPINION_CHARS;
