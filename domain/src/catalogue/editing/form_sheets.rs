//! The inputs of the form, of the guided choice and of the handling.

use serde_json::{Value, json};

use super::flow_sheets::flow;
use super::input::{Input, InputKind, Offer, input, offers};
use super::sheets::{LINE, NOTE, PROSE, TEXT, WHEN, count, group, list};
use super::template;
use crate::forms::{FileKind, MAX_DECIMAL_PLACES, Relation};

/// Greatest number that a question takes, as answers keep it.
const MAX_NUMBER: i64 = 999_999_999_999_999;
/// The kinds of answer, the most usual first.
const KINDS: [&str; 17] = [
    "text",
    "long_text",
    "choice",
    "choices",
    "yes_no",
    "number",
    "decimal",
    "date",
    "phone",
    "email",
    "resident_id",
    "credit_code",
    "division",
    "address",
    "person",
    "declaration",
    "group",
];

pub(super) fn form() -> Vec<Input> {
    vec![input(
        "steps",
        "editor-pages",
        InputKind::Pages {
            new: template::page,
        },
    )]
}

pub(super) fn page() -> Vec<Input> {
    vec![
        input("title", "editor-page-title", TEXT),
        input("key", "editor-key", LINE),
        input("intro", "editor-intro", NOTE),
        input("early", "editor-page-early", InputKind::Tick),
        input("when", "editor-page-when", WHEN),
        list(
            "sections",
            "editor-sections",
            section,
            |_| json!({"fields": []}),
        ),
        list("materials", "editor-slots", slot, template::slot),
    ]
}

fn section() -> Vec<Input> {
    vec![
        input("title", "editor-section-title", NOTE),
        input("intro", "editor-intro", NOTE),
        input("when", "editor-section-when", WHEN),
        input(
            "fields",
            "editor-fields",
            InputKind::Pages {
                new: template::field,
            },
        ),
    ]
}

fn slot() -> Vec<Input> {
    vec![
        input("key", "editor-slot-material", InputKind::Material),
        input("name", "editor-slot-name", TEXT),
        input("hint", "editor-hint", NOTE),
        input("required", "editor-required", InputKind::Tick),
        input(
            "accepts",
            "editor-accepts",
            InputKind::Many {
                options: || offers(FileKind::ALL, |kind| format!("editor-file-{}", kind.key())),
            },
        ),
        input("when", "editor-slot-when", WHEN),
        input("exempt", "editor-slot-exempt", InputKind::Exemption),
        input(
            "deferrable",
            "editor-deferrable",
            InputKind::Limit { optional: true },
        ),
        input(
            "commitment",
            "editor-commitment",
            InputKind::Maybe {
                inputs: commitment,
                new: |_| json!({"notice": {"zh": ""}, "promise": {"zh": ""}}),
            },
        ),
        input(
            "reusable_months",
            "editor-reusable-months",
            InputKind::Number {
                optional: true,
                least: 1,
                most: 600,
            },
        ),
    ]
}

fn commitment() -> Vec<Input> {
    vec![
        input("notice", "editor-commitment-notice", PROSE),
        input("promise", "editor-commitment-promise", PROSE),
    ]
}

pub(super) fn field() -> Vec<Input> {
    vec![
        input("label", "editor-field-label", TEXT),
        input("hint", "editor-hint", NOTE),
        input("key", "editor-key", LINE),
        input("required", "editor-required", InputKind::Tick),
        input("kind", "editor-field-kind", InputKind::Answer),
        input("when", "editor-field-when", WHEN),
        list(
            "checks",
            "editor-checks",
            check,
            |_| json!({"holds": "", "message": {"zh": ""}}),
        ),
        input("prefill", "editor-prefill", InputKind::Prefill),
        input("locked", "editor-locked", InputKind::Tick),
        input("computed", "editor-computed", InputKind::Formula),
    ]
}

fn check() -> Vec<Input> {
    vec![
        input(
            "holds",
            "editor-check-holds",
            InputKind::Condition { optional: false },
        ),
        input("message", "editor-check-message", TEXT),
    ]
}

/// The kinds of answer.
pub fn answer_kinds() -> Vec<Offer> {
    let offer = |kind: &&str| Offer {
        value: (*kind).to_owned(),
        label: format!("editor-kind-{kind}"),
    };
    KINDS.iter().map(offer).collect()
}

