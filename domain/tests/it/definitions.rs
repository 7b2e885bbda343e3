//! Mistakes in definitions.

use domain::catalogue::{DefinitionProblem as Problem, ServiceDefinition};
use serde_json::{Value, json};

use crate::support::{DEFINITION, definition};

#[test]
fn the_least_definition_can_be_published() {
    assert_eq!(definition().check(), []);
}

#[test]
fn a_definition_is_read_back_as_it_was_written() {
    let json = serde_json::to_string(&definition()).unwrap();
    assert_eq!(
        serde_json::from_str::<ServiceDefinition>(&json).unwrap(),
        definition()
    );
}

/// [`DEFINITION`] with one value replaced or added.
fn changed(pointer: &str, value: Value) -> Result<ServiceDefinition, serde_json::Error> {
    let mut document: Value = serde_json::from_str(DEFINITION).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("no {parent}"))
    {
        Value::Array(list) if key == "-" => list.push(value),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        Value::Object(object) => drop(object.insert(key.to_owned(), value)),
        other => panic!("{other} has no parts"),
    }
    serde_json::from_value(document)
}

fn name(text: &str) -> String {
    text.to_owned()
}

fn field(key: &str) -> Value {
    json!({ "key": key, "label": { "zh": "问" }, "kind": { "type": "yes_no" } })
}

#[test]
fn slips_in_the_form_are_found() {
    let steps = "/form/steps";
    let reason = "/form/steps/0/fields/1";
    let unread = |max: u32| json!({ "type": "text", "max": max });
    let too_many: Vec<Value> = (0..31)
        .map(|n| json!({ "key": format!("s{n}"), "title": { "zh": "步" }, "fields": [field(&format!("f{n}"))] }))
        .collect();
    let crowd: Vec<Value> = (0..501).map(|n| field(&format!("f{n}"))).collect();
    let crowded = json!([{ "key": "all", "title": { "zh": "步" }, "fields": crowd }]);
    let cases = [
        (name(steps), json!([]), vec![Problem::EmptyForm]),
        (name(steps), json!(too_many), vec![Problem::TooManySteps]),
        (name(steps), crowded, vec![Problem::TooManyFields]),
        (
            format!("{steps}/-"),
            json!({ "key": "end", "title": { "zh": "完" } }),
            vec![Problem::EmptyStep(name("end"))],
        ),
        (
            format!("{steps}/1/key"),
            json!("person"),
            vec![Problem::DuplicateKey(name("person"))],
        ),
        (
            format!("{steps}/1/fields"),
            json!([field("name")]),
            vec![Problem::DuplicateKey(name("name"))],
        ),
        (
            format!("{steps}/1/fields"),
            json!([field("photo")]),
            vec![Problem::DuplicateKey(name("photo"))],
        ),
        (
            format!("{steps}/0/key"),
            json!("Your name"),
            vec![Problem::BadKey(name("Your name"))],
        ),
        (
            format!("{steps}/0/key"),
            json!(""),
            vec![Problem::BadKey(name(""))],
        ),
        (
            format!("{steps}/0/fields/0/kind"),
            unread(0),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/fields/0/kind"),
            unread(4001),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/fields/0/kind"),
            json!({ "type": "number", "min": 2, "max": 1 }),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/fields/0/prefill"),
            json!(null),
            vec![Problem::LockedWithoutRegister(name("name"))],
        ),
        (
            format!("{steps}/1/materials/0/accepts"),
            json!([]),
            vec![Problem::AcceptsNothing(name("photo"))],
        ),
        (
            format!("{reason}/kind/options/-"),
            json!({ "value": "lost", "label": { "zh": "又" } }),
            vec![Problem::BadOptions(name("reason"))],
        ),
    ];
    for (pointer, value, expected) in cases {
        assert_eq!(
            changed(&pointer, value).unwrap().check(),
            expected,
            "{pointer}"
        );
    }
}

