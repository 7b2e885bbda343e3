//! Expressions tried out before they are published: on every value that could make a difference.

use std::collections::BTreeSet;

use cel::Value;
use cel::common::ast::{Expr, LiteralValue};
use chrono::{Days, NaiveDate};

use super::facts::{self, Facts, Fault, OUTER, ROW, Rows, SOURCES};
use super::{AnswerSource, Expression, Field, FieldKind, cost, value};

/// Most combinations of values that are tried. Three questions of ten options each are a thousand.
const MAX_TRIALS: usize = 3000;
/// Greatest number that could be an age; the others count days or money.
const MAX_AGE: i64 = 130;
/// Longest diagonal through the values of a row.
const MAX_ROW_TRIALS: usize = 12;

/// What trying an expression out has shown.
#[derive(Debug, Default)]
pub struct Trial {
    /// Some values make it fail: they divide by zero, or do not fit together.
    pub fault: Option<Fault>,
    /// No value makes it true. Only said where every value that could was tried.
    pub never_holds: bool,
}

/// What an expression can look at: the questions before it, and the columns of the rows around it,
/// innermost first.
#[derive(Debug, Clone, Default)]
pub struct Sight<'f> {
    /// The questions before it.
    pub fields: Vec<&'f Field>,
    /// The columns of the row that it stands in, and of the row around that.
    pub rows: Vec<&'f [Field]>,
}

impl Sight<'_> {
    /// Whether it can look at something of this name.
    pub fn sees(&self, name: &str) -> bool {
        match name {
            ROW => !self.rows.is_empty(),
            OUTER => self.rows.len() > 1,
            SOURCES => true,
            name => self.fields.iter().any(|field| field.key == name),
        }
    }

    /// Asks the expression about every combination of values that could make a difference: those that it
    /// names, their neighbours, other ones, and none.
    pub fn try_out(&self, expression: &Expression, today: NaiveDate) -> Trial {
        let Ok(parsed) = expression.parsed() else {
            return Trial::default();
        };
        let words = Words::of(parsed);
        let names = expression.names();
        let mut columns: Vec<(&str, Vec<Value>)> = Vec::new();
        for name in &names {
            let values = match *name {
                ROW => self.rows.first().map(|row| row_values(row, &words, today)),
                OUTER => self.rows.get(1).map(|row| row_values(row, &words, today)),
                name => self
                    .fields
                    .iter()
                    .find(|field| field.key == name)
                    .map(|field| values(&field.kind, &words, today)),
            };
            columns.extend(values.map(|values| (*name, values)));
        }
        let is_plain = |name: &&str| {
            let field = self.fields.iter().find(|field| field.key == *name);
            field.is_some_and(|field| is_scalar(&field.kind))
        };
        let combinations = columns.iter().fold(1_usize, |product, (_, values)| {
            product.saturating_mul(values.len())
        });
        let is_whole = combinations <= MAX_TRIALS && names.iter().all(is_plain);
        let mut trial = Trial {
            fault: None,
            never_holds: is_whole,
        };
        for round in 0..combinations.min(MAX_TRIALS) {
            // Where there are too many, a stride that shares no factor with their number spreads out.
            let place = if combinations > MAX_TRIALS {
                round.wrapping_mul(7919)
            } else {
                round
            };
            match self.ask(expression, &columns, place, today) {
                Ok(Some(Value::Bool(true))) => trial.never_holds = false,
                Ok(Some(Value::Bool(false) | Value::Null) | None) => {}
                Ok(Some(_)) => trial.never_holds = false,
                Err(fault) => {
                    trial.fault = Some(fault);
                    break;
                }
            }
        }
        trial
    }

    /// The value of the expression for one combination, counted like the digits of a number.
    fn ask(
        &self,
        expression: &Expression,
        columns: &[(&str, Vec<Value>)],
        place: usize,
        today: NaiveDate,
    ) -> Result<Option<Value>, Fault> {
        let mut facts = Facts::on(today);
        if expression.names().contains(&SOURCES) {
            for field in &self.fields {
                facts.put(&field.key, Value::Null, Some(&AnswerSource::Typed));
            }
        }
        let mut rows = (None, None);
        let mut rest = place;
        for (name, values) in columns {
            let value = values
                .get(rest % values.len())
                .cloned()
                .unwrap_or(Value::Null);
            rest /= values.len();
            match *name {
                ROW => rows.0 = Some(value),
                OUTER => rows.1 = Some(value),
                name => facts.put(name, value, Some(&AnswerSource::Typed)),
            }
        }
        let rows = rows
            .0
            .map_or_else(Rows::default, |row| Rows::of(row, rows.1.as_ref()));
        facts.value_of(expression, &rows)
    }
}

/// The answers to a question that could make a difference to an expression, no answer among them.
pub(super) fn telling_values(
    field: &Field,
    expression: &Expression,
    today: NaiveDate,
) -> Vec<Value> {
    let words = expression.parsed().map(Words::of).unwrap_or_default();
    values(&field.kind, &words, today)
}

/// The words and numbers that an expression names.
#[derive(Default)]
struct Words {
    strings: BTreeSet<String>,
    ints: BTreeSet<i64>,
}

