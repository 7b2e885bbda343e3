//! What is wrong with the answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::value::{address_problem, person_problem, problem};
use super::{
    Field, FieldKind, MAX_MATERIALS_PER_SLOT, MAX_OBJECTION_CHARS, MaterialSlot, Reading,
    SlotAnswer, Step,
};
use crate::Text;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// No unified social credit code.
    CreditCode,
    /// More decimal places than are kept.
    TooManyPlaces {
        /// The most that are kept.
        places: u8,
    },
    /// A part of the answer is missing.
    Unfinished,
    /// Fewer rows than are needed.
    TooFewRows {
        /// The fewest.
        min: u8,
    },
    /// More rows than can be taken.
    TooManyRows {
        /// The most.
        max: u8,
    },
    /// A check of the definition does not hold; these are its words.
    Check(Text),
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
    /// Too many characters of what is wrong with a value that was filled in.
    ObjectionTooLong,
}

impl FieldProblem {
    /// The Fluent key of the message.
    pub const fn key(&self) -> &'static str {
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
            Self::CreditCode => "problem-credit-code",
            Self::TooManyPlaces { .. } => "problem-too-many-places",
            Self::Unfinished => "problem-unfinished",
            Self::TooFewRows { .. } => "problem-too-few-rows",
            Self::TooManyRows { .. } => "problem-too-many-rows",
            Self::Check(_) => "problem-check",
            Self::Phone => "problem-phone",
            Self::Email => "problem-email",
            Self::UnknownOption => "problem-unknown-option",
            Self::MaterialMissing => "problem-material-missing",
            Self::TooManyMaterials => "problem-too-many-materials",
            Self::ObjectionTooLong => "problem-objection-too-long",
        }
    }

    /// The number in the message, `{ $n }`.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::TooLong { max } => i64::try_from(*max).ok(),
            Self::TooSmall { min } => Some(*min),
            Self::TooLarge { max } => Some(*max),
            Self::TooManyPlaces { places } => Some(i64::from(*places)),
            Self::TooFewRows { min } => Some(i64::from(*min)),
            Self::TooManyRows { max } => Some(i64::from(*max)),
            Self::TooManyMaterials => i64::try_from(MAX_MATERIALS_PER_SLOT).ok(),
            Self::ObjectionTooLong => i64::try_from(MAX_OBJECTION_CHARS).ok(),
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

impl Reading<'_> {
    /// What is wrong on one page of the form, in the order of the page; only fields and slots that are
    /// shown. What somebody else has filled in and locked is not judged: the applicant could not mend it.
    /// What the applicant says about it is.
    pub fn problems(&self, step: &Step, materials: &Materials) -> Vec<FieldError> {
        let mut found = Vec::new();
        for field in self.fields(step) {
            self.judge(field, &field.key, &mut found);
        }
        for slot in self.materials(step) {
            if let Some(problem) = self.slot_problem(slot, materials.count(&slot.key)) {
                found.push(FieldError {
                    field: slot.key.clone(),
                    problem,
                });
            }
        }
        found
    }

    /// What is wrong in the whole form, by step key, in order; only shown steps that have a problem.
    pub fn all_problems(&self, materials: &Materials) -> Vec<(String, Vec<FieldError>)> {
        self.steps()
            .into_iter()
            .map(|step| (step.key.clone(), self.problems(step, materials)))
            .filter(|(_, errors)| !errors.is_empty())
            .collect()
    }

    fn judge(&self, field: &Field, key: &str, found: &mut Vec<FieldError>) {
        if let Some(problem) = self.field_problem(field, key) {
            let field = key.to_owned();
            found.push(FieldError { field, problem });
        }
        let said = self.answers().get(key);
        let said = said.and_then(|answer| answer.objection.as_deref());
        if said.is_some_and(|said| said.chars().count() > MAX_OBJECTION_CHARS) {
            found.push(FieldError {
                field: key.to_owned(),
                problem: FieldProblem::ObjectionTooLong,
            });
        }
        for row in self.rows(key) {
            for (key, column) in self.cells(field, key, row) {
                self.judge(column, &key, found);
            }
        }
    }

    /// What is wrong with the answer to one question.
    pub(super) fn field_problem(&self, field: &Field, key: &str) -> Option<FieldProblem> {
        let values = self.answers().values(key);
        if let FieldKind::Group { min, max, .. } = field.kind {
            return rows_problem(values.len(), min, max).or_else(|| self.check_problem(field, key));
        }
        if field.computed.is_some() {
            return self.check_problem(field, key);
        }
        if values.is_empty() {
            return field.required.then(|| missing(&field.kind));
        }
        if field.is_locked(key, self.answers()) {
            return None;
        }
        let problem = match &field.kind {
            FieldKind::Address => address_problem(values),
            FieldKind::Person { relations } => person_problem(values, relations),
            kind => values
                .iter()
                .find_map(|value| problem(kind, value, self.today())),
        };
        problem.or_else(|| self.check_problem(field, key))
    }

    fn check_problem(&self, field: &Field, key: &str) -> Option<FieldProblem> {
        let failed = field
            .checks
            .iter()
            .find(|check| self.check(&check.holds, key) == Some(false));
        failed.map(|check| FieldProblem::Check(check.message.clone()))
    }

    fn slot_problem(&self, slot: &MaterialSlot, count: usize) -> Option<FieldProblem> {
        match count {
            0 => (slot.required && !self.is_answered_without_file(slot))
                .then_some(FieldProblem::MaterialMissing),
            1..=MAX_MATERIALS_PER_SLOT => None,
            _ => Some(FieldProblem::TooManyMaterials),
        }
    }

    /// Whether a slot is answered in one of its other ways. That it is exempt only a register or the
    /// wallet can have said.
    pub fn is_answered_without_file(&self, slot: &MaterialSlot) -> bool {
        let Some(answer) = self.answers().get(&slot.key) else {
            return false;
        };
        let way = answer.values.first().and_then(|way| SlotAnswer::parse(way));
        match way {
            Some(SlotAnswer::Exempt) => !answer.source.is_typed(),
            Some(SlotAnswer::Files) | None => false,
            Some(SlotAnswer::Paper) => true,
            Some(way) => slot.ways().contains(&way),
        }
    }
}

/// What is wrong where there is no answer.
const fn missing(kind: &FieldKind) -> FieldProblem {
    match kind {
        FieldKind::Choice { .. }
        | FieldKind::Choices { .. }
        | FieldKind::YesNo
        | FieldKind::Declaration { .. }
        | FieldKind::Division => FieldProblem::NotChosen,
        _ => FieldProblem::Required,
    }
}

fn rows_problem(rows: usize, min: u8, max: u8) -> Option<FieldProblem> {
    if rows < min.into() {
        return Some(FieldProblem::TooFewRows { min });
    }
    (rows > max.into()).then_some(FieldProblem::TooManyRows { max })
}
