//! Evaluations of a service by those who used it (政务服务好差评, 国办发〔2019〕51号, GB/T 39734, GB/T 39735).
//!
//! Rating is voluntary: nothing here asks for a reason, a word or an answer from the one who rates.

mod figures;
mod rating;
mod rectification;
mod step;
mod strike;
mod transition;
mod turn;

pub use figures::{BadReviews, RATED_STATES, SHOWN_FROM, Share, Tally};
pub use rating::{
    EvaluationChannel, EvaluationProblem, Level, MAX_COMMENT_CHARS, check_evaluation, may_rate,
    options,
};
pub use rectification::{Ending, LIMITS, Limits, Rectification, RectificationState, StrikeGround};
pub use step::{Step, StepKind};
pub use transition::{Deed, MAX_TEXT_CHARS, RectificationRefusal, Setting};
pub use turn::{DEFAULT_AFTER, Evaluation, FOLLOW_UP_WITHIN, FollowUpRefusal, Given};
