//! The inputs of materials, counters, fees, procedure and questions of a guide.

use serde_json::json;

use super::input::{Input, InputKind, input, offers};
use super::sheets::{LINE, MAYBE_LINE, NOTE, PROSE, TEXT, WHEN, count, list, many, one, own};
use crate::catalogue::{
    Channel, ExemptionWay, MaterialForm, MaterialKind, MaterialSource, Necessity,
};

pub(super) fn places() -> Vec<Input> {
    vec![
        many("channels", "editor-channels", || {
            offers(Channel::ALL, |one| one.key().into())
        }),
        input("on_site_visits", "editor-visits", count(99)),
        input("on_site_reason", "editor-visits-reason", NOTE),
        input("appointment", "editor-appointment", NOTE),
        list("places", "editor-places", place, |_| {
            json!({
                "name": {"zh": ""},
                "address": {"zh": ""},
                "hours": [{"from_day": 1, "to_day": 5, "opens": "09:00", "closes": "17:00"}],
            })
        }),
    ]
}

fn place() -> Vec<Input> {
    vec![
        input("name", "editor-place-name", TEXT),
        input("address", "editor-place-address", TEXT),
        input("phone", "editor-place-phone", LINE),
        list(
            "hours",
            "editor-hours",
            opening,
            |_| json!({"from_day": 1, "to_day": 5, "opens": "09:00", "closes": "17:00"}),
        ),
        input("hours_note", "editor-hours-note", NOTE),
        input("transport", "editor-transport", NOTE),
    ]
}

fn opening() -> Vec<Input> {
    let day = InputKind::Number {
        optional: false,
        least: 1,
        most: 7,
    };
    vec![
        input("from_day", "editor-from-day", day),
        input("to_day", "editor-to-day", day),
        input("opens", "editor-opens", InputKind::Time),
        input("closes", "editor-closes", InputKind::Time),
    ]
}

pub(super) fn fees() -> Vec<Input> {
    vec![
        list(
            "fees",
            "editor-fees",
            fee,
            |_| json!({"name": {"zh": ""}, "amount": ""}),
        ),
        input("online_payment", "editor-online-payment", InputKind::Tick),
    ]
}

fn fee() -> Vec<Input> {
    vec![
        input("name", "editor-fee-name", TEXT),
        input("amount", "editor-fee-amount", LINE),
        input("basis", "editor-fee-basis", MAYBE_LINE),
        input("reduction", "editor-fee-reduction", NOTE),
    ]
}

pub(super) fn faq() -> Vec<Input> {
    vec![
        input("question", "editor-question", TEXT),
        input("answer", "editor-answer", PROSE),
    ]
}

pub(super) fn procedure() -> Vec<Input> {
    vec![
        list(
            "steps",
            "editor-steps",
            step,
            |_| json!({"name": {"zh": ""}}),
        ),
        list(
            "special",
            "editor-special",
            special,
            |_| json!({"name": {"zh": ""}}),
        ),
        list(
            "intermediaries",
            "editor-intermediaries",
            intermediary,
            |_| json!({"name": {"zh": ""}, "basis": ""}),
        ),
    ]
}

fn step() -> Vec<Input> {
    vec![
        input("name", "editor-step-name", TEXT),
        input("who", "editor-step-who", NOTE),
        input(
            "limit",
            "editor-step-limit",
            InputKind::Limit { optional: true },
        ),
    ]
}

fn special() -> Vec<Input> {
    vec![
        input("name", "editor-special-name", TEXT),
        input(
            "limit",
            "editor-step-limit",
            InputKind::Limit { optional: true },
        ),
    ]
}

fn intermediary() -> Vec<Input> {
    vec![
        input("name", "editor-intermediary-name", TEXT),
        input("basis", "editor-intermediary-basis", LINE),
    ]
}

pub(super) fn material() -> Vec<Input> {
    vec![
        input("name", "editor-material-name", TEXT),
        input("key", "editor-key", LINE),
        input("when", "editor-material-when", WHEN),
        one(
            "kind",
            "editor-material-kind",
            || offers(MaterialKind::ALL, |one| one.key().into()),
            false,
        ),
        one(
            "necessity",
            "editor-necessity",
            || offers(Necessity::ALL, |one| one.key().into()),
            false,
        ),
        one(
            "form",
            "editor-material-form",
            || offers(MaterialForm::ALL, |one| one.key().into()),
            false,
        ),
        one(
            "source",
            "editor-material-source",
            || offers(MaterialSource::ALL, |one| one.key().into()),
            false,
        ),
        input("issuer", "editor-issuer", NOTE),
        input("originals", "editor-originals", count(99)),
        input("copies", "editor-copies", count(99)),
        input("paper", "editor-paper", MAYBE_LINE),
        one(
            "exemption",
            "editor-exemption-way",
            || offers(ExemptionWay::ALL, |one| own(one.key())),
            false,
        ),
        input("exempt", "editor-exempt", NOTE),
        input("certificate_type", "editor-certificate-type", MAYBE_LINE),
        input("notes", "editor-material-notes", NOTE),
        input("standard", "editor-material-standard", NOTE),
        input("basis", "editor-material-basis", MAYBE_LINE),
    ]
}
