//! One value of an answer: how it is stored, and what can be wrong with it.

use chrono::{Datelike as _, NaiveDate};

use super::{ChoiceOption, FieldKind, FieldProblem, MAX_ANSWER_CHARS, Relation};
use crate::identity::{CreditCode, Email, MobilePhone, ResidentId, half_width};

/// Characters of `YYYY-MM-DD`; a longer text would name a year that no form means.
const DATE_CHARS: usize = 10;
/// Most characters of an address below its division.
const MAX_ADDRESS_CHARS: usize = 120;
/// Most characters of a name: the longest of the minorities have some thirty.
const MAX_NAME_CHARS: usize = 50;
/// Most characters of the name of an organisation: the longest registered ones stay below.
const MAX_ORGANISATION_CHARS: usize = 100;
/// Greatest whole number of an answer, and its opposite the least: more than any sum of money in the
/// country, and what a `double` still keeps exactly.
const MAX_NUMBER: i64 = 999_999_999_999_999;
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
        FieldKind::Decimal { places, .. } => {
            decimal(typed, *places).map(|number| rounded(number, *places))
        }
        FieldKind::CreditCode => CreditCode::parse(typed).ok().map(String::from),
        FieldKind::Date { .. } => date(typed).map(|date| date.to_string()),
        FieldKind::ResidentId => ResidentId::parse(typed).ok().map(String::from),
        FieldKind::Phone => MobilePhone::parse(typed).ok().map(String::from),
        FieldKind::Email => Email::parse(typed).ok().map(String::from),
        FieldKind::Text { .. }
        | FieldKind::LongText { .. }
        | FieldKind::Choice { .. }
        | FieldKind::Choices { .. }
        | FieldKind::YesNo
        | FieldKind::Declaration { .. }
        | FieldKind::Division
        | FieldKind::Address
        | FieldKind::Person { .. }
        | FieldKind::Group { .. } => None,
    };
    read.unwrap_or_else(|| typed.to_owned())
}

/// The form in which a part of a value is stored.
pub(super) fn canonical_part(kind: &FieldKind, part: &str, raw: &str) -> String {
    match (kind, part) {
        // Which of the two it has to be the relation says; no text is both in different forms.
        (FieldKind::Person { .. }, "number") => match CreditCode::parse(raw) {
            Ok(code) => code.into(),
            Err(_) => canonical(&FieldKind::ResidentId, raw),
        },
        _ => canonical(&FieldKind::Division, raw),
    }
}

/// What is wrong with a value; `None` when it can stay.
pub(super) fn problem(kind: &FieldKind, value: &str, today: NaiveDate) -> Option<FieldProblem> {
    // Before anything reads the value: whatever the kind, nothing may be longer than this.
    if let Some(problem) = too_long(value, MAX_ANSWER_CHARS) {
        return Some(problem);
    }
    match kind {
        FieldKind::Text { max } | FieldKind::LongText { max } => too_long(value, (*max).into()),
        FieldKind::Number { min, max, .. } => number_problem(value, *min, *max),
        FieldKind::Decimal {
            places, min, max, ..
        } => decimal_problem(value, *places, *min, *max),
        FieldKind::CreditCode => CreditCode::parse(value)
            .err()
            .map(|_| FieldProblem::CreditCode),
        FieldKind::Declaration { .. } => (value != "yes").then_some(FieldProblem::UnknownOption),
        FieldKind::Division => division_problem(value),
        // Answers of several values are judged as a whole.
        FieldKind::Address | FieldKind::Person { .. } | FieldKind::Group { .. } => None,
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

fn decimal_problem(
    value: &str,
    places: u8,
    min: Option<i64>,
    max: Option<i64>,
) -> Option<FieldProblem> {
    let Some(number) = decimal(value, u8::MAX) else {
        return Some(FieldProblem::NotANumber);
    };
    if decimal(value, places).is_none() {
        return Some(FieldProblem::TooManyPlaces { places });
    }
    match (min, max) {
        (Some(min), _) if number < as_double(min) => Some(FieldProblem::TooSmall { min }),
        (_, Some(max)) if number > as_double(max) => Some(FieldProblem::TooLarge { max }),
        _ => None,
    }
}

/// What is wrong with an address: both parts must be there.
pub(super) fn address_problem(values: &[String]) -> Option<FieldProblem> {
    let [division, detail] = values else {
        return Some(FieldProblem::Unfinished);
    };
    if division.is_empty() || detail.is_empty() {
        return Some(FieldProblem::Unfinished);
    }
    division_problem(division).or_else(|| too_long(detail, MAX_ADDRESS_CHARS))
}

/// What is wrong with a person: who it is, name and number must be there, and may be asked of. An
/// organisation has a unified social credit code.
pub(super) fn person_problem(values: &[String], relations: &[Relation]) -> Option<FieldProblem> {
    let [relation, name, number] = values else {
        return Some(FieldProblem::Unfinished);
    };
    if relation.is_empty() || name.is_empty() || number.is_empty() {
        return Some(FieldProblem::Unfinished);
    }
    let known = Relation::parse(relation).filter(|relation| relations.contains(relation));
    let Some(relation) = known else {
        return Some(FieldProblem::UnknownOption);
    };
    if relation == Relation::Organisation {
        return too_long(name, MAX_ORGANISATION_CHARS)
            .or_else(|| problem_of_code(&FieldKind::CreditCode, number));
    }
    too_long(name, MAX_NAME_CHARS).or_else(|| problem_of_code(&FieldKind::ResidentId, number))
}

/// What is wrong with a number of a kind that no day matters to.
fn problem_of_code(kind: &FieldKind, value: &str) -> Option<FieldProblem> {
    problem(kind, value, NaiveDate::MIN)
}

/// Codes have 6, 9 or 12 digits; whether there is such a division the portal knows.
fn division_problem(value: &str) -> Option<FieldProblem> {
    (!is_division(value)).then_some(FieldProblem::UnknownOption)
}

pub(super) fn is_division(value: &str) -> bool {
    matches!(value.len(), 6 | 9 | 12) && value.bytes().all(|b| b.is_ascii_digit())
}

pub(super) fn number(text: &str) -> Option<i64> {
    half_width(text)
        .parse()
        .ok()
        .filter(|number: &i64| (-MAX_NUMBER..=MAX_NUMBER).contains(number))
}

/// A number with at most this many decimal places; commas between thousands are read over.
pub(super) fn decimal(text: &str, places: u8) -> Option<f64> {
    let text = half_width(text).replace(',', "");
    let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    if text.is_empty() || !text.chars().all(plain) {
        return None;
    }
    let written = text.split_once('.').map_or(0, |(_, places)| places.len());
    let number: f64 = text.parse().ok()?;
    (written <= places.into() && number.abs() <= as_double(MAX_NUMBER)).then_some(number)
}

/// A number with all its decimal places, as it is stored and shown.
pub(super) fn rounded(number: f64, places: u8) -> String {
    format!("{number:.*}", usize::from(places))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "bounds have at most fifteen digits, which a double keeps exactly"
)]
const fn as_double(number: i64) -> f64 {
    number as f64
}

pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = half_width(text).replace(['/', '.'], "-");
    if text.len() > DATE_CHARS {
        return None;
    }
    NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .ok()
        .filter(|date| date.year() >= FIRST_YEAR)
}
