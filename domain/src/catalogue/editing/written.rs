//! Values on their way into the document.

use serde_json::{Map, Value, json};

use super::input::Offer;
use crate::forms::RegisterField;

/// What was chosen: what was there before in its order, since the first may count most, then what is new.
pub(super) fn chosen_of(options: Vec<Offer>, chosen: &[String], before: &Value) -> Value {
    let before: Vec<&str> = before
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let place = |value: &str| before.iter().position(|other| *other == value);
    let offered = options.into_iter().map(|offer| offer.value);
    let mut kept: Vec<String> = offered.filter(|value| chosen.contains(value)).collect();
    kept.sort_by_key(|value| place(value).unwrap_or(usize::MAX));
    json!(kept)
}

pub(super) fn register(chosen: &str) -> Option<Value> {
    let field = RegisterField::parse(chosen.strip_prefix("register:")?)?;
    Some(json!({"register": field.key()}))
}

/// Sets a value; one that is not there goes, or stays as it was where it must be there.
pub(super) fn set(parts: &mut Map<String, Value>, key: &str, value: Option<Value>, optional: bool) {
    match value {
        Some(value) => drop(parts.insert(key.to_owned(), value)),
        None if optional => drop(parts.remove(key)),
        None => {}
    }
}

pub(super) fn entries<'v>(
    parts: &'v mut Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = (usize, &'v mut Value)> {
    parts
        .get_mut(key)
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .enumerate()
}
