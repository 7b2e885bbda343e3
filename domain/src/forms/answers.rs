//! What has been answered, and where each answer comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::value::{canonical, canonical_part};
use super::{
    Field, FieldKind, FormDefinition, MaterialSlot, Reading, Register, SlotAnswer, Step, cell,
};
use crate::{CaseId, CertificateId};

/// Most characters of what the applicant says is wrong with a value: a third of a page, enough for what
/// is right instead and where that can be seen.
pub const MAX_OBJECTION_CHARS: usize = 500;

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
    /// What the applicant says is wrong with a value that was filled in. It stays when the applicant types
    /// another value in its place, and tells the officer why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<String>,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// A certificate in the applicant's wallet said so.
    Certificate {
        /// Which one.
        certificate: CertificateId,
        /// When it was read.
        read_at: DateTime<Utc>,
    },
    /// The applicant said so in an earlier application, and agreed to use it again.
    Earlier {
        /// Which application.
        case: CaseId,
        /// When it was submitted.
        answered_at: DateTime<Utc>,
    },
    /// It follows from other answers.
    Computed,
}

impl AnswerSource {
    /// Whether the applicant typed it.
    pub const fn is_typed(&self) -> bool {
        matches!(self, Self::Typed)
    }

    /// Whether the applicant has said it, in this application or in an earlier one.
    pub const fn is_own(&self) -> bool {
        matches!(self, Self::Typed | Self::Earlier { .. })
    }

    /// The name of the source in expressions, as in `sources.name == 'register'`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Register { .. } => "register",
            Self::Certificate { .. } => "certificate",
            Self::Earlier { .. } => "earlier",
            Self::Computed => "computed",
        }
    }
}

impl fmt::Debug for Answer {
    /// Without the values: answers are personal data and must not get into a log by a debug print.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({} values, {:?})", self.values.len(), self.source)
    }
}

impl Answer {
    /// An answer that nobody has objected to.
    pub const fn new(values: Vec<String>, source: AnswerSource) -> Self {
        Self {
            values,
            source,
            objection: None,
        }
    }

    /// Whether the applicant can say that it is wrong: it was filled in, or something was said about what
    /// stood in its place. What is worked out is mended where it comes from.
    pub const fn can_be_questioned(&self) -> bool {
        let filled_in = matches!(
            self.source,
            AnswerSource::Register { .. }
                | AnswerSource::Certificate { .. }
                | AnswerSource::Earlier { .. }
        );
        filled_in || self.objection.is_some()
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
            self.choose(key, values, AnswerSource::Typed);
        }
    }

    /// Fills in what a register knows; a blank is no knowledge. What the applicant has typed is left as
    /// it is.
    pub fn prefill(&mut self, key: &str, value: impl Into<String>, source: AnswerSource) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.fill(key, vec![value], source);
        }
    }

    /// Fills in values that somebody else knows. What the applicant has said is left as it is, and so is
    /// what was said about the value before.
    pub fn fill(&mut self, key: &str, values: Vec<String>, source: AnswerSource) {
        let free = self.get(key).is_none_or(|answer| !answer.source.is_own());
        if free {
            self.choose(key, values, source);
        }
    }

    /// Takes back what was filled in: the question is open again. What the applicant has said about the
    /// value stays.
    pub fn take_back(&mut self, key: &str) {
        self.choose(key, Vec::new(), AnswerSource::Typed);
        if self
            .get(key)
            .is_some_and(|answer| answer.objection.is_none())
        {
            self.0.remove(key);
        }
    }

    /// Takes values that the applicant has chosen, in place of whatever was there. What was said about a
    /// value that was filled in stays.
    pub fn choose(&mut self, key: &str, values: Vec<String>, source: AnswerSource) {
        let before = self.0.remove(key);
        let objection = before.and_then(|before| before.objection);
        self.0.insert(
            key.to_owned(),
            Answer {
                values,
                source,
                objection,
            },
        );
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

    /// Whether the applicant calls anything wrong that was filled in. A person decides then, no rule.
    pub fn are_questioned(&self) -> bool {
        self.0.values().any(|answer| answer.objection.is_some())
    }

    /// Says what is wrong with a value that was filled in; a blank takes it back. The value stays what it
    /// is: the officer decides. Of what the applicant typed there is nothing to say. Never cut: what is
    /// longer than [`MAX_OBJECTION_CHARS`] is a [`super::FieldError`].
    pub fn object(&mut self, key: &str, objection: &str) {
        let objection = objection.trim();
        if let Some(answer) = self.0.get_mut(key)
            && answer.can_be_questioned()
        {
            answer.objection = (!objection.is_empty()).then(|| objection.to_owned());
        }
    }

    /// Puts an answer in place of whatever was there.
    pub fn insert(&mut self, key: &str, answer: Answer) {
        self.0.insert(key.to_owned(), answer);
    }

    /// Forgets every answer whose key does not pass.
    pub fn retain(&mut self, passes: impl Fn(&str) -> bool) {
        self.0.retain(|key, _| passes(key));
    }

    /// Forgets every answer whose key begins so.
    pub(super) fn remove_all(&mut self, beginning: &str) {
        self.0.retain(|key, _| !key.starts_with(beginning));
    }
}

