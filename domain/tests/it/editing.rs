//! Editing services: the life of working copies and items, the pages of the parts, differences.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::{Party, Role};
use domain::catalogue::editing::{
    DraftAction, DraftEvent, DraftRefusal, DraftState, ListStep, MAX_TESTS, Part, Sheet, Standing,
    StandingAction, StandingProposal, WorkingCopy, differences,
};
use domain::catalogue::{ItemState, ServiceDefinition, ServiceItem};
use domain::forms::{Prefill, Relation};
use domain::{AccountId, DepartmentCode, Locale};
use proptest::prelude::*;
use serde_json::{Value, json};

fn now() -> DateTime<Utc> {
    "2026-11-02T02:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn officer(name: &str, department: &str, role: Role) -> Party {
    Party::Officer {
        account: AccountId::new(name),
        department: DepartmentCode::new(department),
        role,
    }
}

/// Everybody who could try something: author, colleagues, others.
fn people() -> Vec<(&'static str, Party)> {
    vec![
        ("author", officer("author", "police", Role::Handler)),
        (
            "author-reviewer",
            officer("second author", "police", Role::Reviewer),
        ),
        ("handler", officer("handler", "police", Role::Handler)),
        ("reviewer", officer("reviewer", "police", Role::Reviewer)),
        (
            "supervisor",
            officer("supervisor", "police", Role::Supervisor),
        ),
        (
            "administrator",
            officer("administrator", "data", Role::Administrator),
        ),
        ("stranger", officer("stranger", "hrss", Role::Reviewer)),
        ("citizen", Party::Applicant(AccountId::new("citizen"))),
        ("system", Party::System),
    ]
}

fn states() -> Vec<DraftState> {
    let by = || AccountId::new("author");
    vec![
        DraftState::Editing,
        DraftState::InReview {
            by: by(),
            at: now(),
        },
        DraftState::Approved {
            by: AccountId::new("reviewer"),
            at: now(),
            publish_on: day("2026-11-02"),
        },
        DraftState::Published {
            by: by(),
            at: now(),
            version: 1,
        },
        DraftState::Returned {
            by: Some(by()),
            at: now(),
            reason: "x".to_owned(),
        },
        DraftState::Discarded {
            by: by(),
            at: now(),
        },
    ]
}

fn copy(state: DraftState) -> WorkingCopy {
    WorkingCopy {
        department: DepartmentCode::new("police"),
        state,
        authors: BTreeSet::from([AccountId::new("author"), AccountId::new("second author")]),
        revision: 4,
    }
}

