//! Moving a draft from one version of a form to another: which answers still fit, and what changed.

use serde::{Deserialize, Serialize};

use super::value::{date, is_division};
use super::{
    Answer, AnswerSource, Answers, Field, FieldKind, FormDefinition, MaterialSlot, SlotAnswer, cell,
};
use crate::Text;

/// A draft under another version of its form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Moved {
    /// The answers that still fit.
    pub answers: Answers,
    /// What is different, in the order of the new form; what is gone comes last.
    pub changes: Vec<Change>,
    /// What was answered and does not fit any more, so that the applicant can read it once more.
    pub lost: Vec<Lost>,
}

/// A question or a material that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its key; of a question in rows those of the groups before it, joined by dots.
    pub key: String,
    /// The question, or the name of the material.
    pub label: Text,
    /// How it is different.
    pub kind: ChangeKind,
}

/// How a question or a material is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A question that was not asked before.
    New,
    /// A question that is not asked any more.
    Gone,
    /// A question that wants another kind of answer.
    Kind,
    /// A question with other options.
    Options,
    /// A declaration with other words.
    Wording,
    /// A material that was not asked for before.
    NewMaterial,
    /// A material that is not asked for any more.
    GoneMaterial,
    /// A material that is asked for in another way.
    Material,
}

keys!(ChangeKind {
    New = "new",
    Gone = "gone",
    Kind = "kind",
    Options = "options",
    Wording = "wording",
    NewMaterial = "new-material",
    GoneMaterial = "gone-material",
    Material = "material",
});

/// An answer that does not fit any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// The question as it was.
    pub label: Text,
    /// What was answered, in words.
    pub value: Text,
}

/// Moves answers from `old` to `new`. What was typed stays wherever the new question can hold it, right
/// or wrong: what is wrong with it the page says as always. What a register or a certificate said stays
/// where the new question asks the same source, else it is filled in anew. What the applicant has said about
/// a value stays with it.
pub fn moved(old: &FormDefinition, new: &FormDefinition, answers: &Answers) -> Moved {
    let mut moving = Moving {
        old,
        given: answers,
        result: Moved::default(),
    };
    let (before, after): (Vec<_>, Vec<_>) = (old.fields().collect(), new.fields().collect());
    moving.compare("", &before, &after);
    moving.carry_all(&before, &after, &str::to_owned);
    for slot in new.materials() {
        moving.take_slot(old.material(&slot.key), slot);
    }
    for slot in old
        .materials()
        .filter(|slot| new.material(&slot.key).is_none())
    {
        moving.change(slot.key.clone(), &slot.name, ChangeKind::GoneMaterial);
    }
    moving.result
}

struct Moving<'m> {
    old: &'m FormDefinition,
    given: &'m Answers,
    result: Moved,
}

impl Moving<'_> {
    fn change(&mut self, key: String, label: &Text, kind: ChangeKind) {
        let label = label.clone();
        self.result.changes.push(Change { key, label, kind });
    }

    /// Lists what is different between questions that stand side by side.
    fn compare(&mut self, path: &str, old: &[&Field], new: &[&Field]) {
        for field in new.iter().filter(|field| field.computed.is_none()) {
            let key = format!("{path}{}", field.key);
            let before = find(old, &field.key);
            let kind = before.map_or(Some(ChangeKind::New), |before| difference(before, field));
            if let Some(kind) = kind {
                self.change(key.clone(), &field.label, kind);
            }
            if let Some(before) = before {
                let before: Vec<_> = before.kind.row_fields().iter().collect();
                let after: Vec<_> = field.kind.row_fields().iter().collect();
                if !before.is_empty() && !after.is_empty() {
                    self.compare(&format!("{key}."), &before, &after);
                }
            }
        }
        let gone = |field: &&&Field| field.computed.is_none() && find(new, &field.key).is_none();
        for field in old.iter().filter(gone) {
            let key = format!("{path}{}", field.key);
            self.change(key, &field.label, ChangeKind::Gone);
        }
    }

    /// Carries the answers to questions that stand side by side; `key` makes the key of an answer out of
    /// that of a question.
    fn carry_all(&mut self, old: &[&Field], new: &[&Field], key: &dyn Fn(&str) -> String) {
        for before in old {
            let after = find(new, &before.key).filter(|after| after.computed.is_none());
            self.carry(before, after, &key(&before.key));
        }
    }

    fn carry(&mut self, before: &Field, after: Option<&Field>, key: &str) {
        let Some(answer) = self.given.get(key).filter(|_| before.computed.is_none()) else {
            return;
        };
        let kept = after.and_then(|after| fitting(before, after, answer));
        let whole = kept
            .as_ref()
            .is_some_and(|kept| kept.values == answer.values);
        match kept {
            Some(kept) => self.result.answers.insert(key, kept),
            None => self.lose_objection(before, answer),
        }
        let rows = before.kind.row_fields();
        if rows.is_empty() {
            if !whole {
                self.lose(before, key, answer);
            }
            return;
        }
        let columns: Vec<_> = rows.iter().collect();
        let after = after.map_or(&[][..], |after| after.kind.row_fields());
        let after: Vec<_> = after.iter().collect();
        for row in &answer.values {
            self.carry_all(&columns, &after, &|column| cell(key, row, column));
        }
    }

    /// Notes what the applicant had said about a value that goes.
    fn lose_objection(&mut self, field: &Field, answer: &Answer) {
        if let Some(said) = &answer.objection {
            let (label, value) = (field.label.clone(), Text::zh(said.clone()));
            self.result.lost.push(Lost { label, value });
        }
    }

    /// Notes what was answered; what somebody else had filled in is no loss.
    fn lose(&mut self, field: &Field, key: &str, answer: &Answer) {
        let own = answer.source.is_own();
        let value = self.old.shown(key, self.given).filter(|_| own);
        if let Some(value) = value {
            let label = field.label.clone();
            self.result.lost.push(Lost { label, value });
        }
    }

    fn take_slot(&mut self, before: Option<&MaterialSlot>, slot: &MaterialSlot) {
        let Some(before) = before else {
            self.change(slot.key.clone(), &slot.name, ChangeKind::NewMaterial);
            return;
        };
        let same = before.required == slot.required
            && before.accepts == slot.accepts
            && before.deferrable == slot.deferrable
            && before.commitment == slot.commitment;
        if !same {
            self.change(slot.key.clone(), &slot.name, ChangeKind::Material);
        }
        let Some(answer) = self.given.get(&slot.key) else {
            return;
        };
        let way = answer.values.first().and_then(|way| SlotAnswer::parse(way));
        let fits = way.is_some_and(|way| match way {
            SlotAnswer::Files | SlotAnswer::Paper => true,
            SlotAnswer::Exempt => before.exempt == slot.exempt,
            SlotAnswer::Later => slot.deferrable.is_some(),
            SlotAnswer::Promise => before.commitment == slot.commitment,
        });
        if fits {
            self.result.answers.insert(&slot.key, answer.clone());
        }
    }
}

