//! The page of one part: what it shows of the document, and what it writes back.

use std::collections::BTreeMap;

use serde_json::Value;

use super::input::{Input, InputKind, below};
use super::part::Part;
use super::subjects::{self, SubjectOffer};
use super::typed::Writer;
use super::{form_sheets, values};
use crate::Locale;
use crate::forms::FormDefinition;

/// Most entries of one list: the materials, questions or counters of a service that anybody reads.
const MAX_ENTRIES: usize = 300;

/// The page of one part of a document.
#[derive(Debug, Clone)]
pub struct Sheet {
    part: Part,
    document: Value,
    locale: Locale,
    subjects: Vec<SubjectOffer>,
}

/// Something that was typed and cannot be written down: the input's name, and the Fluent key of what is
/// wrong with it.
pub type TypedProblem = (String, &'static str);

/// A step on a list: entries come, go and move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListStep {
    /// A new entry at the end.
    Add,
    /// This entry goes.
    Remove(usize),
    /// This entry and the one before it change places.
    Up(usize),
    /// This entry and the one after it change places.
    Down(usize),
}

impl Sheet {
    /// Opens a part of the document of item and definition; `None` when the document has no such part.
    /// Words of choices are shown in the language of the reader.
    pub fn open(part: Part, document: Value, locale: Locale) -> Option<Self> {
        document.pointer(&part.pointer())?;
        let form = document.pointer("/definition/form").cloned()?;
        let form: FormDefinition = serde_json::from_value(form).ok()?;
        let subjects = subjects::of(&part, &form);
        Some(Self {
            part,
            document,
            locale,
            subjects,
        })
    }

    /// The part that it shows.
    pub const fn part(&self) -> &Part {
        &self.part
    }

    /// The whole document.
    pub const fn document(&self) -> &Value {
        &self.document
    }

    /// The document, to be kept.
    pub fn into_document(self) -> Value {
        self.document
    }

    /// The part itself.
    pub fn value(&self) -> &Value {
        self.document
            .pointer(&self.part.pointer())
            .unwrap_or(&Value::Null)
    }

    /// A value below the part, by its name.
    pub fn at(&self, name: &str) -> Option<&Value> {
        self.value().pointer(&format!("/{name}"))
    }

    /// What conditions on this page can look at.
    pub fn subjects(&self) -> &[SubjectOffer] {
        &self.subjects
    }

    /// What stands in the inputs, by their names.
    pub fn shown(&self) -> BTreeMap<String, String> {
        let mut shown = BTreeMap::new();
        let reader = values::Reader {
            locale: self.locale,
            subjects: &self.subjects,
        };
        reader.read_all(&self.part.inputs(), self.value(), "", &mut shown);
        shown
    }

    /// Writes what was posted into the document. Inputs that were not on the page stay as they are.
    /// Where something cannot be written down, nothing is to be kept.
    pub fn write(&mut self, posted: &BTreeMap<String, Vec<String>>) -> Vec<TypedProblem> {
        let Some(value) = self.document.pointer_mut(&self.part.pointer()) else {
            return Vec::new();
        };
        let mut writer = Writer::new(posted, &self.subjects);
        writer.write_all(&self.part.inputs(), value, "");
        let problems = writer.problems;
        if matches!(self.part, Part::Page(_)) {
            name_slots(&mut self.document, &self.part);
        }
        problems
    }

    /// Takes a step on the list of this name; `None` when there is no such list, or it is full.
    pub fn step(&mut self, list: &str, step: &ListStep) -> Option<()> {
        let new = self.new_entry(list)?;
        let pointer = format!("{}/{list}", self.part.pointer());
        if self.document.pointer(&pointer).is_none() {
            let (around, name) = pointer.rsplit_once('/')?;
            let around = self.document.pointer_mut(around)?.as_object_mut()?;
            around.insert(name.to_owned(), Value::Array(Vec::new()));
        }
        let entries = self.document.pointer_mut(&pointer)?.as_array_mut()?;
        match *step {
            ListStep::Add => {
                (entries.len() < MAX_ENTRIES).then_some(())?;
                entries.push(new);
            }
            ListStep::Remove(place) => {
                (place < entries.len()).then_some(())?;
                entries.remove(place);
            }
            ListStep::Up(place) => {
                let before = place.checked_sub(1)?;
                (place < entries.len()).then(|| entries.swap(before, place))?;
            }
            ListStep::Down(place) => {
                let after = place.checked_add(1)?;
                (after < entries.len()).then(|| entries.swap(place, after))?;
            }
        }
        Some(())
    }

