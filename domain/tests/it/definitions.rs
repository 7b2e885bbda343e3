//! Mistakes in definitions.

use domain::catalogue::{
    DefinitionProblem as Problem, GuideProblem, ServiceDefinition, ServiceItem,
};
use serde_json::{Value, json};

use crate::support::{DEFINITION, definition, item, today};

/// The mistakes in a definition of the test's item.
fn problems(definition: &ServiceDefinition) -> Vec<Problem> {
    definition.check(&item(), today())
}

#[test]
fn the_least_definition_can_be_published() {
    assert_eq!(problems(&definition()), []);
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
    let label = json!({ "zh": format!("问{key}"), "en": "Question" });
    json!({ "key": key, "label": label, "kind": { "type": "yes_no" } })
}

#[test]
fn slips_in_the_form_are_found() {
    let steps = "/form/steps";
    let reason = "/form/steps/0/sections/0/fields/1";
    let unread = |max: u32| json!({ "type": "text", "max": max });
    let too_many: Vec<Value> = (0..31)
        .map(|n| json!({ "key": format!("s{n}"), "title": { "zh": "步", "en": "Step" }, "sections": [{ "fields": [field(&format!("f{n}"))] }] }))
        .collect();
    let crowd: Vec<Value> = (0..501).map(|n| field(&format!("f{n}"))).collect();
    let crowded = json!([{ "key": "all", "title": { "zh": "步", "en": "Step" }, "sections": [{ "fields": crowd }] }]);
    let cases = [
        (
            name(steps),
            json!([]),
            vec![Problem::Guide(GuideProblem::ChannelsDiffer)],
        ),
        (name(steps), json!(too_many), vec![Problem::TooManySteps]),
        (name(steps), crowded, vec![Problem::TooManyFields]),
        (
            format!("{steps}/-"),
            json!({ "key": "end", "title": { "zh": "完", "en": "End" } }),
            vec![Problem::EmptyStep(name("end"))],
        ),
        (
            format!("{steps}/1/key"),
            json!("person"),
            vec![Problem::DuplicateKey(name("person"))],
        ),
        (
            format!("{steps}/1/sections"),
            json!([{ "fields": [field("name")] }]),
            vec![
                Problem::DuplicateKey(name("name")),
                Problem::AsksWhatRegisterKnows(name("name")),
            ],
        ),
        (
            format!("{steps}/1/sections"),
            json!([{ "fields": [field("photo")] }]),
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
            format!("{steps}/0/sections/0/fields/0/kind"),
            unread(0),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/sections/0/fields/0/kind"),
            unread(4001),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/sections/0/fields/0/kind"),
            json!({ "type": "number", "min": 2, "max": 1 }),
            vec![Problem::BadRange(name("name"))],
        ),
        (
            format!("{steps}/0/sections/0/fields/0/prefill"),
            json!(null),
            vec![
                Problem::LockedWithoutSource(name("name")),
                Problem::AsksWhatRegisterKnows(name("name")),
            ],
        ),
        (
            format!("{steps}/1/materials/0/accepts"),
            json!([]),
            vec![Problem::AcceptsNothing(name("photo"))],
        ),
        (
            format!("{reason}/kind/options/-"),
            json!({ "value": "lost", "label": { "zh": "又", "en": "Again" } }),
            vec![Problem::BadOptions(name("reason"))],
        ),
        (
            format!("{steps}/0/sections/0/fields/1/key"),
            json!("in"),
            vec![Problem::BadKey(name("in"))],
        ),
        (
            format!("{steps}/1/materials/0/key"),
            json!("picture"),
            vec![Problem::SlotNotInGuide(name("picture"))],
        ),
        (
            format!("{steps}/1/early"),
            json!(true),
            vec![Problem::BadEarlyStep(name("proof"))],
        ),
        (
            format!("{steps}/0/title"),
            json!({ "zh": "您是谁" }),
            vec![Problem::Untranslated(name("form/steps/person/title"))],
        ),
        (
            format!("{steps}/0/title"),
            json!({ "zh": " ", "en": "About you" }),
            vec![Problem::WithoutChinese(name("form/steps/person/title"))],
        ),
        (
            format!("{steps}/0/title"),
            json!({ "zh": "" }),
            vec![
                Problem::WithoutChinese(name("form/steps/person/title")),
                Problem::Untranslated(name("form/steps/person/title")),
            ],
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = problems(&changed(&pointer, value).unwrap());
        let found: Vec<_> = found.into_iter().filter(is_about_the_form).collect();
        assert_eq!(found, expected, "{pointer}");
    }
}

/// Renaming a question breaks the conditions on it as well; those have a test of their own.
fn is_about_the_form(problem: &Problem) -> bool {
    !matches!(
        problem,
        Problem::UnknownField { .. } | Problem::NeverHolds(_)
    )
}

/// A question of a kind, filled in from somewhere.
fn sourced(key: &str, kind: &Value, prefill: &Value, rest: &Value) -> Value {
    let label = json!({ "zh": format!("问{key}"), "en": "Question" });
    let mut field = json!({ "key": key, "label": label, "kind": kind, "prefill": prefill });
    let parts = field.as_object_mut().unwrap();
    parts.extend(rest.as_object().unwrap().clone());
    field
}

#[test]
fn facts_are_asked_once_and_sources_fit() {
    let text = json!({ "type": "text" });
    let me = json!({ "type": "person", "relations": ["me"] });
    let line =
        |code: &str, line: &str| json!({ "certificate": { "type_code": code, "line": line } });
    let (code, none, nothing) = ("11990100990100034D001", json!(null), json!({}));
    let register = |field: &str| json!({ "register": field });
    let phone = register("phone");
    let group = |prefill: &Value| {
        let column = sourced("column", &text, prefill, &nothing);
        json!({ "type": "group", "row": { "zh": "行", "en": "Row" }, "fields": [column] })
    };
    let twice = |first: &str, again: &str| Problem::AsksTwice {
        first: name(first),
        again: name(again),
    };
    let mut same_words = sourced("again", &text, &none, &nothing);
    same_words["label"] = json!({ "zh": "问q", "en": "Question" });
    let mut differently = same_words.clone();
    differently["kind"] = json!({ "type": "long_text" });
    let sentence = json!({ "type": "declaration", "text": { "zh": "同意", "en": "I agree" } });
    let consent = |key: &str| {
        let mut field = sourced(key, &sentence, &none, &nothing);
        field["label"] = json!({ "zh": "承诺", "en": "Declaration" });
        field
    };
    let only_lost = json!({ "when": "reason == 'lost'" });
    let cases = [
        (
            vec![sourced("q", &text, &line(code, "地"), &nothing)],
            vec![],
        ),
        (
            vec![sourced("q", &text, &line("001", "地"), &nothing)],
            vec![Problem::BadCertificateLine(name("q"))],
        ),
        (
            vec![sourced("q", &text, &line(code, " "), &nothing)],
            vec![Problem::BadCertificateLine(name("q"))],
        ),
        (
            vec![sourced(
                "q",
                &json!({ "type": "address" }),
                &phone,
                &nothing,
            )],
            vec![Problem::CannotBeFilled(name("q"))],
        ),
        (
            vec![sourced("q", &group(&json!("earlier")), &none, &nothing)],
            vec![Problem::CannotBeFilled(name("column"))],
        ),
        (
            vec![sourced(
                "q",
                &text,
                &json!("earlier"),
                &json!({ "locked": true }),
            )],
            vec![Problem::LockedWithoutSource(name("q"))],
        ),
        (
            vec![sourced("sex", &text, &json!("earlier"), &nothing)],
            vec![Problem::AsksWhatRegisterKnows(name("sex"))],
        ),
        (
            vec![
                sourced("q", &text, &phone, &nothing),
                sourced("r", &text, &phone, &nothing),
            ],
            vec![twice("q", "r")],
        ),
        (
            vec![
                sourced("q", &text, &phone, &nothing),
                sourced("r", &text, &phone, &only_lost),
            ],
            vec![],
        ),
        (
            vec![
                sourced("q", &text, &line(code, "地"), &nothing),
                sourced("r", &text, &line(code, "地"), &nothing),
            ],
            vec![twice("q", "r")],
        ),
        (
            vec![
                sourced("q", &text, &line(code, "地"), &nothing),
                sourced("r", &text, &line(code, "时"), &nothing),
            ],
            vec![],
        ),
        (
            vec![
                sourced("q", &me, &none, &nothing),
                sourced("r", &me, &none, &nothing),
            ],
            vec![twice("q", "r")],
        ),
        (
            vec![sourced("q", &text, &none, &nothing), same_words],
            vec![twice("q", "again")],
        ),
        (
            vec![sourced("q", &text, &none, &nothing), differently],
            vec![],
        ),
        (vec![consent("q"), consent("r")], vec![]),
    ];
    for (fields, expected) in cases {
        let value = json!([{ "fields": fields.clone() }]);
        let found = problems(&changed("/form/steps/1/sections", value).unwrap());
        assert_eq!(found, expected, "{fields:?}");
    }
}

#[test]
fn expressions_that_cannot_be_asked_are_found() {
    let unknown = |place: &str, field: &str| Problem::UnknownField {
        place: name(place),
        field: name(field),
    };
    let when = "/form/steps/0/sections/0/fields/2/when";
    let rule = |approve_when: &str| json!({ "approve_when": approve_when, "reason": { "zh": "人工", "en": "By hand" } });
    let cases = [
        (when, json!("nothing == 1"), unknown("lost_on", "nothing")),
        (
            when,
            json!("lost_on != null"),
            unknown("lost_on", "lost_on"),
        ),
        (
            "/form/steps/0/sections/0/fields/0/when",
            json!("reason != null"),
            unknown("name", "reason"),
        ),
        (
            "/form/steps/0/when",
            json!("reason != null"),
            unknown("person", "reason"),
        ),
        (
            "/form/steps/1/materials/0/when",
            json!("photo != null"),
            unknown("photo", "photo"),
        ),
        (when, json!("row.x == 1"), unknown("lost_on", "row")),
        (
            when,
            json!("reason == 'stolen'"),
            Problem::NeverHolds(name("lost_on")),
        ),
        (
            when,
            json!("1 / (size(name) - 1) > 0"),
            Problem::Fails {
                place: name("lost_on"),
                reason: name("it divides by zero"),
            },
        ),
        (
            when,
            json!("reason >"),
            Problem::BadExpression {
                place: name("lost_on"),
                problem: String::new(),
            },
        ),
        (
            "/flow/automatic",
            rule("nothing == 1"),
            unknown("flow", "nothing"),
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = problems(&changed(pointer, value.clone()).unwrap());
        let fits = |problem: &Problem| match (problem, &expected) {
            (
                Problem::BadExpression { place, .. },
                Problem::BadExpression {
                    place: expected, ..
                },
            ) => place == expected,
            (problem, expected) => problem == expected,
        };
        assert_eq!(
            found.iter().filter(|one| fits(one)).count(),
            1,
            "{value}: {found:?}"
        );
    }
}

#[test]
fn guides_are_audited() {
    use GuideProblem as G;
    let fee = json!([{ "name": { "zh": "工本费", "en": "Charge" }, "amount": "20 元" }]);
    let result = |kind: &str| json!({ "name": { "zh": "居住证", "en": "Permit" }, "kind": kind });
    let place = json!([{ "name": { "zh": "窗口", "en": "Counter" }, "address": { "zh": "一号", "en": "No. 1" },
        "hours": [{ "from_day": 5, "to_day": 1, "opens": "09:00", "closes": "17:00" }] }]);
    let twice = json!([
        { "key": "photo", "name": { "zh": "照片", "en": "Photo" } },
        { "key": "photo", "name": { "zh": "其他材料", "en": "Other" } }
    ]);
    let cases = [
        (
            "/guide/on_site_visits",
            json!(1),
            vec![G::VisitsWithoutReason],
        ),
        (
            "/guide/channels",
            json!(["counter"]),
            vec![G::NoWayFromAfar, G::ChannelsDiffer, G::NoPlace],
        ),
        ("/guide/fees", fee, vec![G::FeeWithoutBasis(name("工本费"))]),
        (
            "/guide/online_payment",
            json!(true),
            vec![G::PaymentWithoutFee],
        ),
        (
            "/guide/complaint_phone",
            json!("099-55500200"),
            vec![G::Phones],
        ),
        ("/guide/consult_phone", json!("5550020"), vec![G::Phones]),
        ("/guide/legal_basis", json!([]), vec![G::NoLegalBasis]),
        ("/guide/places", place, vec![G::OpeningHours(name("窗口"))]),
        (
            "/guide/result",
            result("other"),
            vec![G::ResultWithoutSample, G::ResultKind],
        ),
        (
            "/guide/result",
            result("certificate"),
            vec![G::ResultWithoutSample],
        ),
        (
            "/guide/materials",
            twice,
            vec![
                G::MaterialTwice(name("photo")),
                G::CatchAllMaterial(name("其他材料")),
            ],
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = problems(&changed(pointer, value).unwrap());
        for expected in &expected {
            assert!(
                found.contains(&Problem::Guide(expected.clone())),
                "{pointer}: {found:?}"
            );
        }
        assert_eq!(found.len(), expected.len(), "{pointer}: {found:?}");
    }
}

#[test]
fn steps_share_the_promise() {
    let steps = |shares: &[(u32, &str)]| {
        let steps: Vec<Value> = shares
            .iter()
            .map(|(number, unit)| json!({ "name": { "zh": "审查", "en": "Examination" }, "limit": { "number": number, "unit": unit } }))
            .collect();
        problems(&changed("/guide/steps", json!(steps)).unwrap())
    };
    let working = "working_days";
    let too_long = [Problem::Guide(GuideProblem::StepsTooLong)];
    assert_eq!(steps(&[(3, working), (7, working)]), []);
    assert_eq!(steps(&[(3, working), (8, working)]), too_long);
    assert_eq!(steps(&[(10, working), (7, "natural_days")]), []);
    assert_eq!(steps(&[(11, working), (7, "natural_days")]), too_long);
    assert_eq!(steps(&[(11, "natural_days")]), []);
    let unlimited = json!([{ "name": { "zh": "申请", "en": "Apply" } }]);
    assert_eq!(problems(&changed("/guide/steps", unlimited).unwrap()), []);
}

#[test]
fn electronic_results_have_a_certificate() {
    let with = |electronic: bool, certificate: Option<&str>| {
        let result = json!({ "name": { "zh": "新卡", "en": "New card" }, "kind": "other",
            "sample": [{ "zh": "姓名", "en": "Name" }], "electronic": electronic });
        let mut definition = changed("/guide/result", result).unwrap();
        definition.certificate = certificate.map(|name| {
            serde_json::from_value(json!({ "type_code": "11990100990100034D001",
                "name": { "zh": name, "en": "Certificate" }, "fields": [] }))
            .unwrap()
        });
        problems(&definition)
    };
    let differs = [Problem::Guide(GuideProblem::ElectronicDiffers)];
    assert_eq!(with(true, Some("新卡")), []);
    assert_eq!(with(true, Some("新卡回执")), []);
    assert_eq!(with(true, None), differs);
    assert_eq!(with(false, Some("新卡")), differs);
    assert_eq!(with(false, Some("领卡凭证")), []);
    assert_eq!(with(false, None), []);
}

#[test]
fn item_and_guide_must_agree() {
    let listed = |change: &dyn Fn(&mut ServiceItem)| {
        let mut item = item();
        change(&mut item);
        definition().check(&item, today())
    };
    use domain::catalogue::{Audience, HandlingType, ItemType, Topic};
    let instant = listed(&|item| item.handling = Some(HandlingType::Instant));
    assert_eq!(instant, [Problem::Guide(GuideProblem::InstantDiffers)]);
    let firm = listed(&|item| {
        item.audiences = vec![Audience::Enterprise];
        item.topics = vec![Topic::Marriage];
    });
    assert_eq!(firm, [Problem::Guide(GuideProblem::TopicWithoutAudience)]);
    let licence = listed(&|item| item.item_type = ItemType::Licence);
    assert_eq!(licence.len(), 5, "a question and four steps: {licence:?}");
}

#[test]
fn limits_and_the_rest_must_agree() {
    let limit = |number: u32, unit: &str| json!({ "number": number, "unit": unit });
    let certificate = |code: &str, from: &str| json!({ "type_code": code, "name": { "zh": "证", "en": "Certificate" }, "fields": [{ "label": { "zh": "姓名", "en": "Name" }, "from": from }] });
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
            "/flow/statutory",
            limit(10, "natural_days"),
            vec![Problem::PromisedTooLong, Problem::LimitsDiffer],
        ),
        (
            "/flow/statutory",
            limit(15, "natural_days"),
            vec![Problem::LimitsDiffer],
        ),
        (
            "/flow/correction",
            limit(36_526, "natural_days"),
            vec![Problem::LimitTooLong],
        ),
        (
            "/flow/review",
            json!([{ "steps": [] }]),
            vec![Problem::FlowSize],
        ),
        (
            "/flow/review",
            json!(vec![stage(&["a"]); 21]),
            vec![Problem::FlowSize]
                .into_iter()
                .chain((0..20).map(|_| Problem::FlowStepKey("a".to_owned())))
                .collect(),
        ),
        (
            "/flow/review",
            json!([stage(&["a", "A b"]), stage(&["a"])]),
            vec![
                Problem::FlowStepKey("A b".to_owned()),
                Problem::FlowStepKey("a".to_owned()),
            ],
        ),
        (
            "/flow/review",
            json!([{ "steps": [{ "key": "a", "role": "supervisor",
                                 "name": { "zh": "看", "en": "Look" } }] }]),
            vec![Problem::FlowStepRole("a".to_owned())],
        ),
        (
            "/flow/review",
            json!([{ "steps": [{ "key": "a", "agree_when": "nothing == 1",
                                 "name": { "zh": "看", "en": "Look" } }] }]),
            vec![Problem::UnknownField {
                place: "a".to_owned(),
                field: "nothing".to_owned(),
            }],
        ),
        (
            "/flow/procedures",
            json!([procedure(5), procedure(6)]),
            vec![Problem::ProcedureTwice],
        ),
        (
            "/flow/procedures",
            json!([procedure(40_000)]),
            vec![Problem::LimitTooLong],
        ),
        (
            "/flow/extension",
            limit(21, "working_days"),
            vec![Problem::ExtensionTooLong],
        ),
        ("/flow/extension", limit(20, "working_days"), vec![]),
        (
            "/flow/renewal",
            json!({ "expiry": "name" }),
            vec![Problem::RenewalWithoutDate],
        ),
        ("/flow/renewal", json!({ "expiry": "lost_on" }), vec![]),
        ("/certificate", certificate(code, "name"), vec![]),
        ("/certificate", certificate(code, "nothing"), vec![unknown]),
        (
            "/certificate",
            certificate("001", "name"),
            vec![Problem::BadTypeCode],
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = problems(&changed(pointer, value.clone()).unwrap());
        assert_eq!(found, expected, "{pointer} {value}");
    }
}

/// A stage of a review with steps of these names.
fn stage(keys: &[&str]) -> Value {
    let step = |key: &&str| json!({ "key": key, "name": { "zh": "看", "en": "Look" } });
    json!({ "steps": keys.iter().map(step).collect::<Vec<_>>() })
}

/// A hearing of this length.
fn procedure(days: u32) -> Value {
    let longest = json!({ "number": days, "unit": "working_days" });
    json!({ "kind": "hearing", "longest": longest })
}

#[test]
fn unknown_words_in_a_document_are_refused() {
    for pointer in [
        "/titel",
        "/guide/materiels",
        "/form/pages",
        "/form/steps/0/sections/0/fields/0/requird",
        "/form/steps/0/sections/0/fields/1/kind/maximum",
        "/flow/for_eyes",
    ] {
        let error = changed(pointer, json!(1)).unwrap_err().to_string();
        assert!(error.contains("unknown field"), "{pointer}: {error}");
    }
}
