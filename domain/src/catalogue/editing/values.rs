//! What stands in the inputs of a page, read from the document.

use std::collections::BTreeMap;

use serde_json::Value;

use super::input::{Input, InputKind, below};
use super::sheet::inner_inputs;
use super::spoken;
use super::subjects::SubjectOffer;
use super::typed::MAX_TESTS;
use crate::Locale;
use crate::forms::{Expression, Sentence};

/// The posted value of a tick.
pub(super) const YES: &str = "yes";

pub(super) struct Reader<'s> {
    pub(super) locale: Locale,
    pub(super) subjects: &'s [SubjectOffer],
}

type Shown = BTreeMap<String, String>;

impl Reader<'_> {
    pub(super) fn read_all(
        &self,
        inputs: &[Input],
        value: &Value,
        prefix: &str,
        shown: &mut Shown,
    ) {
        for input in inputs {
            let name = below(prefix, input.name);
            self.read(input, value.get(input.name), &name, shown);
        }
    }

    fn read(&self, input: &Input, value: Option<&Value>, name: &str, shown: &mut Shown) {
        match input.kind {
            InputKind::Text { .. } => text(value, name, shown),
            InputKind::Line { .. }
            | InputKind::Lines
            | InputKind::Time
            | InputKind::One { .. }
            | InputKind::Formula
            | InputKind::Material
            | InputKind::Number { .. } => put(shown, name, plain(value)),
            InputKind::Tick => {
                let ticked = value.and_then(Value::as_bool).unwrap_or_default();
                put(
                    shown,
                    name,
                    if ticked {
                        YES.to_owned()
                    } else {
                        String::new()
                    },
                );
            }
            InputKind::Many { .. } => {
                let chosen = value.and_then(Value::as_array).into_iter().flatten();
                let chosen: Vec<&str> = chosen.filter_map(Value::as_str).collect();
                put(shown, name, chosen.join("\n"));
            }
            InputKind::Limit { .. } => {
                for part in ["number", "unit"] {
                    let value = value.and_then(|value| value.get(part));
                    put(shown, &below(name, part), plain(value));
                }
            }
            InputKind::Condition { .. } => self.condition(&plain(value), name, shown),
            InputKind::Prefill => prefill(value, name, shown),
            InputKind::Exemption => exemption(value, name, shown),
            InputKind::Answer => {
                let kind = value.and_then(|value| value.get("type"));
                put(shown, &below(name, "type"), plain(kind));
                let inputs = inner_inputs(input, value);
                self.read_all(&inputs, value.unwrap_or(&Value::Null), name, shown);
            }
            InputKind::Texts => {
                for (place, entry) in entries(value).enumerate() {
                    text(Some(entry), &below(name, &place.to_string()), shown);
                }
            }
            InputKind::List { inputs, .. } => {
                for (place, entry) in entries(value).enumerate() {
                    self.read_all(&inputs(), entry, &below(name, &place.to_string()), shown);
                }
            }
            InputKind::Pages { .. } => {}
            InputKind::Group { .. } | InputKind::Maybe { .. } => {
                let there = value.is_some_and(Value::is_object);
                if matches!(input.kind, InputKind::Maybe { .. }) {
                    let there = if there { YES } else { "" };
                    put(shown, &format!("{name}:there"), there.to_owned());
                }
                let inputs = inner_inputs(input, value);
                self.read_all(&inputs, value.unwrap_or(&Value::Null), name, shown);
            }
        }
    }

    fn condition(&self, source: &str, name: &str, shown: &mut Shown) {
        put(shown, &format!("{name}:cel"), source.to_owned());
        let sentence = Sentence::read(&Expression::new(source));
        let lines = sentence.as_ref().and_then(Sentence::lines);
        // A page has no more rows than this, and what it does not show would be lost with the next saving.
        let lines = lines.filter(|(_, lines)| lines.len() <= MAX_TESTS);
        let say = match &lines {
            _ if source.trim().is_empty() => "none",
            Some((true, _)) => "all",
            Some((false, _)) => "any",
            None => "cel",
        };
        put(shown, &format!("{name}:say"), say.to_owned());
        let tests = lines.map(|(_, lines)| lines).unwrap_or_default();
        for (place, (group, test)) in tests.into_iter().enumerate() {
            let row = format!("{name}:{}", place + 1);
            if group > 0 {
                put(shown, &format!("{row}:in"), group.to_string());
            }
            put(shown, &format!("{row}:of"), test.subject.to_string());
            put(
                shown,
                &format!("{row}:is"),
                spoken::claim_key(&test.claim).to_owned(),
            );
            let words = spoken::words(test, self.subjects, self.locale);
            put(shown, &format!("{row}:value"), words);
        }
    }
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

fn put(shown: &mut Shown, name: &str, value: String) {
    shown.insert(name.to_owned(), value);
}

fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn text(value: Option<&Value>, name: &str, shown: &mut Shown) {
    for language in ["zh", "en"] {
        let value = value.and_then(|value| value.get(language));
        put(shown, &below(name, language), plain(value));
    }
}

fn prefill(value: Option<&Value>, name: &str, shown: &mut Shown) {
    let part = |name: &str| plain(value.and_then(|value| value.get(name)));
    let line = value.and_then(|value| value.get("certificate"));
    let chosen = match value {
        Some(Value::String(word)) => word.clone(),
        _ if line.is_some() => "certificate".to_owned(),
        Some(Value::Object(_)) => format!("register:{}", part("register")),
        _ => String::new(),
    };
    put(shown, name, chosen);
    for part in ["type_code", "line"] {
        put(
            shown,
            &below(name, part),
            plain(line.and_then(|line| line.get(part))),
        );
    }
}

fn exemption(value: Option<&Value>, name: &str, shown: &mut Shown) {
    let part = |name: &str| value.and_then(|value| value.get(name));
    let chosen = match (part("certificate"), part("register")) {
        (Some(_), _) => "certificate".to_owned(),
        (_, Some(register)) => format!("register:{}", plain(Some(register))),
        _ => String::new(),
    };
    put(shown, name, chosen);
    put(shown, &below(name, "type_code"), plain(part("certificate")));
}