/// The name under which a page posts what is wrong with the answer of this key.
pub fn objection_name(key: &str) -> String {
    format!("{key}:objection")
}

/// Takes the values that a page of the form has posted: trimmed, in canonical form where they are valid,
/// never cut (what is too long is a [`super::FieldError`], and nothing typed is lost). Keys that are not
/// fields of this step and locked fields are ignored; what is wrong with a value that was filled in comes as
/// `key:objection`, for locked fields too. A set of check boxes that was on the page and sends
/// nothing has been emptied: that is how browsers say it. An answer of several parts comes as `key:part`,
/// the way in which a slot is answered as `key:way`.
pub fn apply_posted(
    form: &FormDefinition,
    step: &Step,
    answers: &mut Answers,
    posted: &BTreeMap<String, Vec<String>>,
    today: NaiveDate,
) {
    let before = answers.clone();
    let reading = form.read(&before, today);
    let mut page = Page {
        reading: &reading,
        answers,
        posted,
    };
    for field in step.fields() {
        page.take(field, &field.key);
    }
    for slot in &step.materials {
        page.take_way(slot);
    }
}

/// What was posted, on its way into the answers.
struct Page<'p> {
    reading: &'p Reading<'p>,
    answers: &'p mut Answers,
    posted: &'p BTreeMap<String, Vec<String>>,
}

impl Page<'_> {
    fn take(&mut self, field: &Field, key: &str) {
        // Before the value: who corrects it and says why has said so of what was filled in.
        if let Some(said) = self.posted.get(&objection_name(key)) {
            let said = said.first().map(String::as_str).unwrap_or_default();
            let lines = FieldKind::LongText { max: 0 };
            self.answers.object(key, &canonical(&lines, said));
        }
        if field.is_locked(key, self.answers) {
            return;
        }
        let columns = field.kind.row_fields();
        if !columns.is_empty() {
            for row in self.answers.values(key).to_vec() {
                for column in columns {
                    self.take(column, &cell(key, &row, &column.key));
                }
            }
            return;
        }
        let boxes = matches!(
            field.kind,
            FieldKind::Choices { .. } | FieldKind::Declaration { .. }
        );
        let parts = field.kind.parts();
        if !parts.is_empty() {
            self.take_parts(field, key, parts);
        } else if let Some(raw) = self.posted.get(key) {
            self.answers.set_typed(key, clean(&field.kind, raw));
        } else if boxes && self.reading.asks(key) {
            self.answers.set_typed(key, Vec::new());
        }
    }

    /// The parts that the page did not have stay as they were.
    fn take_parts(&mut self, field: &Field, key: &str, parts: &[&str]) {
        let mut values = self.answers.values(key).to_vec();
        values.resize(parts.len(), String::new());
        for (part, value) in parts.iter().zip(&mut values) {
            if let Some(raw) = self.posted.get(&format!("{key}:{part}")) {
                let typed = raw.first().map(String::as_str).unwrap_or_default();
                *value = canonical_part(&field.kind, part, typed);
            }
        }
        if values.iter().all(String::is_empty) {
            values.clear();
        }
        self.answers.set_typed(key, values);
    }

    /// Whether a slot is exempt only the portal can say, which looks into the register or the wallet.
    fn take_way(&mut self, slot: &MaterialSlot) {
        let posted = self.posted.get(&format!("{}:way", slot.key));
        let way = posted
            .and_then(|values| values.first())
            .and_then(|value| SlotAnswer::parse(value))
            .filter(|way| *way != SlotAnswer::Exempt && slot.ways().contains(way));
        if let Some(way) = way {
            self.answers
                .set_typed(&slot.key, vec![way.key().to_owned()]);
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
