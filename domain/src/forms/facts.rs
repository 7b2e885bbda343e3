//! Answers as expressions see them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use cel::objects::{Key, Map};
use cel::{Context, Env, ExecutionError, Value};
use chrono::{Datelike as _, NaiveDate};

use super::value;
use super::{AnswerSource, Expression, FieldKind};

/// The name of the row that a question of a group belongs to.
pub(super) const ROW: &str = "row";
/// The name of the row around it, where groups lie in one another.
pub(super) const OUTER: &str = "outer";
/// The name of the map of where each answer comes from.
pub(super) const SOURCES: &str = "sources";

/// What an expression that cannot be answered does to a form: nothing that a citizen can mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{expression}: {reason}")]
pub struct Fault {
    /// The expression, as it was written.
    pub expression: String,
    /// What happened, without any answer in it.
    pub reason: &'static str,
}

/// The values known so far, and today.
pub(super) struct Facts {
    context: Context<'static, 'static>,
    sources: BTreeMap<String, &'static str>,
    /// Names whose value, or a part of it, is not known.
    unknown: BTreeSet<String>,
}

/// The rows around a question.
#[derive(Default)]
pub(super) struct Rows {
    row: Option<Value>,
    outer: Option<Value>,
}

impl Rows {
    /// The row itself.
    pub(super) const fn row(&self) -> Option<&Value> {
        self.row.as_ref()
    }

    /// The surroundings of a question in this row.
    pub(super) fn of(row: Value, outer: Option<&Value>) -> Self {
        Self {
            row: Some(row),
            outer: outer.cloned(),
        }
    }
}

impl Facts {
    /// Nothing is known but the day.
    pub(super) fn on(today: NaiveDate) -> Self {
        static ENV: OnceLock<Arc<Env>> = OnceLock::new();
        let env = ENV.get_or_init(|| Arc::new(Env::stdlib()));
        let mut context = Context::with_env(env.clone());
        // The names are ours and no function of the library has them, so nothing can conflict.
        let added = [
            context.add_function("today", move || today.to_string()),
            context.add_function("age", move |born: Value| age(&born, today)),
            context.add_function("days_between", |from: Value, to: Value| days(&from, &to)),
            context.add_function("sum", |list: Value| sum(&list)),
        ];
        debug_assert!(added.iter().all(Result::is_ok));
        Self {
            context,
            sources: BTreeMap::new(),
            unknown: BTreeSet::new(),
        }
    }

    /// Takes the value of a question.
    pub(super) fn put(&mut self, key: &str, value: Value, source: Option<&AnswerSource>) {
        if has_null(&value) {
            self.unknown.insert(key.to_owned());
        } else {
            self.unknown.remove(key);
        }
        self.context.add_variable_from_value(key, value);
        let source = source.map_or("none", AnswerSource::name);
        self.sources.insert(key.to_owned(), source);
    }

    /// Whether a condition holds; `None` while an answer that it needs is missing.
    pub(super) fn holds(&self, condition: &Expression, rows: &Rows) -> Result<Option<bool>, Fault> {
        match self.value_of(condition, rows)? {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(holds)) => Ok(Some(holds)),
            Some(_) => Err(fault(condition, "it is neither true nor false")),
        }
    }

    /// Whether a condition on the whole form would hold if these questions had these values; `None` while
    /// an answer that it needs is missing.
    pub(super) fn would_hold(
        &self,
        condition: &Expression,
        assumed: &[(&str, Value)],
    ) -> Result<Option<bool>, Fault> {
        match self.value_if(condition, &Rows::default(), assumed)? {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(holds)) => Ok(Some(holds)),
            Some(_) => Err(fault(condition, "it is neither true nor false")),
        }
    }

    /// The value of an expression; `None` while an answer that it needs is missing.
    pub(super) fn value_of(
        &self,
        expression: &Expression,
        rows: &Rows,
    ) -> Result<Option<Value>, Fault> {
        self.value_if(expression, rows, &[])
    }

    fn value_if(
        &self,
        expression: &Expression,
        rows: &Rows,
        assumed: &[(&str, Value)],
    ) -> Result<Option<Value>, Fault> {
        let parsed = expression
            .parsed()
            .map_err(|_| fault(expression, "it cannot be read"))?;
        let names = expression.names();
        let mut context = self.context.new_inner_scope();
        for (name, value) in assumed {
            context.add_variable_from_value(*name, value.clone());
        }
        for (name, row) in [(ROW, &rows.row), (OUTER, &rows.outer)] {
            if let Some(row) = row {
                context.add_variable_from_value(name, row.clone());
            }
        }
        if names.contains(&SOURCES) {
            let sources: HashMap<Key, Value> = self
                .sources
                .iter()
                .map(|(key, source)| (Key::from(key.as_str()), Value::from(*source)))
                .collect();
            context.add_variable_from_value(SOURCES, Value::Map(Map::from(sources)));
        }
        match Value::resolve(parsed, &context) {
            Ok(value) => Ok(Some(value)),
            // A number of nineteen digits is the citizen's slip, and its own question says so.
            Err(ExecutionError::Overflow(..)) => Ok(None),
            Err(_) if self.needs_unknown(&names, rows) => Ok(None),
            Err(error) => Err(fault(expression, reason(&error))),
        }
    }

    fn needs_unknown(&self, names: &[&str], rows: &Rows) -> bool {
        names.iter().any(|name| match *name {
            ROW => rows.row.as_ref().is_some_and(has_null),
            OUTER => rows.outer.as_ref().is_some_and(has_null),
            name => self.unknown.contains(name),
        })
    }
}