#[test]
fn conditions_that_can_never_work_are_found() {
    let ahead = |field: &str| json!({ "test": "present", "field": field });
    let equals = |value: &str| json!({ "test": "equals", "field": "reason", "value": value });
    let mut deep = ahead("reason");
    for _ in 0..8 {
        deep = json!({ "test": "not", "of": deep });
    }
    let place = || name("lost_on");
    let when = "/form/steps/0/fields/2/when";
    let cases = [
        (
            when,
            ahead("nothing"),
            Problem::UnknownField {
                place: place(),
                field: name("nothing"),
            },
        ),
        (
            when,
            ahead("lost_on"),
            Problem::LooksAhead {
                place: place(),
                field: name("lost_on"),
            },
        ),
        (
            "/form/steps/0/fields/0/when",
            ahead("reason"),
            Problem::LooksAhead {
                place: name("name"),
                field: name("reason"),
            },
        ),
        (
            "/form/steps/0/when",
            ahead("reason"),
            Problem::LooksAhead {
                place: name("person"),
                field: name("reason"),
            },
        ),
        (
            "/form/steps/1/materials/0/when",
            ahead("photo"),
            Problem::UnknownField {
                place: name("photo"),
                field: name("photo"),
            },
        ),
        (
            when,
            equals("stolen"),
            Problem::UnknownValue {
                place: place(),
                field: name("reason"),
                value: name("stolen"),
            },
        ),
        (
            when,
            json!({ "test": "any", "of": [equals("lost"), { "test": "any_of", "field": "reason", "values": ["broken", "stolen"] }] }),
            Problem::UnknownValue {
                place: place(),
                field: name("reason"),
                value: name("stolen"),
            },
        ),
        (when, deep, Problem::NestedTooDeep(place())),
        (
            "/flow/automatic",
            json!({ "approve_when": ahead("nothing"), "reason": { "zh": "人工" } }),
            Problem::UnknownField {
                place: name("flow"),
                field: name("nothing"),
            },
        ),
    ];
    for (pointer, value, expected) in cases {
        let problems = changed(pointer, value.clone()).unwrap().check();
        assert_eq!(
            problems.iter().filter(|p| **p == expected).count(),
            1,
            "{value}: {problems:?}"
        );
    }
}

#[test]
fn limits_and_the_rest_must_agree() {
    let limit = |number: u32, unit: &str| json!({ "number": number, "unit": unit });
    let certificate = |code: &str, from: &str| json!({ "type_code": code, "name": { "zh": "证" }, "fields": [{ "label": { "zh": "姓名" }, "from": from }] });
    let code = "11990100990100034D001";
    let unknown = Problem::UnknownField {
        place: name("certificate"),
        field: name("nothing"),
    };
    let cases = [
        (
            "/flow/promised",
            limit(9, "working_days"),
            vec![Problem::LimitsDiffer],
        ),
        (
            "/flow/promised",
            limit(10, "natural_days"),
            vec![Problem::LimitsDiffer],
        ),
        (
            "/flow/promised",
            limit(21, "working_days"),
            vec![Problem::PromisedTooLong, Problem::LimitsDiffer],
        ),
        (
            "/flow/correction",
            limit(36_526, "natural_days"),
            vec![Problem::LimitTooLong],
        ),
        (
            "/guide/on_site_visits",
            json!(1),
            vec![Problem::VisitsWithoutReason],
        ),
        ("/certificate", certificate(code, "name"), vec![]),
        ("/certificate", certificate(code, "nothing"), vec![unknown]),
        (
            "/certificate",
            certificate("001", "name"),
            vec![Problem::BadTypeCode],
        ),
    ];
    for (pointer, value, expected) in cases {
        assert_eq!(
            changed(pointer, value.clone()).unwrap().check(),
            expected,
            "{pointer} {value}"
        );
    }
}

#[test]
fn unknown_words_in_a_document_are_refused() {
    for pointer in [
        "/titel",
        "/guide/materiels",
        "/form/pages",
        "/form/steps/0/fields/0/requird",
        "/form/steps/0/fields/1/kind/maximum",
        "/form/steps/0/fields/2/when/fields",
        "/flow/for_eyes",
    ] {
        let error = changed(pointer, json!(1)).unwrap_err().to_string();
        assert!(error.contains("unknown field"), "{pointer}: {error}");
    }
}
