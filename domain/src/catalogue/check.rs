//! What is wrong with a definition, found before it is published.

use std::collections::BTreeSet;

use super::ServiceDefinition;
use crate::calendar::TimeLimit;
use crate::forms::{
    Condition, Field, FieldKind, FormDefinition, MAX_ANSWER_CHARS, MAX_FIELDS, MAX_STEPS,
    MaterialSlot, Step,
};

/// Most characters of a key: it stands in addresses and names files.
const MAX_KEY_CHARS: usize = 64;
/// Most conditions inside one another; deeper ones nobody can read.
const MAX_CONDITION_DEPTH: usize = 8;
/// Greatest number of a limit: a hundred years of days.
const MAX_LIMIT: u32 = 36_525;

/// A mistake in a definition. Keys name the step, field or slot that has it; `flow` and `certificate`
/// name those parts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionProblem {
    /// The form has no step.
    #[error("the form has no step")]
    EmptyForm,
    /// A step asks for nothing.
    #[error("step {0} has neither fields nor materials")]
    EmptyStep(String),
    /// More than [`MAX_STEPS`] steps.
    #[error("the form has too many steps")]
    TooManySteps,
    /// More than [`MAX_FIELDS`] fields and slots.
    #[error("the form has too many fields")]
    TooManyFields,
    /// A key is not 1 to 64 small letters, digits, hyphens and underscores.
    #[error("{0:?} cannot be a key")]
    BadKey(String),
    /// Two steps, or two fields or slots, have the same key.
    #[error("key {0} is used twice")]
    DuplicateKey(String),
    /// A choice without options, or with two of the same value.
    #[error("the options of {0} are missing or repeated")]
    BadOptions(String),
    /// A length of zero or above [`MAX_ANSWER_CHARS`], or a least number above the greatest.
    #[error("the limits of {0} cannot be kept")]
    BadRange(String),
    /// A field is locked, but no register fills it.
    #[error("{0} is locked but nothing fills it")]
    LockedWithoutRegister(String),
    /// A slot takes no file format.
    #[error("slot {0} accepts nothing")]
    AcceptsNothing(String),
    /// A condition or a certificate names a field that does not exist.
    #[error("{place} looks at {field}, which does not exist")]
    UnknownField {
        /// Where.
        place: String,
        /// The field.
        field: String,
    },
    /// A condition looks at a question that is asked later, or at itself.
    #[error("{place} looks ahead to {field}")]
    LooksAhead {
        /// Where.
        place: String,
        /// The field.
        field: String,
    },
    /// A condition compares a choice with something that cannot be chosen.
    #[error("{place} compares {field} with {value}, which is no option")]
    UnknownValue {
        /// Where.
        place: String,
        /// The field.
        field: String,
        /// The value.
        value: String,
    },
    /// Conditions lie too deep inside one another.
    #[error("the condition of {0} is nested too deep")]
    NestedTooDeep(String),
    /// The promise is longer than the law allows.
    #[error("the promised limit is longer than the statutory one")]
    PromisedTooLong,
    /// Guide and flow name different limits, so the guide would not be true.
    #[error("guide and flow name different limits")]
    LimitsDiffer,
    /// A limit is longer than a hundred years of days.
    #[error("a limit is too long")]
    LimitTooLong,
    /// Visits are asked for without saying why.
    #[error("visits are asked for without a reason")]
    VisitsWithoutReason,
    /// The type code of the certificate is not 21 digits and capitals.
    #[error("the type code of the certificate has not 21 digits and capitals")]
    BadTypeCode,
}

use DefinitionProblem as Problem;

impl ServiceDefinition {
    /// Every mistake, in reading order; empty when the definition can be published.
    pub fn check(&self) -> Vec<DefinitionProblem> {
        let mut problems = Vec::new();
        self.check_limits(&mut problems);
        check_size(&self.form, &mut problems);
        check_keys(&self.form, &mut problems);
        check_conditions(&self.form, &mut problems);
        for step in &self.form.steps {
            step.fields
                .iter()
                .for_each(|field| check_field(field, &mut problems));
            step.materials
                .iter()
                .for_each(|slot| check_slot(slot, &mut problems));
        }
        self.check_ends(&mut problems);
        problems
    }

    fn check_limits(&self, problems: &mut Vec<Problem>) {
        let Self { guide, flow, .. } = self;
        let same_unit = flow.promised.unit == flow.statutory.unit;
        if same_unit && flow.promised.number > flow.statutory.number {
            problems.push(Problem::PromisedTooLong);
        }
        if (guide.promised, guide.statutory) != (flow.promised, flow.statutory) {
            problems.push(Problem::LimitsDiffer);
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
        ];
        let too_long = |limit: &TimeLimit| limit.number > MAX_LIMIT;
        if fixed.iter().chain(&validity).any(too_long) {
            problems.push(Problem::LimitTooLong);
        }
        if guide.on_site_visits > 0 && guide.on_site_reason.is_none() {
            problems.push(Problem::VisitsWithoutReason);
        }
    }

