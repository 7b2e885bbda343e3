//! The life of a case (办件): its number, its states, and who may take it from one to the next.

mod allowed;
mod clock;
mod closing;
mod correction;
mod event;
mod flow;
mod joint;
mod number;
mod pausing;
mod procedure;
mod progress;
mod recount;
mod review;
mod state;
mod transition;
mod words;

pub use allowed::Refusal;
pub use clock::{CaseClock, Extension, Pause};
pub use closing::{Delivery, Ending, Ground, ResultCode};
pub use correction::{Demands, Fixed, MAX_POINT_CHARS, MAX_POINTS, Opening, Point, Target};
pub use event::{Event, EventKind, Outcome, Party, Role};
pub use flow::{
    AutomaticDecision, Flow, MAX_STAGES, MAX_STEPS_OF_STAGE, ProcedureRule, Renewal, ReviewStep,
    Stage,
};
pub use joint::{Change, Joint, Look, MAX_MATTERS, Matter, Part, Savings, Standing};
pub use number::{CaseNumber, CaseNumberError};
pub use procedure::ProcedureKind;
pub use progress::Light;
pub use review::{Concluded, Review, Verdict};
pub use state::{Approver, Case, CaseState};
pub use transition::RENEWAL_AHEAD_DAYS;
pub use words::MAX_OPINION_CHARS;
