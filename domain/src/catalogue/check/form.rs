//! The form: sizes, keys, fields and slots.

use std::collections::BTreeSet;

use super::DefinitionProblem as Problem;
use crate::catalogue::ServiceDefinition;
use crate::forms::{
    Field, FieldKind, FormDefinition, MAX_ANSWER_CHARS, MAX_DECIMAL_PLACES, MAX_FIELDS,
    MAX_OPTIONS, MAX_ROWS, MAX_SLOTS, MAX_STEPS, MaterialSlot, Step,
};

/// Most characters of a key: it stands in addresses and names files.
const MAX_KEY_CHARS: usize = 64;

/// Words of the expression language, and the names that forms give themselves.
const RESERVED: [&str; 26] = [
    "age",
    "as",
    "break",
    "const",
    "continue",
    "days_between",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "outer",
    "package",
    "return",
    "row",
    "sources",
    "sum",
    "true",
    "var",
    "while",
];

pub(super) fn check(definition: &ServiceDefinition, problems: &mut Vec<Problem>) {
    let form = &definition.form;
    check_size(form, problems);
    check_keys(form, problems);
    check_early(form, problems);
    for field in form.fields() {
        check_field(field, 0, problems);
    }
    for slot in form.materials() {
        check_slot(definition, slot, problems);
    }
}

fn check_size(form: &FormDefinition, problems: &mut Vec<Problem>) {
    if form.steps.len() > MAX_STEPS {
        problems.push(Problem::TooManySteps);
    }
    if form.fields().map(size).sum::<usize>() > MAX_FIELDS {
        problems.push(Problem::TooManyFields);
    }
    if form.materials().count() > MAX_SLOTS {
        problems.push(Problem::TooManySlots);
    }
    let is_empty = |step: &&Step| step.fields().next().is_none() && step.materials.is_empty();
    for step in form.steps.iter().filter(is_empty) {
        problems.push(Problem::EmptyStep(step.key.clone()));
    }
}

/// A field and those of its rows.
fn size(field: &Field) -> usize {
    1 + field.kind.row_fields().iter().map(size).sum::<usize>()
}

fn check_keys(form: &FormDefinition, problems: &mut Vec<Problem>) {
    let mut steps = BTreeSet::new();
    let mut fields = BTreeSet::new();
    for step in &form.steps {
        check_key(&step.key, &mut steps, problems);
        let slots = step.materials.iter().map(|slot| &slot.key);
        for key in step.fields().map(|field| &field.key).chain(slots) {
            check_key(key, &mut fields, problems);
        }
    }
}

fn check_key<'a>(key: &'a str, seen: &mut BTreeSet<&'a str>, problems: &mut Vec<Problem>) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let is_name = key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.len() <= MAX_KEY_CHARS
        && key.bytes().all(plain)
        && !RESERVED.contains(&key);
    if !is_name {
        problems.push(Problem::BadKey(key.to_owned()));
    }
    if !seen.insert(key) {
        problems.push(Problem::DuplicateKey(key.to_owned()));
    }
}

/// Early steps come first and can be answered by anybody: nothing personal, no files.
fn check_early(form: &FormDefinition, problems: &mut Vec<Problem>) {
    let impersonal = |field: &Field| {
        let plain = matches!(
            field.kind,
            FieldKind::Choice { .. }
                | FieldKind::Choices { .. }
                | FieldKind::YesNo
                | FieldKind::Number { .. }
                | FieldKind::Decimal { .. }
                | FieldKind::Division
        );
        plain && field.prefill.is_none()
    };
    let mut early_is_over = false;
    for step in &form.steps {
        early_is_over |= !step.early;
        let fits = !early_is_over && step.materials.is_empty() && step.fields().all(impersonal);
        if step.early && !fits {
            problems.push(Problem::BadEarlyStep(step.key.clone()));
        }
    }
}

fn check_field(field: &Field, depth: usize, problems: &mut Vec<Problem>) {
    let key = || field.key.clone();
    if !has_sound_bounds(&field.kind) {
        problems.push(Problem::BadRange(key()));
    }
    if let FieldKind::Choice { options } | FieldKind::Choices { options } = &field.kind {
        let values: BTreeSet<&str> = options.iter().map(|o| o.value.as_str()).collect();
        let sound = (1..=MAX_OPTIONS).contains(&options.len())
            && values.len() == options.len()
            && !values.contains("");
        if !sound {
            problems.push(Problem::BadOptions(key()));
        }
    }
    if let FieldKind::Person { relations } = &field.kind
        && relations.is_empty()
    {
        problems.push(Problem::BadOptions(key()));
    }
    if let FieldKind::Group { fields, .. } = &field.kind {
        // A row in a row is the last that a page can show and a person can follow.
        if fields.is_empty() || depth > 1 {
            problems.push(Problem::BadGroup(key()));
        }
        let mut columns = BTreeSet::new();
        for column in fields {
            check_key(&column.key, &mut columns, problems);
            check_field(column, depth + 1, problems);
        }
    }
}

fn has_sound_bounds(kind: &FieldKind) -> bool {
    let ordered = |min: &Option<i64>, max: &Option<i64>| match (min, max) {
        (Some(min), Some(max)) => min <= max,
        _ => true,
    };
    match kind {
        FieldKind::Text { max } | FieldKind::LongText { max } => {
            (1..=MAX_ANSWER_CHARS).contains(&usize::from(*max))
        }
        FieldKind::Number { min, max, .. } => ordered(min, max),
        FieldKind::Decimal {
            places, min, max, ..
        } => (1..=MAX_DECIMAL_PLACES).contains(places) && ordered(min, max),
        FieldKind::Group { min, max, .. } => {
            min <= max && (1..=MAX_ROWS).contains(&usize::from(*max))
        }
        _ => true,
    }
}

fn check_slot(definition: &ServiceDefinition, slot: &MaterialSlot, problems: &mut Vec<Problem>) {
    if slot.accepts.is_empty() {
        problems.push(Problem::AcceptsNothing(slot.key.clone()));
    }
    let mut listed = definition.guide.materials.iter();
    if !listed.any(|material| material.key == slot.key) {
        problems.push(Problem::SlotNotInGuide(slot.key.clone()));
    }
}