/// State, action, who may. Whatever is not listed is refused.
const DRAFT_TABLE: [(&str, &str, &[&str]); 11] = [
    (
        "editing",
        "discard",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "returned",
        "discard",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "editing",
        "edit",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "editing",
        "submit",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "returned",
        "edit",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "returned",
        "submit",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "in_review",
        "take_back",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    (
        "approved",
        "take_back",
        &[
            "author",
            "author-reviewer",
            "handler",
            "reviewer",
            "administrator",
        ],
    ),
    ("in_review", "approve", &["reviewer", "administrator"]),
    (
        "in_review",
        "return",
        &["reviewer", "administrator", "system"],
    ),
    (
        "approved",
        "return",
        &["reviewer", "administrator", "system"],
    ),
];

fn event(action: DraftAction) -> DraftEvent {
    match action {
        DraftAction::Edit => DraftEvent::Edit,
        DraftAction::Submit => DraftEvent::Submit,
        DraftAction::TakeBack => DraftEvent::TakeBack,
        DraftAction::Approve => DraftEvent::Approve { publish_on: None },
        DraftAction::Return => DraftEvent::Return {
            reason: "错字".to_owned(),
        },
        DraftAction::Publish => DraftEvent::Publish { version: 7 },
        DraftAction::Discard => DraftEvent::Discard,
    }
}

#[test]
fn everybody_may_do_exactly_what_the_table_says() {
    for state in states() {
        for action in DraftAction::ALL {
            for (name, party) in people() {
                let listed = DRAFT_TABLE.iter().any(|(in_state, what, who)| {
                    *in_state == state.key() && *what == action.key() && who.contains(&name)
                });
                let publishes =
                    state.key() == "approved" && action == DraftAction::Publish && name == "system";
                let expected = listed || publishes;
                let copy = copy(state.clone());
                let case = format!("{} {} {name}", state.key(), action.key());
                assert_eq!(copy.allowed(&party).contains(&action), expected, "{case}");
                assert_eq!(
                    copy.apply(event(action), &party, now()).is_ok(),
                    expected,
                    "{case}"
                );
            }
        }
    }
}

#[test]
fn what_is_discarded_says_who_and_when_and_keeps_its_authors() {
    let handler = officer("handler", "police", Role::Handler);
    let discarded = copy(DraftState::Editing)
        .apply(DraftEvent::Discard, &handler, now())
        .unwrap();
    let by = AccountId::new("handler");
    assert_eq!(discarded.state, DraftState::Discarded { by, at: now() });
    assert!(DraftState::OVER.contains(&discarded.state.key()));
    assert_eq!((discarded.revision, discarded.authors.len()), (5, 2));
    let json = serde_json::to_string(&discarded.state).unwrap();
    assert_eq!(
        serde_json::from_str::<DraftState>(&json).unwrap(),
        discarded.state
    );
}

#[test]
fn who_wrote_it_may_not_approve_it() {
    let begun = WorkingCopy::begin(DepartmentCode::new("police"), AccountId::new("a"));
    let (a, b) = (
        officer("a", "police", Role::Handler),
        officer("b", "police", Role::Reviewer),
    );
    let administrator = officer("c", "data", Role::Administrator);
    let edited = begun.apply(DraftEvent::Edit, &b, now()).unwrap();
    let submitted = edited.apply(DraftEvent::Submit, &a, now()).unwrap();
    let approve = || DraftEvent::Approve {
        publish_on: Some(day("2026-12-01")),
    };
    let refused = submitted.clone().apply(approve(), &b, now());
    assert_eq!(refused, Err(DraftRefusal::SamePerson));
    let approved = submitted.apply(approve(), &administrator, now()).unwrap();
    assert_eq!(approved.revision, 4);
    let early = approved
        .clone()
        .apply(DraftEvent::Publish { version: 2 }, &Party::System, now());
    assert_eq!(early, Err(DraftRefusal::NotYet));
    let later = "2026-11-30T16:00:00Z".parse().unwrap();
    let published = approved
        .apply(DraftEvent::Publish { version: 2 }, &Party::System, later)
        .unwrap();
    let by = AccountId::new("c");
    assert_eq!(
        published.state,
        DraftState::Published {
            by,
            at: later,
            version: 2
        }
    );
}

#[test]
fn reasons_and_days_are_checked() {
    let reviewer = officer("reviewer", "police", Role::Reviewer);
    let review = || {
        copy(DraftState::InReview {
            by: AccountId::new("author"),
            at: now(),
        })
    };
    let give_back = |reason: &str| {
        let event = DraftEvent::Return {
            reason: reason.to_owned(),
        };
        review()
            .apply(event, &reviewer, now())
            .map(|copy| copy.state)
    };
    assert_eq!(give_back(" \n"), Err(DraftRefusal::ReasonMissing));
    assert_eq!(
        give_back(&"错".repeat(2001)),
        Err(DraftRefusal::ReasonTooLong)
    );
    let returned = give_back(" 错字 ").unwrap();
    assert!(matches!(returned, DraftState::Returned { reason, .. } if reason == "错字"));
    let past = DraftEvent::Approve {
        publish_on: Some(day("2026-11-01")),
    };
    assert_eq!(
        review().apply(past, &reviewer, now()),
        Err(DraftRefusal::DayPassed)
    );
}

fn standing(state: ItemState, proposal: Option<ItemState>) -> Standing {
    Standing {
        department: DepartmentCode::new("police"),
        state,
        reason: None,
        proposal: proposal.map(|to| StandingProposal {
            to,
            by: AccountId::new("author"),
            at: now(),
            reason: "x".to_owned(),
        }),
        revision: 1,
    }
}

#[test]
fn pausing_needs_one_person_and_everything_else_two() {
    const WRITERS: &[&str] = &[
        "author",
        "author-reviewer",
        "handler",
        "reviewer",
        "administrator",
    ];
    const OTHERS: &[&str] = &["author-reviewer", "reviewer", "administrator"];
    for state in ItemState::ALL {
        for proposal in [None, Some(ItemState::InUse), Some(ItemState::Cancelled)] {
            for action in StandingAction::ALL {
                let waits = proposal.is_some();
                let who = match action {
                    StandingAction::Pause if state == ItemState::InUse => WRITERS,
                    StandingAction::Restore if state != ItemState::InUse && !waits => WRITERS,
                    StandingAction::Withdraw if state != ItemState::Cancelled && !waits => WRITERS,
                    StandingAction::Confirm if waits => OTHERS,
                    StandingAction::Decline if waits => WRITERS,
                    _ => &[],
                };
                for (name, party) in people() {
                    let standing = standing(state, proposal);
                    let case = format!("{state:?} {proposal:?} {action:?} {name}");
                    let expected = who.contains(&name);
                    assert_eq!(
                        standing.allowed(&party).contains(&action),
                        expected,
                        "{case}"
                    );
                    let done = standing.apply(action, "因为", &party, now());
                    assert_eq!(done.is_ok(), expected, "{case}");
                }
            }
        }
    }
}

#[test]
fn an_item_is_paused_at_once_and_restored_by_two() {
    let (a, b) = (
        officer("a", "police", Role::Handler),
        officer("b", "police", Role::Reviewer),
    );
    let used = standing(ItemState::InUse, None);
    let no_reason = used.clone().apply(StandingAction::Pause, "", &a, now());
    assert_eq!(no_reason, Err(DraftRefusal::ReasonMissing));
    let paused = used
        .apply(StandingAction::Pause, "系统维护", &a, now())
        .unwrap();
    assert_eq!(
        (paused.state, paused.reason.as_deref()),
        (ItemState::Paused, Some("系统维护"))
    );
    let proposed = paused
        .apply(StandingAction::Restore, "维护结束", &b, now())
        .unwrap();
    assert_eq!(proposed.state, ItemState::Paused);
    let alone = proposed
        .clone()
        .apply(StandingAction::Confirm, "", &b, now());
    assert_eq!(alone, Err(DraftRefusal::SamePerson));
    let second = officer("c", "police", Role::Reviewer);
    let restored = proposed
        .apply(StandingAction::Confirm, "", &second, now())
        .unwrap();
    assert_eq!((restored.state, restored.reason), (ItemState::InUse, None));
}

/// All seeds, each as the document that pages edit.
fn seeds() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../portal/seed/items");
    let mut seeds = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut seed: Value = serde_json::from_str(&text).unwrap();
        let definition: ServiceDefinition =
            serde_json::from_value(seed["definition"].take()).unwrap();
        seed["definition"] = serde_json::to_value(definition).unwrap();
        let item: ServiceItem = serde_json::from_value(seed["item"].take()).unwrap();
        seed["item"] = serde_json::to_value(item).unwrap();
        seeds.push((path.display().to_string(), seed));
    }
    seeds
}