fn find<'f>(fields: &[&'f Field], key: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.key == key).copied()
}

fn difference(before: &Field, after: &Field) -> Option<ChangeKind> {
    match (&before.kind, &after.kind) {
        (FieldKind::Declaration { text: before }, FieldKind::Declaration { text: after }) => {
            (before != after).then_some(ChangeKind::Wording)
        }
        (before, after) if before.name() != after.name() => Some(ChangeKind::Kind),
        (before, after) => {
            let values = |kind: &FieldKind| -> Vec<String> {
                kind.options()
                    .iter()
                    .map(|option| option.value.clone())
                    .collect()
            };
            (values(before) != values(after)).then_some(ChangeKind::Options)
        }
    }
}

/// The answer as the new question can hold it; `None` when it cannot.
fn fitting(before: &Field, after: &Field, answer: &Answer) -> Option<Answer> {
    let filled_in = matches!(
        answer.source,
        AnswerSource::Register { .. } | AnswerSource::Certificate { .. } | AnswerSource::Computed
    );
    if filled_in && before.prefill != after.prefill {
        return None;
    }
    // An answer that was emptied stays emptied.
    if answer.values.is_empty() {
        return Some(answer.clone());
    }
    let values = fitting_values(&before.kind, &after.kind, &answer.values);
    let kept = || Answer {
        values: values.clone(),
        ..answer.clone()
    };
    (!values.is_empty()).then(kept)
}

fn fitting_values(before: &FieldKind, after: &FieldKind, values: &[String]) -> Vec<String> {
    let fits = |value: &&String| match after {
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            options.iter().any(|option| option.value == **value)
        }
        FieldKind::YesNo => matches!(value.as_str(), "yes" | "no"),
        FieldKind::Date { .. } => date(value).is_some(),
        FieldKind::Division => is_division(value),
        _ => false,
    };
    let whole = match (before, after) {
        (FieldKind::Declaration { text: before }, FieldKind::Declaration { text: after }) => {
            before == after
        }
        (FieldKind::Choice { .. } | FieldKind::Choices { .. }, _)
        | (_, FieldKind::Choice { .. } | FieldKind::Choices { .. }) => false,
        (before, after) if before.name() == after.name() => true,
        (FieldKind::Date { .. }, after) => is_line(after),
        (before, after) => is_line(before) && is_line(after),
    };
    if whole {
        return values.to_vec();
    }
    let is_coded = matches!(
        before,
        FieldKind::Address | FieldKind::Person { .. } | FieldKind::Group { .. }
    );
    if is_coded || matches!(before, FieldKind::Declaration { .. }) {
        return Vec::new();
    }
    let kept: Vec<_> = values.iter().filter(fits).cloned().collect();
    let one_only = !matches!(after, FieldKind::Choices { .. });
    if one_only && kept.len() > 1 {
        return Vec::new();
    }
    kept
}

/// Whether people type it into one line or several, so that a page can show anything in it.
const fn is_line(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Text { .. }
            | FieldKind::LongText { .. }
            | FieldKind::Number { .. }
            | FieldKind::Decimal { .. }
            | FieldKind::ResidentId
            | FieldKind::CreditCode
            | FieldKind::Phone
            | FieldKind::Email
    )
}