/// What belongs to a kind of answer, beside its name.
pub fn kind_inputs(kind: &str) -> Vec<Input> {
    let max = |most| {
        input(
            "max",
            "editor-max-chars",
            InputKind::Number {
                optional: false,
                least: 1,
                most,
            },
        )
    };
    let number = InputKind::Number {
        optional: true,
        least: -MAX_NUMBER,
        most: MAX_NUMBER,
    };
    let bounds = [
        input("min", "editor-min", number),
        input("max", "editor-max", number),
        input("unit", "editor-unit", NOTE),
    ];
    match kind {
        "text" | "long_text" => vec![max(4000)],
        "number" => bounds.into(),
        "decimal" => {
            let places = InputKind::Number {
                optional: false,
                least: 1,
                most: MAX_DECIMAL_PLACES.into(),
            };
            let places = input("places", "editor-places-after-point", places);
            [places].into_iter().chain(bounds).collect()
        }
        "date" => vec![
            input("past", "editor-date-past", InputKind::Tick),
            input("future", "editor-date-future", InputKind::Tick),
        ],
        "choice" | "choices" => vec![list("options", "editor-options", option, template::option)],
        "declaration" => vec![input("text", "editor-declaration", PROSE)],
        "person" => vec![input(
            "relations",
            "editor-relations",
            InputKind::Many {
                options: || offers(Relation::ALL, |one| format!("relation-{}", one.key())),
            },
        )],
        "group" => vec![
            input("row", "editor-row", TEXT),
            input("min", "editor-min-rows", count(100)),
            input("max", "editor-max-rows", count(100)),
            input(
                "fields",
                "editor-row-fields",
                InputKind::Pages {
                    new: template::field,
                },
            ),
        ],
        _ => Vec::new(),
    }
}

fn option() -> Vec<Input> {
    vec![
        input("label", "editor-option-label", TEXT),
        input("value", "editor-option-value", LINE),
    ]
}

/// A kind of answer as it is when somebody has just chosen it. Options stay when one kind of choice
/// becomes the other.
pub(super) fn new_kind(kind: &str, before: &Value) -> Value {
    match kind {
        "text" => json!({"type": kind, "max": 100}),
        "long_text" => json!({"type": kind, "max": 500}),
        "decimal" => json!({"type": kind, "places": 2}),
        "choice" | "choices" => {
            let options = before.get("options").cloned().unwrap_or_else(|| json!([]));
            json!({"type": kind, "options": options})
        }
        "declaration" => json!({"type": kind, "text": {"zh": ""}}),
        "person" => json!({"type": kind, "relations": ["me"]}),
        "group" => json!({"type": kind, "fields": [], "row": {"zh": ""}, "min": 0, "max": 10}),
        _ => json!({"type": kind}),
    }
}

pub(super) fn choice() -> Vec<Input> {
    vec![
        list(
            "eligibility",
            "editor-eligibility",
            rule,
            |_| json!({"fails_when": "", "reason": {"zh": ""}}),
        ),
        list(
            "scenarios",
            "editor-scenarios",
            scenario,
            template::scenario,
        ),
    ]
}

fn rule() -> Vec<Input> {
    vec![
        input(
            "fails_when",
            "editor-fails-when",
            InputKind::Condition { optional: false },
        ),
        input("reason", "editor-fails-reason", PROSE),
        input("remedy", "editor-remedy", NOTE),
        input(
            "instead",
            "editor-instead",
            InputKind::Line { optional: true },
        ),
    ]
}

fn scenario() -> Vec<Input> {
    vec![
        input("name", "editor-scenario-name", TEXT),
        input("key", "editor-key", LINE),
        input("when", "editor-scenario-when", WHEN),
        input("advice", "editor-advice", NOTE),
    ]
}

pub(super) fn handling() -> Vec<Input> {
    vec![
        group("flow", "editor-flow", flow),
        input(
            "certificate",
            "editor-certificate",
            InputKind::Maybe {
                inputs: certificate,
                new: |_| json!({"type_code": "", "name": {"zh": ""}, "fields": []}),
            },
        ),
    ]
}

fn certificate() -> Vec<Input> {
    vec![
        input("name", "editor-certificate-name", TEXT),
        input("type_code", "editor-type-code", LINE),
        input(
            "validity",
            "editor-certificate-validity",
            InputKind::Limit { optional: true },
        ),
        list(
            "fields",
            "editor-certificate-fields",
            line,
            |_| json!({"label": {"zh": ""}, "from": ""}),
        ),
    ]
}

fn line() -> Vec<Input> {
    vec![
        input("label", "editor-line-label", TEXT),
        input("from", "editor-line-from", LINE),
    ]
}