/// Every part that a document has, down to the questions of rows.
fn parts(document: &Value) -> Vec<Part> {
    let mut parts: Vec<Part> = Part::ALL.into();
    let mut done = 0;
    while let Some(part) = parts.get(done).cloned() {
        done += 1;
        let value = document.pointer(&part.pointer()).unwrap();
        let lists: Vec<(String, usize)> = match &part {
            Part::Form => vec![("steps".to_owned(), len(value, "/steps"))],
            Part::Page(_) => (0..len(value, "/sections"))
                .map(|at| {
                    (
                        format!("sections/{at}/fields"),
                        len(value, &format!("/sections/{at}/fields")),
                    )
                })
                .collect(),
            Part::Field(_) => vec![("kind/fields".to_owned(), len(value, "/kind/fields"))],
            _ => Vec::new(),
        };
        for (list, length) in lists {
            parts.extend((0..length).map(|place| part.entry(&list, place).unwrap()));
        }
    }
    parts
}

fn len(value: &Value, pointer: &str) -> usize {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(0, Vec::len)
}

/// What a browser posts of a page on which nobody has touched anything.
fn posted(sheet: &Sheet) -> BTreeMap<String, Vec<String>> {
    let mut posted = BTreeMap::new();
    for (name, value) in sheet.shown() {
        posted.insert(format!("{name}:asked"), vec!["1".to_owned()]);
        let values: Vec<String> =
            if value.contains('\n') && sheet.at(&name).is_some_and(Value::is_array) {
                value.split('\n').map(str::to_owned).collect()
            } else {
                vec![value.replace('\n', "\r\n")]
            };
        posted.insert(name, values);
    }
    posted
}

