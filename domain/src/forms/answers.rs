//! What has been answered, and where each answer comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::value::canonical;
use super::{FieldKind, Register, Step, visible_fields};

/// The answers of a case by field key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

/// One answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its values: none when the person emptied it, several only where several can be chosen.
    pub values: Vec<String>,
    /// Where it comes from.
    #[serde(default)]
    pub source: AnswerSource,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum AnswerSource {
    /// The applicant typed or chose it.
    #[default]
    Typed,
    /// A department's register said so.
    Register {
        /// Which one.
        register: Register,
        /// When it was asked.
        read_at: DateTime<Utc>,
    },
}

impl AnswerSource {
    /// Whether the applicant typed it.
    pub const fn is_typed(self) -> bool {
        matches!(self, Self::Typed)
    }
}

impl fmt::Debug for Answer {
    /// Without the values: answers are personal data and must not get into a log by a debug print.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({} values, {:?})", self.values.len(), self.source)
    }
}

impl Answers {
    /// The answer to this field; `None` when it was never answered.
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }

    /// The first value of the answer; `None` when there is none.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.values(key).first().map(String::as_str)
    }

    /// All values of the answer; empty when there is none.
    pub fn values(&self, key: &str) -> &[String] {
        self.0.get(key).map_or(&[], |answer| &answer.values)
    }

    /// Takes what the applicant typed. The same values as before keep their source, so that a register's
    /// value stays a register's value until somebody changes it.
    pub fn set_typed(&mut self, key: &str, values: Vec<String>) {
        if self.values(key) != values {
            self.insert(
                key,
                Answer {
                    values,
                    source: AnswerSource::Typed,
                },
            );
        }
    }

    /// Fills in what a register knows; a blank is no knowledge. What the applicant has typed is left as
    /// it is.
    pub fn prefill(&mut self, key: &str, value: impl Into<String>, source: AnswerSource) {
        let value = value.into();
        let free = self.get(key).is_none_or(|answer| !answer.source.is_typed());
        if free && !value.trim().is_empty() {
            self.insert(
                key,
                Answer {
                    values: vec![value],
                    source,
                },
            );
        }
    }

    /// The keys of all answered fields.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// All answers by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), answer))
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn insert(&mut self, key: &str, answer: Answer) {
        self.0.insert(key.to_owned(), answer);
    }
}

/// Takes the values that a page of the form has posted: trimmed, in canonical form where they are valid,
/// never cut (what is too long is a [`super::FieldError`], and nothing typed is lost). Keys that are not
/// fields of this step and locked fields are ignored. A set of check boxes that was on the page and sends
/// nothing has been emptied: that is how browsers say it.
pub fn apply_posted(step: &Step, answers: &mut Answers, posted: &BTreeMap<String, Vec<String>>) {
    let shown: Vec<&str> = visible_fields(step, answers)
        .iter()
        .map(|f| f.key.as_str())
        .collect();
    for field in &step.fields {
        if field.is_locked(answers) {
            continue;
        }
        let boxes = matches!(field.kind, FieldKind::Choices { .. });
        match posted.get(&field.key) {
            Some(raw) => answers.set_typed(&field.key, clean(&field.kind, raw)),
            None if boxes && shown.contains(&field.key.as_str()) => {
                answers.set_typed(&field.key, Vec::new());
            }
            None => {}
        }
    }
}

/// The values as they are stored: no blanks, no repetitions, one where the field takes one.
fn clean(kind: &FieldKind, raw: &[String]) -> Vec<String> {
    let most = if matches!(kind, FieldKind::Choices { .. }) {
        usize::MAX
    } else {
        1
    };
    let mut seen = BTreeSet::new();
    raw.iter()
        .map(|value| canonical(kind, value))
        .filter(|value| !value.is_empty() && seen.insert(value.clone()))
        .take(most)
        .collect()
}
