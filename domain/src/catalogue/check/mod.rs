//! What is wrong with a definition, found before it is published.

mod expressions;
mod facts;
mod flow;
mod form;
mod guide;
mod joint;
mod texts;

use chrono::NaiveDate;

use super::ServiceDefinition;
use crate::calendar::TimeLimit;
use crate::certificates::LineSource;

/// Greatest number of a limit: a hundred years of days.
const MAX_LIMIT: u32 = 36_525;
/// Characters of the type code of a certificate (证照类型代码).
const TYPE_CODE_CHARS: usize = 21;

/// A mistake in a definition. Keys name the step, field or slot that has it; `flow`, `choice` and
/// `certificate` name those parts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionProblem {
    /// A step asks for nothing.
    #[error("step {0} has neither fields nor materials")]
    EmptyStep(String),
    /// More than [`crate::forms::MAX_STEPS`] steps.
    #[error("the form has too many steps")]
    TooManySteps,
    /// More than [`crate::forms::MAX_FIELDS`] fields.
    #[error("the form has too many fields")]
    TooManyFields,
    /// More than [`crate::forms::MAX_EXPRESSIONS`] conditions, checks and computed values.
    #[error("the form has too many conditions")]
    TooManyExpressions,
    /// More than [`crate::forms::MAX_SLOTS`] material slots.
    #[error("the form has too many material slots")]
    TooManySlots,
    /// An early step stands after one that is not, asks for a file, or asks what only a person who has
    /// signed in can answer.
    #[error("early step {0} cannot be asked of a visitor")]
    BadEarlyStep(String),
    /// A key is not 1 to 64 characters that an expression can name: small letters, digits, underscores,
    /// beginning with a letter, and no word of the language.
    #[error("{0:?} cannot be a key")]
    BadKey(String),
    /// Two steps, or two fields or slots, have the same key.
    #[error("key {0} is used twice")]
    DuplicateKey(String),
    /// A choice without options, with too many, or with two of the same value.
    #[error("the options of {0} are missing or repeated")]
    BadOptions(String),
    /// A length of zero or too great, or a least number above the greatest.
    #[error("the limits of {0} cannot be kept")]
    BadRange(String),
    /// A group without questions, or in a group inside another.
    #[error("the rows of {0} cannot be asked")]
    BadGroup(String),
    /// A field is locked, but neither a register nor a certificate fills it.
    #[error("{0} is locked but nothing fills it")]
    LockedWithoutSource(String),
    /// A field stands in a row, or its kind cannot be filled in from its source.
    #[error("{0} cannot be filled in from its source")]
    CannotBeFilled(String),
    /// A field is filled in from a certificate whose type code is none, or from no line of it.
    #[error("the certificate that fills {0} is not named")]
    BadCertificateLine(String),
    /// Two fields that are always asked together ask for the same fact.
    #[error("{again} asks for what {first} asks already")]
    AsksTwice {
        /// The first of the two.
        first: String,
        /// The other.
        again: String,
    },
    /// A field asks for what a register knows, but is not filled from it (在线政务服务若干规定 art. 7).
    #[error("{0} asks for what a register knows")]
    AsksWhatRegisterKnows(String),
    /// A slot takes no file format.
    #[error("slot {0} accepts nothing")]
    AcceptsNothing(String),
    /// A slot asks for a material that the guide does not list.
    #[error("slot {0} is not in the guide")]
    SlotNotInGuide(String),
    /// An expression cannot be read, or would take too long.
    #[error("the expression of {place}: {problem}")]
    BadExpression {
        /// Where.
        place: String,
        /// Why.
        problem: String,
    },
    /// An expression or a certificate names something that does not exist, or is asked later.
    #[error("{place} looks at {field}, which is not asked before it")]
    UnknownField {
        /// Where.
        place: String,
        /// The name.
        field: String,
    },
    /// An expression fails for some answers.
    #[error("the expression of {place} fails for some answers: {reason}")]
    Fails {
        /// Where.
        place: String,
        /// Why.
        reason: String,
    },
    /// No answer makes a condition true: what it guards is never reached.
    #[error("the condition of {0} is never true")]
    NeverHolds(String),
    /// A text has no Chinese, which is the one that counts.
    #[error("{0} has no Chinese")]
    WithoutChinese(String),
    /// A text has no English.
    #[error("{0} has no English")]
    Untranslated(String),
    /// The promise may last longer than the law allows, see [`TimeLimit::may_outlast`].
    #[error("the promised limit is longer than the statutory one")]
    PromisedTooLong,
    /// Guide and flow name different limits, so the guide would not be true.
    #[error("guide and flow name different limits")]
    LimitsDiffer,
    /// A limit is longer than a hundred years of days.
    #[error("a limit is too long")]
    LimitTooLong,
    /// The guide breaks a rule by which published guides are audited.
    #[error("the guide: {0}")]
    Guide(GuideProblem),
    /// The type code of the certificate is not 21 digits and capitals.
    #[error("the type code of the certificate has not 21 digits and capitals")]
    BadTypeCode,
    /// The review has more than [`MAX_STAGES`](crate::cases::MAX_STAGES) stages, or one of them has no step
    /// or more than [`MAX_STEPS_OF_STAGE`](crate::cases::MAX_STEPS_OF_STAGE).
    #[error("the review has too many stages, or a stage without a step or with too many")]
    FlowSize,
    /// The key of a step of the review is no key, or another step has it too.
    #[error("the step {0} of the review has no key of its own")]
    FlowStepKey(String),
    /// A step of the review is for somebody who handles no cases.
    #[error("the step {0} of the review is for a role that handles no cases")]
    FlowStepRole(String),
    /// A kind of special procedure stands there twice.
    #[error("a special procedure stands in the flow twice")]
    ProcedureTwice,
    /// A rule decides, but somebody is to look before.
    #[error("a rule that decides leaves no time for a first look or a review")]
    RuleBesideReview,
    /// The extension is longer than the statutory limit that it extends.
    #[error("the extension is longer than the statutory limit")]
    ExtensionTooLong,
    /// The field with the end of the licence to be renewed is missing, or asks no date.
    #[error("the end of the licence to be renewed is not asked as a date")]
    RenewalWithoutDate,
    /// A joint service has fewer than two matters, or more than [`MAX_MATTERS`](crate::cases::MAX_MATTERS).
    #[error("the joint service has too few or too many matters")]
    MatterCount,
    /// The key of a matter is none, or stands twice.
    #[error("the matter {0} has no key of its own")]
    MatterKey(String),
    /// A matter needs the result of one that does not stand before it.
    #[error("the matter {matter} needs {needs}, which does not come before it")]
    MatterOrder {
        /// Key of the matter.
        matter: String,
        /// What it names.
        needs: String,
    },
    /// A matter names a step that the form does not have.
    #[error("the matter {matter} names the step {step}, which the form does not have")]
    MatterStep {
        /// Key of the matter.
        matter: String,
        /// Key of the step.
        step: String,
    },
    /// The flow of a matter has what only an application has: a first look, a renewal, matters of its own.
    #[error("the flow of the matter {0} has what comes before acceptance")]
    MatterFlow(String),
    /// The flow of a joint service has what only its matters have: a review, a decision by rule, a result.
    #[error("the flow of a joint service has what only its matters have")]
    JointFlow,
    /// Something is wrong with a matter.
    #[error("the matter {matter}: {problem}")]
    OfMatter {
        /// Key of the matter.
        matter: String,
        /// What.
        problem: Box<DefinitionProblem>,
    },
}