fn fault(expression: &Expression, reason: &'static str) -> Fault {
    Fault {
        expression: expression.source().to_owned(),
        reason,
    }
}

/// The kind of an error. The library's own words hold values, which are answers and belong in no log.
const fn reason(error: &ExecutionError) -> &'static str {
    match error {
        ExecutionError::UndeclaredReference(_) => "it names something that does not exist",
        ExecutionError::NoSuchKey(_) => "it names a part that does not exist",
        ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_) => {
            "it divides by zero"
        }
        ExecutionError::IndexOutOfBounds(_) => "it looks for a row that does not exist",
        ExecutionError::FunctionError { .. } => "a function cannot take its value",
        _ => "it compares or combines values that do not fit together",
    }
}

/// The values of an answer as expressions see them. What is missing, or is not of its kind, is null; the
/// rows of a group come from their cells, see [`rows`].
pub(super) fn value(kind: &FieldKind, values: &[String]) -> Value {
    let first = values.first().map(String::as_str);
    if let FieldKind::Choices { options } = kind {
        let known = |value: &&String| options.iter().any(|option| option.value == **value);
        let chosen = values
            .iter()
            .filter(known)
            .map(|value| Value::from(value.as_str()));
        return Value::List(Arc::new(chosen.collect()));
    }
    if matches!(kind, FieldKind::Group { .. }) {
        return rows(Vec::new());
    }
    let parts = kind.parts();
    if !parts.is_empty() {
        let part = |place: usize| values.get(place).filter(|value| !value.is_empty());
        let map: HashMap<Key, Value> = parts
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let value = part(place).map_or(Value::Null, |value| Value::from(value.as_str()));
                (Key::from(*name), value)
            })
            .collect();
        return Value::Map(Map::from(map));
    }
    let Some(text) = first else {
        return Value::Null;
    };
    match kind {
        FieldKind::Number { .. } => value::number(text).map_or(Value::Null, Value::Int),
        FieldKind::Decimal { places, .. } => {
            value::decimal(text, *places).map_or(Value::Null, Value::Float)
        }
        FieldKind::YesNo | FieldKind::Declaration { .. } => match text {
            "yes" => Value::Bool(true),
            "no" => Value::Bool(false),
            _ => Value::Null,
        },
        FieldKind::Date { .. } => {
            value::date(text).map_or(Value::Null, |date| Value::from(date.to_string()))
        }
        FieldKind::Choice { options } => {
            let known = options.iter().any(|option| option.value == text);
            if known {
                Value::from(text)
            } else {
                Value::Null
            }
        }
        _ => Value::from(text),
    }
}

/// The cells of a row as one value.
pub(super) fn row(cells: Vec<(&str, Value)>) -> Value {
    let cells: HashMap<Key, Value> = cells
        .into_iter()
        .map(|(key, value)| (Key::from(key), value))
        .collect();
    Value::Map(Map::from(cells))
}

/// Rows as one value.
pub(super) fn rows(rows: Vec<Value>) -> Value {
    Value::List(Arc::new(rows))
}

/// A value as an answer stores it; `None` for one that no answer can hold.
pub(super) fn stored(value: &Value, kind: &FieldKind) -> Option<String> {
    let text = match value {
        Value::String(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) if number.is_finite() => match kind {
            FieldKind::Decimal { places, .. } => value::rounded(*number, *places),
            _ => format!("{number:.0}"),
        },
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        _ => return None,
    };
    Some(text)
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::List(list) => list.iter().any(has_null),
        Value::Map(map) => map.map.values().any(has_null),
        _ => false,
    }
}

fn date_in(value: &Value) -> Result<NaiveDate, ExecutionError> {
    match value {
        Value::String(text) => value::date(text),
        _ => None,
    }
    .ok_or_else(|| unfit("a date"))
}

fn unfit(wanted: &str) -> ExecutionError {
    ExecutionError::UnexpectedType {
        got: String::new(),
        want: wanted.to_owned(),
    }
}

/// Full years on a day (民法典 art. 17 to 20 count them so): the birthday counts as reached.
fn age(born: &Value, today: NaiveDate) -> Result<i64, ExecutionError> {
    let born = date_in(born)?;
    let before_birthday = (today.month(), today.day()) < (born.month(), born.day());
    let years = today.year() - born.year() - i32::from(before_birthday);
    Ok(i64::from(years))
}

fn days(from: &Value, to: &Value) -> Result<i64, ExecutionError> {
    Ok((date_in(to)? - date_in(from)?).num_days())
}

/// The sum of a list, always a double: a list without rows must fit into the same expression as one with
/// rows, and no empty list says of what it would be.
fn sum(list: &Value) -> Result<f64, ExecutionError> {
    let Value::List(list) = list else {
        return Err(unfit("a list"));
    };
    let mut sum = 0.0;
    for value in list.iter() {
        sum += match value {
            Value::Int(number) => as_double(*number),
            Value::Float(number) => *number,
            _ => return Err(unfit("numbers")),
        };
    }
    Ok(sum)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "answers have at most fifteen digits, which a double keeps exactly"
)]
const fn as_double(number: i64) -> f64 {
    number as f64
}
