//! How an office handles the cases of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;
use crate::calendar::TimeLimit;
use crate::forms::Expression;

/// The flow of a service, part of its published definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// One officer proposes and another decides.
    #[serde(default)]
    pub four_eyes: bool,
    /// The rules decide alone where they can.
    #[serde(default)]
    pub automatic: Option<AutomaticDecision>,
    /// How long the office has to accept, refuse or ask for corrections; 5 working days when not said
    /// (行政许可法 art. 32).
    #[serde(default = "five_working_days")]
    pub acceptance: TimeLimit,
    /// How long the applicant has to correct; 15 working days when not said. No law fixes it.
    #[serde(default = "fifteen_working_days")]
    pub correction: TimeLimit,
    /// How long the decision takes as promised, from acceptance.
    pub promised: TimeLimit,
    /// How long it may take by law, from acceptance (行政许可法 art. 42: 20 working days).
    pub statutory: TimeLimit,
}

/// A decision by rule (即办件, 秒批).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AutomaticDecision {
    /// Approve at once when this holds and the applicant calls nothing wrong that was filled in; else an
    /// officer decides. Rules never reject: that needs a person who gives reasons (行政许可法 art. 38).
    pub approve_when: Expression,
    /// Shown to the applicant when an officer has to look.
    pub reason: Text,
}

const fn five_working_days() -> TimeLimit {
    TimeLimit::working_days(5)
}

const fn fifteen_working_days() -> TimeLimit {
    TimeLimit::working_days(15)
}
