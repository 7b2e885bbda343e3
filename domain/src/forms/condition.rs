//! Conditions on answers.

use serde::{Deserialize, Serialize};

use super::Answers;

/// A condition. Written in JSON as `{"test": "equals", "field": "kind", "value": "new"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "test", rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// One of the answer's values is this one.
    Equals {
        /// Key of the field.
        field: String,
        /// The value.
        value: String,
    },
    /// One of the answer's values is one of these.
    AnyOf {
        /// Key of the field.
        field: String,
        /// The values.
        values: Vec<String>,
    },
    /// The answer is a whole number of at least this much.
    AtLeast {
        /// Key of the field.
        field: String,
        /// The least number.
        number: i64,
    },
    /// There is an answer.
    Present {
        /// Key of the field.
        field: String,
    },
    /// There is an answer and a register gave it. What a rule decides alone must not rest on words that
    /// the applicant could have typed.
    FromRegister {
        /// Key of the field.
        field: String,
    },
    /// All of these hold; true of none.
    All {
        /// The conditions.
        of: Vec<Condition>,
    },
    /// At least one of these holds; false of none.
    Any {
        /// The conditions.
        of: Vec<Condition>,
    },
    /// This does not hold.
    Not {
        /// The condition.
        of: Box<Condition>,
    },
}

impl Condition {
    /// Whether it holds for these answers. A question without an answer equals nothing.
    pub fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::Equals { field, value } => answers.values(field).contains(value),
            Self::AnyOf { field, values } => answers
                .values(field)
                .iter()
                .any(|value| values.contains(value)),
            Self::AtLeast { field, number } => {
                let answered = answers
                    .value(field)
                    .and_then(|value| value.parse::<i64>().ok());
                answered.is_some_and(|answered| answered >= *number)
            }
            Self::Present { field } => answers.value(field).is_some(),
            Self::FromRegister { field } => answers
                .get(field)
                .is_some_and(|answer| !answer.values.is_empty() && !answer.source.is_typed()),
            Self::All { of } => of.iter().all(|condition| condition.holds(answers)),
            Self::Any { of } => of.iter().any(|condition| condition.holds(answers)),
            Self::Not { of } => !of.holds(answers),
        }
    }

    /// The keys of the fields that it looks at, in reading order, repeated where they are.
    pub fn fields(&self) -> Vec<&str> {
        self.tests().into_iter().filter_map(Self::field).collect()
    }

    /// The single tests inside, without the `All`, `Any` and `Not` around them, in reading order.
    pub fn tests(&self) -> Vec<&Self> {
        match self {
            Self::All { of } | Self::Any { of } => of.iter().flat_map(Self::tests).collect(),
            Self::Not { of } => of.tests(),
            test => vec![test],
        }
    }

    /// How many conditions lie inside one another: 1 for a single test.
    pub fn depth(&self) -> usize {
        let inner = match self {
            Self::All { of } | Self::Any { of } => of.iter().map(Self::depth).max(),
            Self::Not { of } => Some(of.depth()),
            _ => None,
        };
        1 + inner.unwrap_or_default()
    }

    /// The field that a single test looks at.
    fn field(&self) -> Option<&str> {
        match self {
            Self::Equals { field, .. }
            | Self::AnyOf { field, .. }
            | Self::AtLeast { field, .. }
            | Self::Present { field }
            | Self::FromRegister { field } => Some(field),
            Self::All { .. } | Self::Any { .. } | Self::Not { .. } => None,
        }
    }
}