    /// Rule and certificate come after the form, so they may look at all of it.
    fn check_ends(&self, problems: &mut Vec<Problem>) {
        let known: Vec<&Field> = self
            .form
            .steps
            .iter()
            .flat_map(|step| &step.fields)
            .collect();
        if let Some(automatic) = &self.flow.automatic {
            check_condition(
                "flow",
                &automatic.approve_when,
                &known,
                &self.form,
                problems,
            );
        }
        let Some(template) = &self.certificate else {
            return;
        };
        let plain = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        if template.type_code.len() != 21 || !template.type_code.bytes().all(plain) {
            problems.push(Problem::BadTypeCode);
        }
        for line in &template.fields {
            if self.form.field(&line.from).is_none() {
                let place = "certificate".to_owned();
                problems.push(Problem::UnknownField {
                    place,
                    field: line.from.clone(),
                });
            }
        }
    }
}

fn check_size(form: &FormDefinition, problems: &mut Vec<Problem>) {
    if form.steps.is_empty() {
        problems.push(Problem::EmptyForm);
    }
    if form.steps.len() > MAX_STEPS {
        problems.push(Problem::TooManySteps);
    }
    let size = |step: &Step| step.fields.len() + step.materials.len();
    if form.steps.iter().map(size).sum::<usize>() > MAX_FIELDS {
        problems.push(Problem::TooManyFields);
    }
    for step in form.steps.iter().filter(|step| size(step) == 0) {
        problems.push(Problem::EmptyStep(step.key.clone()));
    }
}

fn check_keys(form: &FormDefinition, problems: &mut Vec<Problem>) {
    let mut steps = BTreeSet::new();
    let mut fields = BTreeSet::new();
    for step in &form.steps {
        check_key(&step.key, &mut steps, problems);
        let slots = step.materials.iter().map(|slot| &slot.key);
        for key in step.fields.iter().map(|field| &field.key).chain(slots) {
            check_key(key, &mut fields, problems);
        }
    }
}

fn check_key<'a>(key: &'a str, seen: &mut BTreeSet<&'a str>, problems: &mut Vec<Problem>) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    if !(1..=MAX_KEY_CHARS).contains(&key.len()) || !key.bytes().all(plain) {
        problems.push(Problem::BadKey(key.to_owned()));
    }
    if !seen.insert(key) {
        problems.push(Problem::DuplicateKey(key.to_owned()));
    }
}

fn check_field(field: &Field, problems: &mut Vec<Problem>) {
    let key = || field.key.clone();
    match &field.kind {
        FieldKind::Text { max } | FieldKind::LongText { max }
            if !(1..=MAX_ANSWER_CHARS).contains(&usize::from(*max)) =>
        {
            problems.push(Problem::BadRange(key()));
        }
        FieldKind::Number {
            min: Some(min),
            max: Some(max),
        } if min > max => {
            problems.push(Problem::BadRange(key()));
        }
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            let values: BTreeSet<&str> = options.iter().map(|o| o.value.as_str()).collect();
            if options.is_empty() || values.len() < options.len() || values.contains("") {
                problems.push(Problem::BadOptions(key()));
            }
        }
        _ => {}
    }
    if field.locked && field.prefill.is_none() {
        problems.push(Problem::LockedWithoutRegister(key()));
    }
}

fn check_slot(slot: &MaterialSlot, problems: &mut Vec<Problem>) {
    if slot.accepts.is_empty() {
        problems.push(Problem::AcceptsNothing(slot.key.clone()));
    }
}

/// Conditions may look only at what is asked before: so one walk through the form settles what is asked.
fn check_conditions(form: &FormDefinition, problems: &mut Vec<Problem>) {
    let mut before: Vec<&Field> = Vec::new();
    for step in &form.steps {
        if let Some(when) = &step.when {
            check_condition(&step.key, when, &before, form, problems);
        }
        for field in &step.fields {
            if let Some(when) = &field.when {
                check_condition(&field.key, when, &before, form, problems);
            }
            before.push(field);
        }
        for slot in &step.materials {
            if let Some(when) = &slot.when {
                check_condition(&slot.key, when, &before, form, problems);
            }
        }
    }
}

fn check_condition(
    place: &str,
    condition: &Condition,
    before: &[&Field],
    form: &FormDefinition,
    problems: &mut Vec<Problem>,
) {
    if condition.depth() > MAX_CONDITION_DEPTH {
        problems.push(Problem::NestedTooDeep(place.to_owned()));
    }
    for key in condition.fields() {
        let place = place.to_owned();
        if form.field(key).is_none() {
            problems.push(Problem::UnknownField {
                place,
                field: key.to_owned(),
            });
        } else if !before.iter().any(|field| field.key == key) {
            problems.push(Problem::LooksAhead {
                place,
                field: key.to_owned(),
            });
        }
    }
    for test in condition.tests() {
        check_values(place, test, form, problems);
    }
}

/// A comparison with a value that nobody can choose would never hold: always a slip of the pen.
fn check_values(place: &str, test: &Condition, form: &FormDefinition, problems: &mut Vec<Problem>) {
    let (key, values) = match test {
        Condition::Equals { field, value } => (field, std::slice::from_ref(value)),
        Condition::AnyOf { field, values } => (field, values.as_slice()),
        _ => return,
    };
    let Some(field) = form.field(key) else {
        return;
    };
    let possible: Vec<&str> = match &field.kind {
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            options.iter().map(|option| option.value.as_str()).collect()
        }
        FieldKind::YesNo => vec!["yes", "no"],
        _ => return,
    };
    for value in values
        .iter()
        .filter(|value| !possible.contains(&value.as_str()))
    {
        let (place, field, value) = (place.to_owned(), key.clone(), value.clone());
        problems.push(Problem::UnknownValue {
            place,
            field,
            value,
        });
    }
}