    /// A new entry for the list of this name; `None` when the part has no such list.
    fn new_entry(&self, list: &str) -> Option<Value> {
        match self.find(list)? {
            (InputKind::List { new, .. } | InputKind::Pages { new }, _, "") => {
                Some(new(&self.document))
            }
            (InputKind::Texts, _, "") => Some(serde_json::json!({"zh": ""})),
            _ => None,
        }
    }

    /// The Fluent key of the label of an input, by the name under which it is posted; `None` when the part
    /// has no such input.
    pub fn label(&self, name: &str) -> Option<&'static str> {
        self.find(name).map(|(_, label, _)| label)
    }

    /// The input of this name, or the innermost around it: its kind, its label, and what is left of the
    /// name.
    fn find<'n>(&self, posted: &'n str) -> Option<(InputKind, &'static str, &'n str)> {
        let mut inputs = self.part.inputs();
        let mut name = String::new();
        let mut rest = posted;
        loop {
            let (found, left) = inputs.iter().find_map(|input| {
                let left = rest.strip_prefix(input.name)?;
                let ends = left.is_empty() || left.starts_with(['/', ':']);
                ends.then(|| (*input, left.trim_start_matches('/')))
            })?;
            name = below(&name, found.name);
            let inner = match found.kind {
                InputKind::List { inputs, .. } => {
                    let Some((place, deeper)) = left.split_once('/') else {
                        return Some((found.kind, found.label, left));
                    };
                    place.parse::<usize>().ok()?;
                    name = below(&name, place);
                    rest = deeper;
                    inputs()
                }
                InputKind::Group { inputs } | InputKind::Maybe { inputs, .. } => {
                    rest = left;
                    inputs()
                }
                InputKind::Answer => {
                    rest = left;
                    form_sheets::kind_inputs(self.at(&name)?.get("type")?.as_str()?)
                }
                _ => return Some((found.kind, found.label, left)),
            };
            if !inner.iter().any(|input| rest.starts_with(input.name)) {
                return Some((found.kind, found.label, left));
            }
            inputs = inner;
        }
    }
}

impl ListStep {
    /// Reads the value of a button, such as `up:materials/2`: the list's name, and the step on it.
    pub fn parse(value: &str) -> Option<(String, Self)> {
        let (verb, name) = value.split_once(':')?;
        if verb == "add" {
            return Some((name.to_owned(), Self::Add));
        }
        let (list, place) = name.rsplit_once('/')?;
        let place = place.parse().ok()?;
        let step = match verb {
            "remove" => Self::Remove(place),
            "up" => Self::Up(place),
            "down" => Self::Down(place),
            _ => return None,
        };
        Some((list.to_owned(), step))
    }
}

/// A slot without a name is called as its material is.
fn name_slots(document: &mut Value, part: &Part) {
    let materials = document.pointer("/definition/guide/materials").cloned();
    let materials = materials.as_ref().and_then(Value::as_array);
    let Some(materials) = materials.cloned() else {
        return;
    };
    let pointer = format!("{}/materials", part.pointer());
    let slots = document.pointer_mut(&pointer).and_then(Value::as_array_mut);
    for slot in slots.into_iter().flatten() {
        let unnamed = slot
            .pointer("/name/zh")
            .and_then(Value::as_str)
            .is_none_or(str::is_empty);
        let material = materials
            .iter()
            .find(|material| material.get("key") == slot.get("key"));
        let name = material.and_then(|material| material.get("name")).cloned();
        if let (true, Some(name), Some(slot)) = (unnamed, name, slot.as_object_mut()) {
            slot.insert("name".to_owned(), name);
        }
    }
}

/// The inputs of an entry or group at a place of the document, for whoever renders them.
pub fn inner_inputs(input: &Input, value: Option<&Value>) -> Vec<Input> {
    match input.kind {
        InputKind::List { inputs, .. } | InputKind::Group { inputs } => inputs(),
        InputKind::Maybe { inputs, .. } if value.is_some_and(Value::is_object) => inputs(),
        InputKind::Answer => {
            let kind = value
                .and_then(|value| value.get("type"))
                .and_then(Value::as_str);
            form_sheets::kind_inputs(kind.unwrap_or_default())
        }
        _ => Vec::new(),
    }
}
