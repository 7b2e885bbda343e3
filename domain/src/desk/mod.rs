//! The desk (工作台): what officers filter by, whose case it is, who stands in for whom, and what they write
//! beside it.

mod assignment;
mod deputies;
mod filter;
mod pile;
mod search;
mod template;
mod thresholds;
mod writing;

pub use assignment::{
    AssignmentChange, AssignmentRefusal, AssignmentRule, check_assignment, least_loaded,
    next_in_turn,
};
pub use deputies::{Absence, AbsenceProblem, MAX_ABSENCE_DAYS, stands_in_for};
pub use filter::{InboxFilter, InboxOrder, InboxTab, MAX_FILTER_NAME_CHARS, MAX_SAVED_FILTERS};
pub use pile::Pile;
pub use search::{MAX_SEARCH_CHARS, NUMBER_TAIL_CHARS, SearchWords, normal_name};
pub use template::{
    MAX_TEMPLATE_NAME_CHARS, MAX_TEMPLATES, Placeholder, TemplateProblem, check_template, fill_in,
};
pub use thresholds::LightThresholds;
pub use writing::{
    MAX_MESSAGE_CHARS, MAX_MESSAGES, MAX_NOTE_CHARS, MAX_NOTES, WritingProblem, check_message,
    check_note,
};

/// Most cases that one press of a button acts on. Each is a use case of its own, and the officer waits for
/// all of them.
pub const MAX_BATCH: usize = 50;
