//! What the conditions of a part can look at.

use super::part::{FieldPlace, Part};
use crate::Text;
use crate::forms::{Field, FieldKind, FormDefinition, Step};

/// Something that a sentence can speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectOffer {
    /// How expressions name it, such as `area`, `age(born)` or `row.name`.
    pub name: String,
    /// The question as people read it.
    pub label: Text,
    /// What about it is meant.
    pub aspect: Aspect,
    /// What kind of answer there is to it.
    pub kind: FieldKind,
}

/// What about a question is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Its answer.
    Answer,
    /// How many there are.
    Count,
    /// The age that follows from it.
    Age,
    /// The part of its answer of this name.
    Part(&'static str),
}

impl Aspect {
    /// The last part of the Fluent key `editor-aspect-…`; `None` for the answer itself.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Answer => None,
            Self::Count => Some("count"),
            Self::Age => Some("age"),
            Self::Part(part) => Some(part),
        }
    }
}

/// Everything that is asked before, or on, this part.
pub(super) fn of(part: &Part, form: &FormDefinition) -> Vec<SubjectOffer> {
    let mut found = Vec::new();
    match part {
        Part::Materials | Part::Choice => {
            form.early_steps()
                .flat_map(Step::fields)
                .for_each(|field| offer("", field, &mut found));
        }
        Part::Handling => form.fields().for_each(|field| offer("", field, &mut found)),
        Part::Page(page) => {
            let pages = form.steps.iter().take(*page);
            pages
                .flat_map(Step::fields)
                .for_each(|field| offer("", field, &mut found));
        }
        Part::Field(place) => around_field(place, form, &mut found),
        _ => {}
    }
    found
}

fn around_field(place: &FieldPlace, form: &FormDefinition, found: &mut Vec<SubjectOffer>) {
    let before = form.steps.iter().take(place.page.saturating_sub(1));
    before
        .flat_map(Step::fields)
        .for_each(|field| offer("", field, found));
    let Some(step) = form.steps.get(place.page.saturating_sub(1)) else {
        return;
    };
    let sections = step.sections.iter().take(place.section.saturating_sub(1));
    sections
        .flat_map(|section| &section.fields)
        .for_each(|field| offer("", field, found));
    let Some(section) = step.sections.get(place.section.saturating_sub(1)) else {
        return;
    };
    let mut fields = section.fields.as_slice();
    let Some((last, around)) = place.levels.split_last() else {
        return;
    };
    let outer = ["", "row.", "outer."];
    for (depth, level) in around.iter().enumerate() {
        let name = if depth == 0 {
            ""
        } else {
            outer.get(around.len() + 1 - depth).copied().unwrap_or("")
        };
        fields
            .iter()
            .take(level.saturating_sub(1))
            .for_each(|field| offer(name, field, found));
        let Some(group) = fields.get(level.saturating_sub(1)) else {
            return;
        };
        fields = group.kind.row_fields();
    }
    let name = if around.is_empty() { "" } else { "row." };
    fields
        .iter()
        .take(*last)
        .for_each(|field| offer(name, field, found));
}

fn offer(prefix: &str, field: &Field, found: &mut Vec<SubjectOffer>) {
    let name = format!("{prefix}{}", field.key);
    let mut add = |name: String, aspect, kind: FieldKind| {
        found.push(SubjectOffer {
            name,
            label: field.label.clone(),
            aspect,
            kind,
        });
    };
    let number = FieldKind::Number {
        min: None,
        max: None,
        unit: None,
    };
    let text = FieldKind::Text { max: 100 };
    match &field.kind {
        FieldKind::Group { .. } => add(format!("size({name})"), Aspect::Count, number),
        FieldKind::Address | FieldKind::Person { .. } => {
            for part in field.kind.parts() {
                add(format!("{name}.{part}"), Aspect::Part(part), text.clone());
            }
        }
        FieldKind::Date { .. } => {
            add(name.clone(), Aspect::Answer, field.kind.clone());
            add(format!("age({name})"), Aspect::Age, number);
        }
        FieldKind::Choices { .. } => {
            add(name.clone(), Aspect::Answer, field.kind.clone());
            add(format!("size({name})"), Aspect::Count, number);
        }
        kind => add(name, Aspect::Answer, kind.clone()),
    }
}
