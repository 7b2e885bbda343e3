//! What stands on the page of a part: one input for each value, by the name that it has in the document.

use serde::Serialize;
use serde_json::Value;

/// One input.
#[derive(Clone, Copy)]
pub struct Input {
    /// Its name in the document, without those of the parts around it.
    pub name: &'static str,
    /// The Fluent key of its label.
    pub label: &'static str,
    /// What kind of value it takes.
    pub kind: InputKind,
}

/// What kind of value an input takes. What is optional is left out of the document when it is empty.
#[derive(Clone, Copy)]
pub enum InputKind {
    /// A text in both languages.
    Text {
        /// Lines that are visible.
        lines: u16,
        /// Whether it may be left out.
        optional: bool,
    },
    /// One line that is the same in all languages.
    Line {
        /// Whether it may be left out.
        optional: bool,
    },
    /// Several lines that are the same in all languages.
    Lines,
    /// A whole number.
    Number {
        /// Whether it may be left out.
        optional: bool,
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// Yes or no.
    Tick,
    /// A time of day, `HH:MM`.
    Time,
    /// One of several.
    One {
        /// What can be chosen.
        options: fn() -> Vec<Offer>,
        /// Whether none may be chosen.
        optional: bool,
    },
    /// Any of several.
    Many {
        /// What can be chosen.
        options: fn() -> Vec<Offer>,
    },
    /// A number of days, months …
    Limit {
        /// Whether it may be left out.
        optional: bool,
    },
    /// A condition, in sentences or as an expression.
    Condition {
        /// Whether it may be left out.
        optional: bool,
    },
    /// An expression that gives a value.
    Formula,
    /// Where an answer is filled in from.
    Prefill,
    /// What answers a material slot without a file.
    Exemption,
    /// The key of a material of the guide.
    Material,
    /// The kind of a question, and what belongs to that kind.
    Answer,
    /// Several texts in both languages.
    Texts,
    /// Entries that stand on this page.
    List {
        /// The inputs of one entry.
        inputs: fn() -> Vec<Input>,
        /// A new entry for this document.
        new: fn(&Value) -> Value,
    },
    /// Entries that have a page each.
    Pages {
        /// A new entry for this document.
        new: fn(&Value) -> Value,
    },
    /// Values that belong together.
    Group {
        /// The inputs.
        inputs: fn() -> Vec<Input>,
    },
    /// The same, where there may be none of it.
    Maybe {
        /// The inputs.
        inputs: fn() -> Vec<Input>,
        /// What stands there first.
        new: fn(&Value) -> Value,
    },
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its name in the document.
    pub value: String,
    /// The Fluent key of its name for people.
    pub label: String,
}

/// An input.
pub(super) const fn input(name: &'static str, label: &'static str, kind: InputKind) -> Input {
    Input { name, label, kind }
}

/// The values of a code list as they stand in documents.
pub(super) fn offers<T: Serialize + Copy, const N: usize>(
    all: [T; N],
    label: fn(T) -> String,
) -> Vec<Offer> {
    let offer = |value: T| {
        let name = serde_json::to_value(value).ok()?.as_str()?.to_owned();
        Some(Offer {
            value: name,
            label: label(value),
        })
    };
    all.into_iter().filter_map(offer).collect()
}

/// The name of a value below others.
pub(super) fn below(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        name.to_owned()
    } else {
        format!("{prefix}/{name}")
    }
}