#[test]
fn saving_a_page_untouched_changes_nothing() {
    let mut conditions = 0;
    for (place, (name, document)) in seeds().into_iter().enumerate() {
        for part in parts(&document) {
            // Labels of options differ by language, and so do the sentences that are read back.
            let locales: &[Locale] = if place < 5 {
                &[Locale::ZhHans, Locale::En]
            } else {
                &[Locale::ZhHans]
            };
            for locale in locales.iter().copied() {
                let mut sheet = Sheet::open(part.clone(), document.clone(), locale).unwrap();
                let posted = posted(&sheet);
                conditions += posted.keys().filter(|key| key.ends_with(":1:of")).count();
                assert_eq!(sheet.write(&posted), [], "{name} {part}");
                let written = sheet.into_document();
                let definition: ServiceDefinition =
                    serde_json::from_value(written["definition"].clone()).unwrap();
                let kept = json!({"item": written["item"], "definition": definition});
                let before =
                    json!({"item": document["item"], "definition": document["definition"]});
                assert_eq!(differences(&before, &kept), [], "{name} {part}");
            }
        }
    }
    assert!(conditions > 100, "only {conditions} sentences were tried");
}

#[test]
fn parts_are_read_back_from_their_addresses() {
    for (_, document) in seeds() {
        for part in parts(&document) {
            assert_eq!(Part::parse(&part.to_string()), Some(part));
        }
    }
    for wrong in [
        "",
        "page",
        "page-0",
        "page-x",
        "field-1-1",
        "field-1-1-1-1-1-1",
        "field-1-1-0",
        "items",
    ] {
        assert_eq!(Part::parse(wrong), None, "{wrong}");
    }
}

fn small_document() -> Value {
    json!({
        "item": {"name": {"zh": "试"}},
        "definition": {
            "guide": {"summary": {"zh": ""}, "materials": [{"key": "proof", "name": {"zh": "证明"}}]},
            "choice": {},
            "form": {"steps": [{
                "key": "early", "title": {"zh": "先问"}, "early": true,
                "sections": [{"fields": [
                    {"key": "work", "label": {"zh": "在哪里工作"}, "kind": {"type": "choice", "options": [
                        {"value": "here", "label": {"zh": "本市", "en": "Here"}},
                        {"value": "away", "label": {"zh": "外地", "en": "Elsewhere"}},
                    ]}},
                    {"key": "owner", "label": {"zh": "是业主吗"}, "kind": {"type": "yes_no"}},
                    {"key": "area", "label": {"zh": "面积"}, "kind": {"type": "decimal", "places": 2}},
                ]}],
            }]},
        },
    })
}

fn post(sheet: &mut Sheet, typed: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let posted = typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]))
        .collect();
    sheet.write(&posted)
}

