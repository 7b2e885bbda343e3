//! The inputs of the handling.

use serde_json::json;

use super::input::{Input, InputKind, input, offers};
use super::sheets::{LINE, TEXT, WHEN, list};
use crate::cases::{ProcedureKind, Role};

pub(super) fn flow() -> Vec<Input> {
    let limit = |key, label| input(key, label, InputKind::Limit { optional: false });
    let limit_or_none = |key, label| input(key, label, InputKind::Limit { optional: true });
    vec![
        limit_or_none("precheck", "editor-precheck"),
        limit("acceptance", "editor-acceptance"),
        limit("correction", "editor-correction"),
        list(
            "review",
            "editor-stages",
            stage,
            |_| json!({"steps": [{"key": "", "name": {"zh": ""}, "role": "handler"}]}),
        ),
        input("four_eyes", "editor-four-eyes", InputKind::Tick),
        list(
            "procedures",
            "editor-procedures",
            procedure,
            |_| json!({"kind": "hearing", "longest": {"number": 20, "unit": "working_days"}}),
        ),
        limit_or_none("extension", "editor-extension"),
        limit("delivery", "editor-hand-out"),
        input("handed_over", "editor-handed-over", InputKind::Tick),
        input(
            "renewal",
            "editor-renewal",
            InputKind::Maybe {
                inputs: renewal,
                new: |_| json!({"expiry": ""}),
            },
        ),
        input(
            "automatic",
            "editor-automatic",
            InputKind::Maybe {
                inputs: automatic,
                new: |_| json!({"approve_when": "", "reason": {"zh": ""}}),
            },
        ),
    ]
}

fn stage() -> Vec<Input> {
    vec![list(
        "steps",
        "editor-review-steps",
        review_step,
        |_| json!({"key": "", "name": {"zh": ""}}),
    )]
}

fn review_step() -> Vec<Input> {
    vec![
        input("name", "editor-review-name", TEXT),
        input("key", "editor-key", LINE),
        input(
            "role",
            "editor-review-role",
            InputKind::One {
                options: || {
                    let roles = [Role::Handler, Role::Reviewer];
                    offers(roles, |role| format!("editor-role-{}", role.key()))
                },
                optional: false,
            },
        ),
        input(
            "department",
            "editor-review-department",
            InputKind::Line { optional: true },
        ),
        input(
            "limit",
            "editor-review-limit",
            InputKind::Limit { optional: true },
        ),
        input("by_another", "editor-review-by-another", InputKind::Tick),
        input("agree_when", "editor-review-agree-when", WHEN),
    ]
}

fn procedure() -> Vec<Input> {
    vec![
        input(
            "kind",
            "editor-procedure-kind",
            InputKind::One {
                options: || {
                    offers(ProcedureKind::ALL, |kind| {
                        format!("procedure-{}", kind.key())
                    })
                },
                optional: false,
            },
        ),
        input(
            "longest",
            "editor-procedure-longest",
            InputKind::Limit { optional: false },
        ),
    ]
}

fn renewal() -> Vec<Input> {
    vec![input("expiry", "editor-renewal-expiry", LINE)]
}

fn automatic() -> Vec<Input> {
    vec![
        input(
            "approve_when",
            "editor-approve-when",
            InputKind::Condition { optional: false },
        ),
        input("reason", "editor-automatic-reason", TEXT),
    ]
}
