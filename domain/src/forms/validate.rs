//! What is wrong with the answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::value::problem;
use super::{
    Answers, Field, FieldKind, FormDefinition, MAX_MATERIALS_PER_SLOT, MaterialSlot, Step,
    visible_fields, visible_materials,
};
use crate::identity::ResidentIdError;

/// A problem and the field or material slot that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Key of the field or slot.
    pub field: String,
    /// What is wrong.
    pub problem: FieldProblem,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// It must be answered.
    Required,
    /// One of the options must be chosen.
    NotChosen,
    /// Too many characters.
    TooLong {
        /// The most that are allowed.
        max: usize,
    },
    /// No whole number.
    NotANumber,
    /// Below the least number.
    TooSmall {
        /// The least number.
        min: i64,
    },
    /// Above the greatest number.
    TooLarge {
        /// The greatest number.
        max: i64,
    },
    /// No date that exists.
    NotADate,
    /// After today.
    InTheFuture,
    /// Before today.
    InThePast,
    /// No identity number.
    ResidentId(ResidentIdError),
    /// No mobile number.
    Phone,
    /// No e-mail address.
    Email,
    /// Not among the options.
    UnknownOption,
    /// A file must be uploaded.
    MaterialMissing,
    /// More than [`super::MAX_MATERIALS_PER_SLOT`] files.
    TooManyMaterials,
}

impl FieldProblem {
    /// The Fluent key of the message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Required => "problem-required",
            Self::NotChosen => "problem-not-chosen",
            Self::TooLong { .. } => "problem-too-long",
            Self::NotANumber => "problem-not-a-number",
            Self::TooSmall { .. } => "problem-too-small",
            Self::TooLarge { .. } => "problem-too-large",
            Self::NotADate => "problem-not-a-date",
            Self::InTheFuture => "problem-in-the-future",
            Self::InThePast => "problem-in-the-past",
            Self::ResidentId(error) => error.key(),
            Self::Phone => "problem-phone",
            Self::Email => "problem-email",
            Self::UnknownOption => "problem-unknown-option",
            Self::MaterialMissing => "problem-material-missing",
            Self::TooManyMaterials => "problem-too-many-materials",
        }
    }

    /// The number in the message, `{ $n }`.
    pub fn number(self) -> Option<i64> {
        match self {
            Self::TooLong { max } => i64::try_from(max).ok(),
            Self::TooSmall { min } => Some(min),
            Self::TooLarge { max } => Some(max),
            Self::TooManyMaterials => i64::try_from(MAX_MATERIALS_PER_SLOT).ok(),
            _ => None,
        }
    }
}

/// How many files each material slot holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Materials(BTreeMap<String, usize>);

impl Materials {
    /// Files in this slot.
    pub fn count(&self, slot: &str) -> usize {
        self.0.get(slot).copied().unwrap_or_default()
    }
}

impl FromIterator<String> for Materials {
    /// Counts files by the slot that each lies in.
    fn from_iter<I: IntoIterator<Item = String>>(slots: I) -> Self {
        let mut counts = BTreeMap::new();
        for slot in slots {
            *counts.entry(slot).or_default() += 1;
        }
        Self(counts)
    }
}

/// What is wrong on one page of the form, in the order of the page; only fields and slots that are
/// shown. What a register has filled in and locked is not judged: the applicant could not mend it. Give
/// it [`FormDefinition::relevant`] answers.
pub fn validate_step(
    step: &Step,
    answers: &Answers,
    materials: &Materials,
    today: NaiveDate,
) -> Vec<FieldError> {
    let fields = visible_fields(step, answers)
        .into_iter()
        .filter_map(|field| {
            let problem = field_problem(field, answers, today)?;
            Some(FieldError {
                field: field.key.clone(),
                problem,
            })
        });
    let slots = visible_materials(step, answers)
        .into_iter()
        .filter_map(|slot| {
            let problem = slot_problem(slot, materials.count(&slot.key))?;
            Some(FieldError {
                field: slot.key.clone(),
                problem,
            })
        });
    fields.chain(slots).collect()
}

/// What is wrong where there is no answer.
fn missing(kind: &FieldKind) -> FieldProblem {
    match kind {
        FieldKind::Choice { .. } | FieldKind::Choices { .. } | FieldKind::YesNo => {
            FieldProblem::NotChosen
        }
        _ => FieldProblem::Required,
    }
}

fn field_problem(field: &Field, answers: &Answers, today: NaiveDate) -> Option<FieldProblem> {
    let values = answers.values(&field.key);
    if values.is_empty() {
        return field.required.then_some(missing(&field.kind));
    }
    if field.is_locked(answers) {
        return None;
    }
    values
        .iter()
        .find_map(|value| problem(&field.kind, value, today))
}

fn slot_problem(slot: &MaterialSlot, count: usize) -> Option<FieldProblem> {
    match count {
        0 => slot.required.then_some(FieldProblem::MaterialMissing),
        1..=MAX_MATERIALS_PER_SLOT => None,
        _ => Some(FieldProblem::TooManyMaterials),
    }
}

/// What is wrong in the whole form, by step key, in order; only visible steps that have a problem.
pub fn validate(
    form: &FormDefinition,
    answers: &Answers,
    materials: &Materials,
    today: NaiveDate,
) -> Vec<(String, Vec<FieldError>)> {
    let relevant = form.relevant(answers);
    form.visible_steps(&relevant)
        .into_iter()
        .map(|step| {
            (
                step.key.clone(),
                validate_step(step, &relevant, materials, today),
            )
        })
        .filter(|(_, errors)| !errors.is_empty())
        .collect()
}
