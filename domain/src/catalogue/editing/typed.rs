//! What was typed on a page, written into the document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::input::{Input, InputKind, below};
use super::sheet::{TypedProblem, inner_inputs};
use super::subjects::SubjectOffer;
use super::values::YES;
use super::written::{chosen_of, entries, register, set};
use super::{form_sheets, spoken};
use crate::forms::{Expression, MAX_GROUPS, Sentence, Test};
use crate::identity::half_width;

/// Most tests of one sentence: more cannot be checked by reading.
pub const MAX_TESTS: usize = 10;
/// Greatest number of a limit: a hundred years of days.
const MAX_LIMIT: i64 = 36_525;
/// Added to the name of a set of boxes that is on the page: browsers send nothing for empty ones.
pub const ASKED: &str = ":asked";

pub(super) struct Writer<'p> {
    posted: &'p BTreeMap<String, Vec<String>>,
    subjects: &'p [SubjectOffer],
    pub(super) problems: Vec<TypedProblem>,
}

impl<'p> Writer<'p> {
    pub(super) const fn new(
        posted: &'p BTreeMap<String, Vec<String>>,
        subjects: &'p [SubjectOffer],
    ) -> Self {
        Self {
            posted,
            subjects,
            problems: Vec::new(),
        }
    }

    pub(super) fn write_all(&mut self, inputs: &[Input], value: &mut Value, prefix: &str) {
        let Some(parts) = value.as_object_mut() else {
            return;
        };
        for input in inputs {
            let name = below(prefix, input.name);
            self.write(input, parts, &name);
        }
    }

    fn write(&mut self, input: &Input, parts: &mut Map<String, Value>, name: &str) {
        let key = input.name;
        match input.kind {
            InputKind::Text { optional, .. } => self.text(parts, key, name, optional),
            InputKind::Line { optional } => self.line(parts, key, name, optional),
            InputKind::Lines | InputKind::Formula => self.line(parts, key, name, true),
            InputKind::Material => self.line(parts, key, name, false),
            InputKind::Number {
                optional,
                least,
                most,
            } => {
                if let Some(number) = self.number(name, least, most) {
                    set(parts, key, number, optional);
                }
            }
            InputKind::Tick => {
                if self.is_asked(name) {
                    parts.insert(
                        key.to_owned(),
                        json!(self.typed(name).as_deref() == Some(YES)),
                    );
                }
            }
            InputKind::Time => self.time(parts, key, name),
            InputKind::One { options, optional } => {
                let offered = |typed: &String| options().iter().any(|offer| offer.value == *typed);
                match self.typed(name) {
                    Some(typed) if offered(&typed) => set(parts, key, Some(json!(typed)), optional),
                    Some(typed) if typed.is_empty() && optional => set(parts, key, None, optional),
                    _ => {}
                }
            }
            InputKind::Many { options } => {
                if self.is_asked(name) {
                    let chosen = self.posted.get(name).map(Vec::as_slice).unwrap_or_default();
                    let before = parts.get(key).cloned().unwrap_or_default();
                    parts.insert(key.to_owned(), chosen_of(options(), chosen, &before));
                }
            }
            InputKind::Limit { optional } => self.limit(parts, key, name, optional),
            InputKind::Condition { optional } => self.condition(parts, key, name, optional),
            InputKind::Prefill => self.prefill(parts, key, name),
            InputKind::Exemption => self.exemption(parts, key, name),
            InputKind::Answer
            | InputKind::Pages { .. }
            | InputKind::Texts
            | InputKind::List { .. }
            | InputKind::Group { .. }
            | InputKind::Maybe { .. } => self.write_parts(input, parts, name),
        }
    }

