//! Supervision (电子监察): what is watched in every case, what it leads to, and the monthly figures.
//!
//! Two rules that are customary elsewhere are missing, because what they look for cannot happen here:
//! corrections asked for twice and refusals without reasons are refused by [`Case::apply`] itself.
//!
//! [`Case::apply`]: crate::cases::Case::apply

mod figures;
mod record;
mod rules;
mod watch;

pub use figures::{Decision, FEW, Figures, Month, PublicFigures, due_months};
pub use record::{Record, RecordRefusal, Ruling};
pub use rules::{
    Card, MAX_WATCHED_DAYS, NEAR_WORKING_DAYS, Rule, RuleChange, RuleProblem, Rules, Told, Watch,
};
pub use watch::{Facts, Finding, is_overdue, watch};
