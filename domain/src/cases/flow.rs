//! How an office handles the cases of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Joint, ProcedureKind, Role};
use crate::calendar::TimeLimit;
use crate::forms::Expression;
use crate::{DepartmentCode, Text};

/// Most stages of a review: one for each office that a large permit passes, with room.
pub const MAX_STAGES: usize = 20;
/// Most steps that go on side by side: as many departments as a joint review has at its table.
pub const MAX_STEPS_OF_STAGE: usize = 20;

/// The flow of a service, part of its published definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// An informal look at what was sent (预审), within this limit; it can be sent back once to be mended.
    /// It delays nothing: the time to accept runs from the first submission.
    #[serde(default)]
    pub precheck: Option<TimeLimit>,
    /// One officer proposes and another decides.
    #[serde(default)]
    pub four_eyes: bool,
    /// The rules decide alone where they can.
    #[serde(default)]
    pub automatic: Option<AutomaticDecision>,
    /// The stages of the review between acceptance and decision (审查), one after the other. None where who
    /// decides also looks.
    #[serde(default)]
    pub review: Vec<Stage>,
    /// The special procedures (特别程序) that the law knows for this service.
    #[serde(default)]
    pub procedures: Vec<ProcedureRule>,
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
    /// By how much the head of the office may extend both limits, once and with reasons told to the applicant
    /// (行政许可法 art. 42: 10 working days). None where the law knows no extension.
    #[serde(default)]
    pub extension: Option<TimeLimit>,
    /// How long the office has to hand over what it has granted; 10 working days when not said
    /// (行政许可法 art. 44).
    #[serde(default = "ten_working_days")]
    pub delivery: TimeLimit,
    /// The result is a thing that somebody hands over or posts. Otherwise it is delivered with the decision.
    #[serde(default)]
    pub handed_over: bool,
    /// The application asks to renew a licence, and silence grants it.
    #[serde(default)]
    pub renewal: Option<Renewal>,
    /// The service is a joint one (一件事): after acceptance each of its matters is a case of its own.
    #[serde(default)]
    pub joint: Option<Joint>,
}

/// Steps of a review that go on side by side (并联). The next stage begins when all are concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The steps.
    pub steps: Vec<ReviewStep>,
}

/// One step of a review: somebody looks and says whether anything is against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewStep {
    /// Names the step within the flow.
    pub key: String,
    /// What is looked at.
    pub name: Text,
    /// Who may conclude it; a reviewer may do what a handler may.
    #[serde(default = "handler")]
    pub role: Role,
    /// The department that looks, where it is not the one that decides (征求意见, 会签).
    #[serde(default)]
    pub department: Option<DepartmentCode>,
    /// How long it takes as planned, from the day on which its stage begins. Nothing follows from it but a
    /// warning: towards the applicant the promise counts.
    #[serde(default)]
    pub limit: Option<TimeLimit>,
    /// Somebody who has concluded no other step has to conclude it (行政许可法 art. 34: two officers).
    #[serde(default)]
    pub by_another: bool,
    /// The portal concludes the step when this holds; else a person does.
    #[serde(default)]
    pub agree_when: Option<Expression>,
}

/// A special procedure that a flow allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcedureRule {
    /// What it is.
    pub kind: ProcedureKind,
    /// The longest time that an officer may state for it.
    pub longest: TimeLimit,
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

/// The renewal of a licence (延续): where the office has not decided when the licence expires, it counts as
/// granted (行政许可法 art. 50).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// Key of the date field that holds the last day of the licence.
    pub expiry: String,
}

impl Flow {
    /// The step with this key.
    pub fn step(&self, key: &str) -> Option<&ReviewStep> {
        self.steps().find(|step| step.key == key)
    }

    /// All steps, in their order.
    pub fn steps(&self) -> impl Iterator<Item = &ReviewStep> {
        self.review.iter().flat_map(|stage| &stage.steps)
    }

    /// The rule for a special procedure.
    pub fn procedure(&self, kind: ProcedureKind) -> Option<&ProcedureRule> {
        self.procedures.iter().find(|rule| rule.kind == kind)
    }
}

const fn five_working_days() -> TimeLimit {
    TimeLimit::working_days(5)
}

const fn ten_working_days() -> TimeLimit {
    TimeLimit::working_days(10)
}

const fn fifteen_working_days() -> TimeLimit {
    TimeLimit::working_days(15)
}

const fn handler() -> Role {
    Role::Handler
}