    /// Writes what has parts of its own.
    fn write_parts(&mut self, input: &Input, parts: &mut Map<String, Value>, name: &str) {
        let key = input.name;
        match input.kind {
            InputKind::Answer => self.answer(input, parts, name),
            InputKind::Texts => {
                for (place, entry) in entries(parts, key) {
                    if let Some(text) = self.bilingual(&below(name, &place.to_string())) {
                        *entry = text;
                    }
                }
            }
            InputKind::List { inputs, .. } => {
                for (place, entry) in entries(parts, key) {
                    self.write_all(&inputs(), entry, &below(name, &place.to_string()));
                }
            }
            InputKind::Group { .. } => {
                let inputs = inner_inputs(input, None);
                let value = parts.entry(key).or_insert_with(|| json!({}));
                self.write_all(&inputs, value, name);
            }
            InputKind::Maybe { new, .. } => {
                let is_there = parts.get(key).is_some_and(Value::is_object);
                let wanted = self.typed(&format!("{name}:there")).as_deref() == Some(YES);
                match (self.is_asked(&format!("{name}:there")), wanted) {
                    (true, false) => drop(parts.remove(key)),
                    (true, true) if !is_there => {
                        drop(parts.insert(key.to_owned(), new(&Value::Null)))
                    }
                    _ => {
                        let inputs = inner_inputs(input, parts.get(key));
                        if let Some(value) = parts.get_mut(key) {
                            self.write_all(&inputs, value, name);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// What was typed, without blanks around it; `None` when the page had no such input.
    fn typed(&self, name: &str) -> Option<String> {
        let typed = self.posted.get(name)?.first()?;
        let typed = typed.replace("\r\n", "\n");
        Some(
            typed
                .trim()
                .chars()
                .filter(|c| !c.is_control() || *c == '\n')
                .collect(),
        )
    }

    fn is_asked(&self, name: &str) -> bool {
        self.posted.contains_key(&format!("{name}{ASKED}"))
    }

    fn problem(&mut self, name: impl Into<String>, key: &'static str) {
        self.problems.push((name.into(), key));
    }

    fn bilingual(&self, name: &str) -> Option<Value> {
        let zh = self.typed(&below(name, "zh"))?;
        let en = self.typed(&below(name, "en")).filter(|en| !en.is_empty());
        Some(match en {
            Some(en) => json!({"zh": zh, "en": en}),
            None => json!({"zh": zh}),
        })
    }

    fn text(&self, parts: &mut Map<String, Value>, key: &str, name: &str, optional: bool) {
        let Some(text) = self.bilingual(name) else {
            return;
        };
        let is_empty = text == json!({"zh": ""});
        set(
            parts,
            key,
            (!is_empty || !optional).then_some(text),
            optional,
        );
    }

    fn line(&self, parts: &mut Map<String, Value>, key: &str, name: &str, optional: bool) {
        if let Some(typed) = self.typed(name) {
            let kept = !typed.is_empty() || !optional;
            set(parts, key, kept.then(|| json!(typed)), optional);
        }
    }

    /// What was typed as a number: nothing when the page had no such input or it cannot be read, and
    /// `Some(None)` where nothing was typed.
    fn number(&mut self, name: &str, least: i64, most: i64) -> Option<Option<Value>> {
        let typed = self.typed(name)?;
        if typed.is_empty() {
            return Some(None);
        }
        match half_width(&typed).parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Some(Some(json!(number))),
            Ok(_) => {
                self.problem(name, "editor-problem-range");
                None
            }
            Err(_) => {
                self.problem(name, "editor-problem-number");
                None
            }
        }
    }

    fn time(&mut self, parts: &mut Map<String, Value>, key: &str, name: &str) {
        let Some(typed) = self.typed(name) else {
            return;
        };
        let typed = half_width(&typed).replace('：', ":");
        match chrono::NaiveTime::parse_from_str(&typed, "%H:%M") {
            Ok(time) => set(
                parts,
                key,
                Some(json!(time.format("%H:%M").to_string())),
                false,
            ),
            Err(_) => self.problem(name, "editor-problem-time"),
        }
    }

    fn limit(&mut self, parts: &mut Map<String, Value>, key: &str, name: &str, optional: bool) {
        let Some(number) = self.number(&below(name, "number"), 0, MAX_LIMIT) else {
            return;
        };
        let unit = self.typed(&below(name, "unit")).unwrap_or_default();
        let known = super::sheets::limit_units()
            .iter()
            .any(|offer| offer.value == unit);
        match number {
            Some(number) if known => {
                set(
                    parts,
                    key,
                    Some(json!({"number": number, "unit": unit})),
                    optional,
                );
            }
            Some(_) => self.problem(below(name, "unit"), "editor-problem-value"),
            None if optional => set(parts, key, None, optional),
            None => self.problem(below(name, "number"), "editor-problem-number"),
        }
    }

    fn condition(&mut self, parts: &mut Map<String, Value>, key: &str, name: &str, optional: bool) {
        let Some(say) = self.typed(&format!("{name}:say")) else {
            return;
        };
        let before = parts
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        // Who fills in a row of an empty condition wants one, whatever the choice above says.
        let rows = match say.as_str() {
            "cel" => None,
            "none" if !before.is_empty() => Some(Vec::new()),
            _ => Some(self.rows(name)),
        };
        let Some(rows) = rows else {
            let source = self.typed(&format!("{name}:cel")).unwrap_or_default();
            let kept = !source.is_empty() || !optional;
            return set(parts, key, kept.then(|| json!(source)), optional);
        };
        let Some(tests) = rows.into_iter().collect::<Option<Vec<_>>>() else {
            return;
        };
        let sentence = Sentence::of(say != "any", tests);
        // Other words for the same stay as they are.
        if sentence.is_some() && sentence == Sentence::read(&Expression::new(before)) {
            return;
        }
        let source = sentence.map(|sentence| sentence.to_string());
        let source = if optional {
            source
        } else {
            Some(source.unwrap_or_default())
        };
        set(parts, key, source.map(Value::from), optional);
    }

    /// The rows of a sentence that have a question, with the groups that they belong to; `None` in place of one that cannot be read.
    fn rows(&mut self, name: &str) -> Vec<Option<(usize, Test)>> {
        let mut rows = Vec::new();
        for place in 1..=MAX_TESTS {
            let row = format!("{name}:{place}");
            let part = |part: &str| self.typed(&format!("{row}:{part}")).unwrap_or_default();
            let (of, is, value) = (part("of"), part("is"), part("value"));
            if of.is_empty() {
                if !value.is_empty() {
                    self.problem(format!("{row}:of"), "editor-problem-question");
                    rows.push(None);
                }
                continue;
            }
            match spoken::test(&of, &is, &value, self.subjects) {
                Ok(test) => rows.push(Some((self.group(&format!("{row}:in")), test))),
                Err((part, problem)) => {
                    self.problem(format!("{row}:{part}"), problem);
                    rows.push(None);
                }
            }
        }
        rows
    }

    /// The group that a row belongs to; 0 for none, and for what no page of ours offers.
    fn group(&self, name: &str) -> usize {
        let group = self.typed(name).and_then(|group| group.parse().ok());
        group
            .filter(|group| *group <= MAX_GROUPS)
            .unwrap_or_default()
    }

    fn prefill(&mut self, parts: &mut Map<String, Value>, key: &str, name: &str) {
        let Some(chosen) = self.typed(name) else {
            return;
        };
        let part = |part: &str| self.typed(&below(name, part)).unwrap_or_default();
        let prefill = match chosen.as_str() {
            "" => None,
            "earlier" => Some(json!("earlier")),
            "certificate" => Some(json!({
                "certificate": {"type_code": part("type_code"), "line": part("line")}
            })),
            other => match register(other) {
                Some(register) => Some(register),
                None => return self.problem(name, "editor-problem-value"),
            },
        };
        set(parts, key, prefill, true);
    }

    fn exemption(&mut self, parts: &mut Map<String, Value>, key: &str, name: &str) {
        let Some(chosen) = self.typed(name) else {
            return;
        };
        let exemption = match chosen.as_str() {
            "" => None,
            "certificate" => {
                let code = self.typed(&below(name, "type_code")).unwrap_or_default();
                Some(json!({"certificate": code}))
            }
            other => match register(other) {
                Some(register) => Some(register),
                None => return self.problem(name, "editor-problem-value"),
            },
        };
        set(parts, key, exemption, true);
    }

    /// A new kind begins anew; what was typed for the old one would not fit it.
    fn answer(&mut self, input: &Input, parts: &mut Map<String, Value>, name: &str) {
        let Some(chosen) = self.typed(&below(name, "type")) else {
            return;
        };
        let Some(kind) = parts.get_mut(input.name) else {
            return;
        };
        let inputs = inner_inputs(input, Some(kind));
        self.write_all(&inputs, kind, name);
        let is_known = form_sheets::answer_kinds()
            .iter()
            .any(|offer| offer.value == chosen);
        let before = kind.get("type").and_then(Value::as_str);
        if is_known && before != Some(chosen.as_str()) {
            *kind = form_sheets::new_kind(&chosen, kind);
        }
    }
}
