//! One value of an answer: how it is stored, and what can be wrong with it.

use chrono::{Datelike as _, NaiveDate};

use super::{ChoiceOption, FieldKind, FieldProblem, MAX_ANSWER_CHARS};
use crate::identity::{Email, MobilePhone, ResidentId, half_width};

/// Characters of `YYYY-MM-DD`; a longer text would name a year that no form means.
const DATE_CHARS: usize = 10;
/// A year has four digits: who writes `90` does not mean the time of the Han.
const FIRST_YEAR: i32 = 1000;

/// The form in which a value is stored: as everybody else reads it where it is valid, else as it was
/// typed, but trimmed. Control characters are of no use in an answer and go.
pub(super) fn canonical(kind: &FieldKind, raw: &str) -> String {
    let typed = match kind {
        FieldKind::LongText { .. } => raw.replace("\r\n", "\n").replace('\r', "\n"),
        _ => raw.replace(['\r', '\n', '\t'], " "),
    };
    let kept = |c: &char| !c.is_control() || *c == '\n' || *c == '\t';
    let typed: String = typed.chars().filter(kept).collect();
    let typed = typed.trim();
    let read = match kind {
        FieldKind::Number { .. } => number(typed).map(|number| number.to_string()),
        FieldKind::Date { .. } => date(typed).map(|date| date.to_string()),
        FieldKind::ResidentId => ResidentId::parse(typed).ok().map(String::from),
        FieldKind::Phone => MobilePhone::parse(typed).ok().map(String::from),
        FieldKind::Email => Email::parse(typed).ok().map(String::from),
        FieldKind::Text { .. }
        | FieldKind::LongText { .. }
        | FieldKind::Choice { .. }
        | FieldKind::Choices { .. }
        | FieldKind::YesNo => None,
    };
    read.unwrap_or_else(|| typed.to_owned())
}

/// What is wrong with a value; `None` when it can stay.
pub(super) fn problem(kind: &FieldKind, value: &str, today: NaiveDate) -> Option<FieldProblem> {
    // Before anything reads the value: whatever the kind, nothing may be longer than this.
    if let Some(problem) = too_long(value, MAX_ANSWER_CHARS) {
        return Some(problem);
    }
    match kind {
        FieldKind::Text { max } | FieldKind::LongText { max } => too_long(value, (*max).into()),
        FieldKind::Number { min, max } => number_problem(value, *min, *max),
        FieldKind::Date { past, future } => match date(value) {
            None => Some(FieldProblem::NotADate),
            Some(date) if *past && date > today => Some(FieldProblem::InTheFuture),
            Some(date) if *future && date < today => Some(FieldProblem::InThePast),
            Some(_) => None,
        },
        FieldKind::ResidentId => ResidentId::parse(value).err().map(FieldProblem::ResidentId),
        FieldKind::Phone => MobilePhone::parse(value).err().map(|_| FieldProblem::Phone),
        FieldKind::Email => Email::parse(value).err().map(|_| FieldProblem::Email),
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            let known = |option: &ChoiceOption| option.value == value;
            (!options.iter().any(known)).then_some(FieldProblem::UnknownOption)
        }
        FieldKind::YesNo => (!matches!(value, "yes" | "no")).then_some(FieldProblem::UnknownOption),
    }
}

fn too_long(value: &str, max: usize) -> Option<FieldProblem> {
    (value.chars().count() > max).then_some(FieldProblem::TooLong { max })
}

fn number_problem(value: &str, min: Option<i64>, max: Option<i64>) -> Option<FieldProblem> {
    let Some(number) = number(value) else {
        return Some(FieldProblem::NotANumber);
    };
    match (min, max) {
        (Some(min), _) if number < min => Some(FieldProblem::TooSmall { min }),
        (_, Some(max)) if number > max => Some(FieldProblem::TooLarge { max }),
        _ => None,
    }
}

fn number(text: &str) -> Option<i64> {
    half_width(text).parse().ok()
}

fn date(text: &str) -> Option<NaiveDate> {
    let text = half_width(text).replace(['/', '.'], "-");
    if text.len() > DATE_CHARS {
        return None;
    }
    NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .ok()
        .filter(|date| date.year() >= FIRST_YEAR)
}