pub use guide::GuideProblem;

use DefinitionProblem as Problem;

impl ServiceDefinition {
    /// Every mistake, in reading order; empty when the definition can be published. Expressions are tried
    /// out on a day.
    pub fn check(&self, item: &super::ServiceItem, today: NaiveDate) -> Vec<DefinitionProblem> {
        let mut problems = Vec::new();
        guide::check(self, item, &mut problems);
        self.check_limits(&mut problems);
        flow::check(self, &mut problems);
        joint::check(self, today, &mut problems);
        form::check(self, &mut problems);
        facts::check(&self.form, &mut problems);
        expressions::check(self, today, &mut problems);
        self.check_certificate(&mut problems);
        texts::check(self, &mut problems);
        problems
    }

    fn check_limits(&self, problems: &mut Vec<Problem>) {
        let Self { guide, flow, .. } = self;
        self.check_limits_of_flow(problems);
        if (guide.promised, guide.statutory) != (flow.promised, flow.statutory) {
            problems.push(Problem::LimitsDiffer);
        }
    }

    fn check_limits_of_flow(&self, problems: &mut Vec<Problem>) {
        let flow = &self.flow;
        if flow.promised.may_outlast(flow.statutory) {
            problems.push(Problem::PromisedTooLong);
        }
        let validity = self
            .certificate
            .as_ref()
            .and_then(|template| template.validity);
        let fixed = [
            flow.promised,
            flow.statutory,
            flow.acceptance,
            flow.correction,
            flow.delivery,
        ];
        let procedures = flow.procedures.iter().map(|rule| &rule.longest);
        let steps = flow.steps().filter_map(|step| step.limit.as_ref());
        let optional = flow.precheck.iter().chain(&flow.extension);
        let too_long = |limit: &TimeLimit| limit.number > MAX_LIMIT;
        let others = optional.chain(procedures).chain(steps);
        if fixed.iter().chain(&validity).chain(others).any(too_long) {
            problems.push(Problem::LimitTooLong);
        }
    }

    /// The certificate comes after the form, so it may show all of it.
    fn check_certificate(&self, problems: &mut Vec<Problem>) {
        let Some(template) = &self.certificate else {
            return;
        };
        if !is_type_code(&template.type_code) {
            problems.push(Problem::BadTypeCode);
        }
        for line in &template.fields {
            let LineSource::Field(field) = &line.from else {
                continue;
            };
            if self.form.field(field).is_none() {
                problems.push(Problem::UnknownField {
                    place: "certificate".to_owned(),
                    field: field.clone(),
                });
            }
        }
    }
}

/// Whether this can be the type code of a certificate.
fn is_type_code(code: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    code.len() == TYPE_CODE_CHARS && code.bytes().all(plain)
}