impl Words {
    fn of(parsed: &cel::IdedExpr) -> Self {
        let mut words = Self::default();
        cost::each(parsed, &mut |expr| match expr {
            Expr::Literal(LiteralValue::String(text)) => {
                words.strings.insert(text.inner().to_owned());
            }
            Expr::Literal(LiteralValue::Int(number)) => {
                words.ints.insert(*number.inner());
            }
            Expr::Literal(LiteralValue::Double(number)) => {
                // Whole neighbours are enough to fall on either side of it.
                let whole = format!("{:.0}", number.inner());
                words.ints.extend(whole.parse::<i64>().ok());
            }
            _ => {}
        });
        words
    }
}

const fn is_scalar(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Choice { .. }
            | FieldKind::YesNo
            | FieldKind::Declaration { .. }
            | FieldKind::Number { .. }
            | FieldKind::Date { .. }
    )
}

/// The values of a question that could make a difference, nothing among them.
fn values(kind: &FieldKind, words: &Words, today: NaiveDate) -> Vec<Value> {
    match kind {
        FieldKind::Choice { options } => {
            let (named, others): (Vec<_>, Vec<_>) = options
                .iter()
                .map(|option| &option.value)
                .partition(|value| words.strings.contains(*value));
            let chosen = named.into_iter().chain(others.into_iter().take(1));
            let chosen = chosen.map(|value| Value::from(value.as_str()));
            chosen.chain([Value::Null]).collect()
        }
        FieldKind::Choices { options } => {
            let all: Vec<String> = options.iter().map(|option| option.value.clone()).collect();
            let mut sets: Vec<Vec<String>> = vec![Vec::new(), all.clone()];
            let named = all
                .into_iter()
                .filter(|value| words.strings.contains(value));
            sets.extend(named.map(|value| vec![value]));
            sets.iter().map(|set| facts::value(kind, set)).collect()
        }
        FieldKind::YesNo => vec![Value::Bool(true), Value::Bool(false), Value::Null],
        FieldKind::Declaration { .. } => vec![Value::Bool(true), Value::Null],
        FieldKind::Number { min, max, .. } => {
            let numbers = numbers(words, *min, *max);
            numbers.map(Value::Int).chain([Value::Null]).collect()
        }
        FieldKind::Decimal { min, max, .. } => {
            let texts = numbers(words, *min, *max).map(|number| number.to_string());
            let read = texts.map(|text| facts::value(kind, &[text]));
            read.chain([Value::Null]).collect()
        }
        FieldKind::Date { .. } => dates(words, today)
            .into_iter()
            .map(|date| Value::from(date.to_string()))
            .chain([Value::Null])
            .collect(),
        FieldKind::Address | FieldKind::Person { .. } => {
            let parts = kind.parts().len();
            let texts = words.strings.iter().map(String::as_str).chain(["1"]);
            let full = texts.map(|text| facts::value(kind, &vec![text.to_owned(); parts]));
            full.chain([facts::value(kind, &[])]).collect()
        }
        FieldKind::Group { fields, .. } => {
            let rows = row_values(fields, words, today);
            let ones = rows.iter().map(|row| facts::rows(vec![row.clone()]));
            ones.chain([facts::rows(Vec::new()), facts::rows(rows.clone())])
                .collect()
        }
        _ => {
            let texts = words.strings.iter().map(String::as_str).chain(["1"]);
            texts.map(Value::from).chain([Value::Null]).collect()
        }
    }
}

/// Numbers around those that are named, zero, and the ends of the range.
fn numbers(words: &Words, min: Option<i64>, max: Option<i64>) -> impl Iterator<Item = i64> {
    let around = words
        .ints
        .iter()
        .flat_map(|number| [number.saturating_sub(1), *number, number.saturating_add(1)]);
    let allowed = around.chain([0, 1]).chain(min).chain(max);
    let allowed: BTreeSet<i64> = allowed
        .filter(|number| min.is_none_or(|min| *number >= min))
        .filter(|number| max.is_none_or(|max| *number <= max))
        .collect();
    allowed.into_iter()
}

/// Days around those that are named and around today, and the birthdays of the ages that are.
fn dates(words: &Words, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let named = words.strings.iter().filter_map(|text| value::date(text));
    let ages = words.ints.iter().filter(|age| (0..=MAX_AGE).contains(*age));
    let birthdays = ages.filter_map(|age| {
        let months = u32::try_from(age * 12).ok()?;
        today.checked_sub_months(chrono::Months::new(months))
    });
    let near = named.chain(birthdays).chain([today]).flat_map(|date| {
        [
            date.checked_sub_days(Days::new(1)),
            Some(date),
            date.checked_add_days(Days::new(1)),
        ]
    });
    near.flatten().collect()
}

/// Rows that differ in every column, and one in which nothing is answered.
fn row_values(columns: &[Field], words: &Words, today: NaiveDate) -> Vec<Value> {
    let values: Vec<(&str, Vec<Value>)> = columns
        .iter()
        .map(|column| (column.key.as_str(), values(&column.kind, words, today)))
        .collect();
    let longest = values
        .iter()
        .map(|(_, values)| values.len())
        .max()
        .unwrap_or_default();
    let empty = columns
        .iter()
        .map(|column| (column.key.as_str(), facts::value(&column.kind, &[])));
    let mut rows = vec![facts::row(empty.collect())];
    for place in 0..longest.min(MAX_ROW_TRIALS) {
        let cells = values.iter().map(|(key, values)| {
            let value = values.get(place % values.len().max(1)).cloned();
            (*key, value.unwrap_or(Value::Null))
        });
        rows.push(facts::row(cells.collect()));
    }
    rows
}