#[test]
fn sentences_become_expressions() {
    let open = || Sheet::open(Part::Materials, small_document(), Locale::ZhHans).unwrap();
    let said = |rows: &[(&str, &str)]| {
        let mut sheet = open();
        let problems = post(&mut sheet, rows);
        let when = sheet
            .at("materials/0/when")
            .and_then(Value::as_str)
            .map(str::to_owned);
        (when, problems)
    };
    let name = |part: &str| format!("materials/0/when:{part}");
    let row = |number: usize, of: &str, is: &str, value: &str| -> Vec<(String, String)> {
        vec![
            (name(&format!("{number}:of")), of.to_owned()),
            (name(&format!("{number}:is")), is.to_owned()),
            (name(&format!("{number}:value")), value.to_owned()),
        ]
    };
    let tried = |say: &str, rows: Vec<Vec<(String, String)>>| {
        let mut typed = vec![(name("say"), say.to_owned())];
        typed.extend(rows.into_iter().flatten());
        let typed: Vec<(&str, &str)> = typed
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        said(&typed)
    };
    let yes = |say: &str, rows, expected: &str| {
        let (when, problems) = tried(say, rows);
        assert_eq!((when.as_deref(), problems), (Some(expected), vec![]));
    };
    yes("all", vec![row(1, "work", "is", "本市")], "work == 'here'");
    yes(
        "none",
        vec![row(1, "work", "is_not", "Elsewhere")],
        "work != 'away'",
    );
    yes(
        "any",
        vec![
            row(1, "work", "one_of", "本市、外地"),
            row(2, "owner", "is", "否"),
        ],
        "work in ['here', 'away'] || !owner",
    );
    yes(
        "all",
        vec![
            row(1, "area", "at_least", "90"),
            row(2, "work", "answered", ""),
        ],
        "area >= 90.0 && work != null",
    );
    let in_group = |number: usize, of: &str, value: &str, group: &str| {
        let mut row = row(number, of, "is", value);
        row.push((name(&format!("{number}:in")), group.to_owned()));
        row
    };
    yes(
        "all",
        vec![
            in_group(1, "work", "本市", "1"),
            in_group(2, "owner", "是", ""),
            in_group(3, "work", "外地", "1"),
        ],
        "(work == 'here' || work == 'away') && owner",
    );
    yes(
        "any",
        vec![
            in_group(1, "owner", "是", "9"),
            in_group(2, "work", "外地", "nonsense"),
        ],
        "owner || work == 'away'",
    );
    let (when, problems) = tried("all", vec![row(1, "work", "is", "火星")]);
    assert_eq!(when, None);
    assert_eq!(problems, [(name("1:value"), "editor-problem-value")]);
    let (_, problems) = tried("all", vec![row(1, "", "is", "本市")]);
    assert_eq!(problems, [(name("1:of"), "editor-problem-question")]);
    let (when, _) = said(&[(&name("say"), "cel"), (&name("cel"), "size(work) > 3")]);
    assert_eq!(when.as_deref(), Some("size(work) > 3"));
}

#[test]
fn what_a_page_cannot_show_is_kept_as_it_is() {
    let many: Vec<String> = (0..=MAX_TESTS).map(|n| format!("area >= {n}.5")).collect();
    for source in [
        many.join(" && "),
        "owner && (area >= 1.5 || (owner && area >= 2.5))".to_owned(),
    ] {
        let mut document = small_document();
        document["definition"]["guide"]["materials"][0]["when"] = json!(source);
        let mut sheet = Sheet::open(Part::Materials, document, Locale::ZhHans).unwrap();
        let shown = sheet.shown();
        assert_eq!(shown["materials/0/when:say"], "cel");
        let posted = shown
            .into_iter()
            .map(|(name, value)| (name, vec![value]))
            .collect();
        assert_eq!(sheet.write(&posted), []);
        assert_eq!(sheet.at("materials/0/when"), Some(&json!(source)));
    }
}

