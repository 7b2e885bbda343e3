//! The guided choice (智能导办): what follows from the answers to the early questions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::forms::Expression;
use crate::{ItemCode, Text};

/// What the early questions of the form decide.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuidedChoice {
    /// Who cannot apply, and why.
    #[serde(default)]
    pub eligibility: Vec<EligibilityRule>,
    /// The scenarios (情形); the first one that fits is taken.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
}

/// A reason not to apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EligibilityRule {
    /// Who this holds of cannot apply. Unknown while an answer that it looks at is missing.
    pub fails_when: Expression,
    /// Why not, in plain words.
    pub reason: Text,
    /// What would change it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Text>,
    /// The handling item (业务办理项) that is the right one instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<ItemCode>,
}

/// A scenario (情形).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name in the case.
    pub key: String,
    /// Its name for people.
    pub name: Text,
    /// It fits whom this holds of; the last one fits all others when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
    /// What is special about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Text>,
}
