//! What several tests need: dates, the calendar of the published notices, a small definition.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::calendar::{Calendar, DayKind};
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::forms::FormDefinition;

/// A date written `2026-02-13`.
pub fn date(text: &str) -> NaiveDate {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// An instant given by date and time of day in Beijing.
pub fn beijing(text: &str) -> DateTime<Utc> {
    let text = format!("{}:00+08:00", text.replace(' ', "T"));
    DateTime::parse_from_rfc3339(&text).unwrap().to_utc()
}

/// The notices of the State Council for 2024 to 2026: year, days off, working days at weekends.
pub const NOTICES: [(i32, &str, &str); 3] = [
    (
        2024,
        "1-1 2-10..2-17 4-4..4-6 5-1..5-5 6-10 9-15..9-17 10-1..10-7",
        "2-4 2-18 4-7 4-28 5-11 9-14 9-29 10-12",
    ),
    (
        2025,
        "1-1 1-28..2-4 4-4..4-6 5-1..5-5 5-31..6-2 10-1..10-8",
        "1-26 2-8 4-27 9-28 10-11",
    ),
    (
        2026,
        "1-1..1-3 2-15..2-23 4-4..4-6 5-1..5-5 6-19..6-21 9-25..9-27 10-1..10-7",
        "1-4 2-14 2-28 5-9 9-20 10-10",
    ),
];

/// The days that the notices name.
pub fn noticed_days() -> Vec<(NaiveDate, DayKind)> {
    let mut days = Vec::new();
    for (year, off, work) in NOTICES {
        for (spans, kind) in [(off, DayKind::Off), (work, DayKind::Work)] {
            for span in spans.split(' ') {
                let (first, last) = span.split_once("..").unwrap_or((span, span));
                let (first, last) = (day_of(year, first), day_of(year, last));
                days.extend(
                    first
                        .iter_days()
                        .take_while(|day| *day <= last)
                        .map(|d| (d, kind)),
                );
            }
        }
    }
    days
}

fn day_of(year: i32, text: &str) -> NaiveDate {
    let (month, day) = text.split_once('-').unwrap();
    NaiveDate::from_ymd_opt(year, month.parse().unwrap(), day.parse().unwrap()).unwrap()
}

/// The calendar of the notices for 2024 to 2026.
pub fn calendar() -> Calendar {
    Calendar::new(noticed_days(), NOTICES.map(|(year, ..)| year))
}

/// A naive twin of the calendar: looks at one day at a time.
pub fn works(day: NaiveDate) -> bool {
    let noticed = noticed_days()
        .into_iter()
        .find(|(noticed, _)| *noticed == day);
    noticed.map_or(day.weekday().number_from_monday() <= 5, |(_, kind)| {
        kind == DayKind::Work
    })
}

/// What a browser posts.
pub fn posted(pairs: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    let mut posted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in pairs {
        posted
            .entry((*key).to_owned())
            .or_default()
            .push((*value).to_owned());
    }
    posted
}

/// The least definition that can be published, as its author writes it.
pub const DEFINITION: &str = r#"{
    "guide": {
        "summary": { "zh": "补领丢失的卡。", "en": "Replace a lost card." },
        "promised": { "number": 10, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" },
        "legal_basis": [{ "law": "中华人民共和国居民身份证法" }],
        "channels": ["web"],
        "materials": [{ "key": "photo", "name": { "zh": "损坏的卡的照片", "en": "Photo of the card" } }],
        "consult_phone": "099-55500200",
        "complaint_phone": "099-55500245"
    },
    "form": { "steps": [
        {
            "key": "person",
            "title": { "zh": "您是谁", "en": "About you" },
            "sections": [{ "fields": [
                { "key": "name", "label": { "zh": "姓名", "en": "Name" }, "kind": { "type": "text" },
                  "required": true, "prefill": { "register": "name" }, "locked": true },
                { "key": "reason", "label": { "zh": "原因", "en": "Reason" }, "required": true,
                  "kind": { "type": "choice", "options": [
                      { "value": "lost", "label": { "zh": "丢失", "en": "Lost" } },
                      { "value": "broken", "label": { "zh": "损坏", "en": "Broken" } }
                  ] } },
                { "key": "lost_on", "label": { "zh": "哪天丢的", "en": "When" }, "required": true,
                  "kind": { "type": "date", "past": true },
                  "when": "reason == 'lost'" }
            ] }]
        },
        {
            "key": "proof",
            "title": { "zh": "材料", "en": "Documents" },
            "materials": [
                { "key": "photo", "name": { "zh": "损坏的卡的照片", "en": "Photo of the card" },
                  "required": true, "when": "reason == 'broken'" }
            ],
            "when": "reason != null"
        }
    ] },
    "flow": {
        "promised": { "number": 10, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" }
    }
}"#;

/// [`DEFINITION`], read.
pub fn definition() -> ServiceDefinition {
    serde_json::from_str(DEFINITION).unwrap()
}

/// The item of [`DEFINITION`].
pub fn item() -> ServiceItem {
    serde_json::from_value(serde_json::json!({
        "code": "A-1",
        "name": { "zh": "补领卡", "en": "Replacing a card" },
        "item_type": "confirmation",
        "handling": "promised",
        "audiences": ["person"],
        "topics": ["certificates"],
        "department": "D-1",
        "region": "990100",
        "state": "in_use"
    }))
    .unwrap()
}

/// The day of most tests.
pub fn today() -> NaiveDate {
    date("2026-11-21")
}

/// A form of one step with these questions.
pub fn form_of(fields: serde_json::Value) -> FormDefinition {
    serde_json::from_value(serde_json::json!({ "steps": [{
        "key": "s", "title": { "zh": "步", "en": "Step" }, "sections": [{ "fields": fields }]
    }] }))
    .unwrap()
}
