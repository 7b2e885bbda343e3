//! The inputs of the parts of item and guide.

use serde_json::json;

use super::form_sheets;
use super::input::{Input, InputKind, Offer, input, offers};
use super::part::Part;
use super::place_sheets;
use super::template;
use crate::calendar::LimitUnit;
use crate::catalogue::{
    Audience, BodyNature, Delivery, HandlingType, ItemType, LifeEvent, OnlineDepth, PeopleGroup,
    PowerLevel, PowerSource, ResultKind, Scope, Topic,
};

pub(super) const TEXT: InputKind = InputKind::Text {
    lines: 1,
    optional: false,
};
pub(super) const NOTE: InputKind = InputKind::Text {
    lines: 2,
    optional: true,
};
pub(super) const PROSE: InputKind = InputKind::Text {
    lines: 4,
    optional: false,
};
pub(super) const LINE: InputKind = InputKind::Line { optional: false };
pub(super) const MAYBE_LINE: InputKind = InputKind::Line { optional: true };
pub(super) const WHEN: InputKind = InputKind::Condition { optional: true };

/// A count of things: bodies, visits, days of the week.
pub(super) const fn count(most: i64) -> InputKind {
    InputKind::Number {
        optional: false,
        least: 0,
        most,
    }
}

impl Part {
    /// The inputs of this part. Which those of a question are depends on its kind, so the page reads
    /// them from the document as it goes.
    pub fn inputs(&self) -> Vec<Input> {
        match self {
            Self::Basics => basics(),
            Self::Guide => guide(),
            Self::Authority => vec![group("authority", "editor-authority", authority)],
            Self::Conditions => conditions(),
            Self::Materials => vec![input(
                "materials",
                "editor-materials",
                InputKind::List {
                    inputs: place_sheets::material,
                    new: template::material,
                },
            )],
            Self::Places => place_sheets::places(),
            Self::Fees => place_sheets::fees(),
            Self::Faq => vec![list(
                "faq",
                "editor-faq",
                place_sheets::faq,
                |_| json!({"question": {"zh": ""}, "answer": {"zh": ""}}),
            )],
            Self::Procedure => place_sheets::procedure(),
            Self::Choice => form_sheets::choice(),
            Self::Form => form_sheets::form(),
            Self::Page(_) => form_sheets::page(),
            Self::Field(_) => form_sheets::field(),
            Self::Handling => form_sheets::handling(),
        }
    }
}

pub(super) const fn group(
    name: &'static str,
    label: &'static str,
    inputs: fn() -> Vec<Input>,
) -> Input {
    input(name, label, InputKind::Group { inputs })
}

pub(super) const fn list(
    name: &'static str,
    label: &'static str,
    inputs: fn() -> Vec<Input>,
    new: fn(&serde_json::Value) -> serde_json::Value,
) -> Input {
    input(name, label, InputKind::List { inputs, new })
}

pub(super) const fn one(
    name: &'static str,
    label: &'static str,
    options: fn() -> Vec<Offer>,
    optional: bool,
) -> Input {
    input(name, label, InputKind::One { options, optional })
}

pub(super) const fn many(
    name: &'static str,
    label: &'static str,
    options: fn() -> Vec<Offer>,
) -> Input {
    input(name, label, InputKind::Many { options })
}

const LIMIT: InputKind = InputKind::Limit { optional: false };

fn basics() -> Vec<Input> {
    vec![
        input("name", "editor-name", TEXT),
        input("main_item", "editor-main-item", MAYBE_LINE),
        one("item_type", "editor-item-type", item_types, false),
        one("handling", "editor-handling-type", handling_types, true),
        many("audiences", "editor-audiences", || {
            offers(Audience::ALL, |one| one.key().into())
        }),
        many("topics", "editor-topics", || {
            offers(Topic::ALL, |one| format!("topic-{}", one.key()))
        }),
        many("life_events", "editor-life-events", || {
            offers(LifeEvent::ALL, |one| format!("editor-life-{}", one.key()))
        }),
        many("groups", "editor-groups", || {
            offers(PeopleGroup::ALL, |one| {
                format!("editor-people-{}", one.key())
            })
        }),
    ]
}