#[test]
fn lists_grow_shrink_and_move() {
    let mut sheet = Sheet::open(Part::Page(1), small_document(), Locale::En).unwrap();
    let step = |sheet: &mut Sheet, button: &str| {
        let (list, step) = ListStep::parse(button).unwrap();
        sheet.step(&list, &step)
    };
    let keys = |sheet: &Sheet| -> Vec<String> {
        let fields = sheet
            .at("sections/0/fields")
            .and_then(Value::as_array)
            .unwrap();
        fields
            .iter()
            .map(|field| field["key"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(step(&mut sheet, "add:sections/0/fields"), Some(()));
    assert_eq!(keys(&sheet), ["work", "owner", "area", "question_1"]);
    step(&mut sheet, "up:sections/0/fields/3").unwrap();
    step(&mut sheet, "down:sections/0/fields/0").unwrap();
    step(&mut sheet, "remove:sections/0/fields/3").unwrap();
    assert_eq!(keys(&sheet), ["owner", "work", "question_1"]);
    step(&mut sheet, "add:materials").unwrap();
    assert_eq!(
        sheet.at("materials/0/key"),
        Some(&json!("proof")),
        "the material that has no slot"
    );
    for wrong in [
        "up:sections/0/fields/0",
        "down:sections/0/fields/2",
        "remove:sections/7",
        "add:title",
        "add:nothing",
    ] {
        assert_eq!(step(&mut sheet, wrong), None, "{wrong}");
    }
    for wrong in [
        "",
        "add",
        "turn:materials/0",
        "up:materials",
        "up:materials/x",
    ] {
        assert_eq!(ListStep::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn every_input_has_a_label() {
    for (name, document) in seeds().into_iter().take(6) {
        for part in parts(&document) {
            let sheet = Sheet::open(part.clone(), document.clone(), Locale::En).unwrap();
            for input in sheet.shown().into_keys() {
                assert!(sheet.label(&input).is_some(), "{name} {part} {input}");
            }
            assert_eq!(sheet.label("nothing"), None);
        }
    }
}

#[test]
fn another_kind_of_answer_begins_anew() {
    let part = Part::parse("field-1-1-1").unwrap();
    let mut sheet = Sheet::open(part, small_document(), Locale::En).unwrap();
    assert_eq!(post(&mut sheet, &[("kind/type", "choices")]), []);
    assert_eq!(
        sheet.at("kind/options/1/value"),
        Some(&json!("away")),
        "options are kept"
    );
    post(&mut sheet, &[("kind/type", "number")]);
    assert_eq!(sheet.at("kind"), Some(&json!({"type": "number"})));
    let wrong = post(&mut sheet, &[("kind/type", "number"), ("kind/min", "drei")]);
    assert_eq!(wrong, [("kind/min".to_owned(), "editor-problem-number")]);
    post(&mut sheet, &[("kind/type", "nonsense")]);
    assert_eq!(sheet.at("kind/type"), Some(&json!("number")));
}

#[test]
fn every_source_of_an_answer_can_be_chosen() {
    let part = || Part::parse("field-1-1-1").unwrap();
    let mut sheet = Sheet::open(part(), small_document(), Locale::En).unwrap();
    let code = "11990100990100034D001";
    let certificate = json!({"certificate": {"type_code": code, "line": "就医地"}});
    let sources = [
        (vec![("prefill", "earlier")], Some(json!("earlier"))),
        (
            vec![("prefill", "register:phone")],
            Some(json!({"register": "phone"})),
        ),
        (
            vec![
                ("prefill", "certificate"),
                ("prefill/type_code", code),
                ("prefill/line", " 就医地 "),
            ],
            Some(certificate),
        ),
        (vec![("prefill", "")], None),
    ];
    for (typed, expected) in sources {
        assert_eq!(post(&mut sheet, &typed), []);
        assert_eq!(sheet.at("prefill"), expected.as_ref(), "{typed:?}");
        if let Some(source) = expected {
            let read: Prefill = serde_json::from_value(source).unwrap();
            assert_eq!(
                serde_json::to_value(read).unwrap(),
                *sheet.at("prefill").unwrap()
            );
            assert_eq!(sheet.shown().get("prefill").unwrap(), typed[0].1);
        }
    }
    let unknown = post(&mut sheet, &[("prefill", "register:shoe_size")]);
    assert_eq!(unknown, [("prefill".to_owned(), "editor-problem-value")]);
    assert_eq!(post(&mut sheet, &[("kind/type", "person")]), []);
    let relations = Relation::ALL.map(|one| one.key().to_owned()).to_vec();
    let asked = "kind/relations:asked".to_owned();
    let posted = BTreeMap::from([
        ("kind/type".to_owned(), vec!["person".to_owned()]),
        ("kind/relations".to_owned(), relations),
        (asked, vec![]),
    ]);
    assert_eq!(sheet.write(&posted), []);
    assert_eq!(sheet.at("kind/relations/6"), Some(&json!("organisation")));
}

#[test]
fn differences_name_the_way() {
    let before =
        json!({"a": {"zh": "一"}, "list": [{"key": "x", "n": 1}, {"key": "y"}], "plain": [1, 2]});
    let after = json!({"a": {"zh": "二"}, "list": [{"key": "y"}, {"key": "x", "n": 2}, {"key": "z"}], "plain": [1]});
    let found: Vec<String> = differences(&before, &after)
        .into_iter()
        .map(|one| format!("{}: {:?} {:?}", one.path.join("/"), one.before, one.after))
        .collect();
    assert_eq!(
        found,
        [
            "a/zh: Some(\"一\") Some(\"二\")",
            "list: Some(\"x, y\") Some(\"y, x\")",
            "list/x/n: Some(\"1\") Some(\"2\")",
            "list/z/key: None Some(\"z\")",
            "plain/2: Some(\"2\") None",
        ]
    );
}

fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i8>().prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("(key|[a-c])", inner, 0..4)
                .prop_map(|parts| Value::Object(parts.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn documents_differ_exactly_when_something_does(before in document(), after in document()) {
        prop_assert_eq!(differences(&before, &after).is_empty(), before == after);
        prop_assert!(differences(&before, &before).is_empty());
    }
}
