//! What differs between two documents.

use std::collections::BTreeSet;

use serde_json::Value;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The way to it: names of parts, and of entries of a list their key or place, from 1.
    pub path: Vec<String>,
    /// What stood there; `None` where nothing did.
    pub before: Option<String>,
    /// What stands there now; `None` where nothing does.
    pub after: Option<String>,
}

/// The parts that can name an entry of a list. Places say little, as they move when others come and go.
const NAMES: [&str; 2] = ["key", "value"];

/// Every difference, in reading order of the first document and then of what is new. Entries of a list
/// are held against each other by their key where all have one; that they stand in another order is a
/// difference of the list.
pub fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(Some(before), Some(after), &mut Vec::new(), &mut found);
    found
}

fn compare(
    before: Option<&Value>,
    after: Option<&Value>,
    path: &mut Vec<String>,
    found: &mut Vec<Difference>,
) {
    // Nothing and null say the same.
    let (before, after) = (before.filter(said), after.filter(said));
    if before == after {
        return;
    }
    let parts = names(before, after);
    match (before, after) {
        _ if is_object(before) && is_object(after) && !parts.is_empty() => {
            for name in parts {
                let part =
                    |value: Option<&Value>| value.and_then(|value| value.get(&name)).cloned();
                step(part(before), part(after), &name, path, found);
            }
        }
        _ if is_list(before) && is_list(after) && length(before) + length(after) > 0 => {
            lists(before, after, path, found);
        }
        _ => found.push(Difference {
            path: path.clone(),
            before: before.and_then(written),
            after: after.and_then(written),
        }),
    }
}

fn step(
    before: Option<Value>,
    after: Option<Value>,
    name: &str,
    path: &mut Vec<String>,
    found: &mut Vec<Difference>,
) {
    path.push(name.to_owned());
    compare(before.as_ref(), after.as_ref(), path, found);
    path.pop();
}

fn said(value: &&Value) -> bool {
    !value.is_null()
}

fn length(value: Option<&Value>) -> usize {
    value.and_then(Value::as_array).map_or(0, Vec::len)
}

/// Whether it can be held against an object part by part; what is not there has no parts.
fn is_object(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_object)
}

fn is_list(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_array)
}

/// The names of the parts of both, those of the first before those that are new.
fn names(before: Option<&Value>, after: Option<&Value>) -> Vec<String> {
    let of = |value: Option<&Value>| -> Vec<String> {
        let parts = value.and_then(Value::as_object);
        parts
            .map(|parts| parts.keys().cloned().collect())
            .unwrap_or_default()
    };
    let mut names = of(before);
    let new: Vec<String> = of(after)
        .into_iter()
        .filter(|name| !names.contains(name))
        .collect();
    names.extend(new);
    names
}

fn lists(
    before: Option<&Value>,
    after: Option<&Value>,
    path: &mut Vec<String>,
    found: &mut Vec<Difference>,
) {
    let entries =
        |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    let (before, after) = (entries(before), entries(after));
    let Some((old, new)) = keys(&before).zip(keys(&after)) else {
        for place in 0..before.len().max(after.len()) {
            let name = (place + 1).to_string();
            let at = |list: &[Value]| list.get(place).cloned();
            step(at(&before), at(&after), &name, path, found);
        }
        return;
    };
    let kept = |keys: &[String], others: &[String]| -> Vec<String> {
        keys.iter()
            .filter(|key| others.contains(key))
            .cloned()
            .collect()
    };
    let (in_old_order, in_new_order) = (kept(&old, &new), kept(&new, &old));
    if in_old_order != in_new_order {
        found.push(Difference {
            path: path.clone(),
            before: Some(in_old_order.join(", ")),
            after: Some(in_new_order.join(", ")),
        });
    }
    let added = new.iter().filter(|key| !old.contains(key));
    for key in old.iter().chain(added) {
        let at = |list: &[Value], keys: &[String]| {
            let place = keys.iter().position(|other| other == key);
            place.and_then(|place| list.get(place)).cloned()
        };
        step(at(&before, &old), at(&after, &new), key, path, found);
    }
}

/// The key of each entry; `None` when one has none, or two have the same.
fn keys(list: &[Value]) -> Option<Vec<String>> {
    let key = |entry: &Value| {
        let named = NAMES.iter().find_map(|name| entry.get(name)?.as_str());
        named.map(str::to_owned)
    };
    let keys: Option<Vec<String>> = list.iter().map(key).collect();
    keys.filter(|keys| keys.iter().collect::<BTreeSet<_>>().len() == keys.len())
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