/// The types of an item, for its page and for the form that begins a new one.
pub fn item_types() -> Vec<Offer> {
    offers(ItemType::ALL, |one| one.key().into())
}

fn handling_types() -> Vec<Offer> {
    offers(HandlingType::ALL, |one| one.key().into())
}

/// The units of a limit.
pub fn limit_units() -> Vec<Offer> {
    offers(LimitUnit::ALL, |unit| format!("editor-unit-{}", unit.key()))
}

fn guide() -> Vec<Input> {
    vec![
        input("summary", "editor-summary", PROSE),
        input("promised", "editor-promised", LIMIT),
        input("statutory", "editor-statutory", LIMIT),
        input("limit_note", "editor-limit-note", NOTE),
        input("consult_phone", "editor-consult-phone", LINE),
        input("complaint_phone", "editor-complaint-phone", LINE),
        input(
            "result",
            "editor-result",
            InputKind::Maybe {
                inputs: result,
                new: |_| json!({"name": {"zh": ""}, "kind": "other"}),
            },
        ),
        many("delivery", "editor-delivery", || {
            offers(Delivery::ALL, |one| one.key().into())
        }),
        list(
            "legal_basis",
            "editor-legal-basis",
            law,
            |_| json!({"law": ""}),
        ),
    ]
}

fn result() -> Vec<Input> {
    vec![
        input("name", "editor-result-name", TEXT),
        one(
            "kind",
            "editor-result-kind",
            || offers(ResultKind::ALL, |one| one.key().into()),
            false,
        ),
        input("validity", "editor-result-validity", NOTE),
        input("electronic", "editor-result-electronic", InputKind::Tick),
        input("sample", "editor-result-sample", InputKind::Texts),
    ]
}

fn law() -> Vec<Input> {
    vec![
        input("law", "editor-law", LINE),
        input("article", "editor-law-article", MAYBE_LINE),
        input("text", "editor-law-text", InputKind::Lines),
        input("url", "editor-law-url", MAYBE_LINE),
    ]
}

fn authority() -> Vec<Input> {
    vec![
        input("base_code", "editor-base-code", MAYBE_LINE),
        input("handling_code", "editor-handling-code", MAYBE_LINE),
        input("credit_code", "editor-credit-code", MAYBE_LINE),
        one(
            "nature",
            "editor-nature",
            || offers(BodyNature::ALL, |one| own(one.key())),
            false,
        ),
        one(
            "source",
            "editor-power-source",
            || offers(PowerSource::ALL, |one| own(one.key())),
            false,
        ),
        one(
            "level",
            "editor-power-level",
            || offers(PowerLevel::ALL, |one| own(one.key())),
            true,
        ),
        input("delegated_by", "editor-delegated-by", NOTE),
        input("handled_by", "editor-handled-by", NOTE),
        input("joint", "editor-joint", InputKind::Texts),
        one(
            "scope",
            "editor-scope",
            || offers(Scope::ALL, |one| own(one.key())),
            true,
        ),
        one(
            "depth",
            "editor-depth",
            || offers(OnlineDepth::ALL, |one| own(one.key())),
            true,
        ),
        input("quota", "editor-quota", NOTE),
    ]
}

fn conditions() -> Vec<Input> {
    vec![
        input("conditions", "editor-conditions", InputKind::Texts),
        input("rights", "editor-rights", InputKind::Texts),
        input("duties", "editor-duties", InputKind::Texts),
        input(
            "review",
            "editor-review",
            InputKind::Text {
                lines: 4,
                optional: true,
            },
        ),
    ]
}

/// The words of a code list that only the editor needs.
pub(super) fn own(key: &str) -> String {
    format!("editor-{key}")
}
