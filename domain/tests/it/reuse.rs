//! Tell us once: certificates, earlier applications, people, and what the applicant says is wrong.

use chrono::DateTime;
use domain::forms::{
    Answer, AnswerSource, Answers, Earlier, FieldProblem, FormDefinition, MAX_OBJECTION_CHARS,
    Materials, Prefill, Register, Relation, apply_posted, moved, objection_name,
};
use domain::{CaseId, CertificateId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::{beijing, form_of, posted, today};

fn register() -> AnswerSource {
    AnswerSource::Register {
        register: Register::Population,
        read_at: DateTime::UNIX_EPOCH,
    }
}

fn certificate() -> AnswerSource {
    AnswerSource::Certificate {
        certificate: CertificateId::new("z-1"),
        read_at: DateTime::UNIX_EPOCH,
    }
}

fn earlier(case: &str) -> AnswerSource {
    AnswerSource::Earlier {
        case: CaseId::new(case),
        answered_at: DateTime::UNIX_EPOCH,
    }
}

fn field(key: &str, kind: &Value, rest: &Value) -> Value {
    let mut field = json!({ "key": key, "label": { "zh": key }, "kind": kind });
    let parts = field.as_object_mut().unwrap();
    parts.extend(rest.as_object().unwrap().clone());
    field
}

fn post(form: &FormDefinition, answers: &mut Answers, pairs: &[(&str, &str)]) {
    apply_posted(form, &form.steps[0], answers, &posted(pairs), today());
}

fn problems(form: &FormDefinition, answers: &Answers) -> Vec<FieldProblem> {
    let found = form
        .read(answers, today())
        .problems(&form.steps[0], &Materials::default());
    found.into_iter().map(|error| error.problem).collect()
}

/// A locked name, a telephone number that can be changed, and a town that was said before.
fn person() -> FormDefinition {
    let text = json!({ "type": "text" });
    form_of(json!([
        field(
            "name",
            &text,
            &json!({ "prefill": { "register": "name" }, "locked": true })
        ),
        field(
            "phone",
            &json!({ "type": "phone" }),
            &json!({ "prefill": { "register": "phone" } })
        ),
        field(
            "town",
            &text,
            &json!({ "prefill": "earlier", "locked": true })
        ),
        field("note", &text, &json!({}))
    ]))
}

fn filled() -> Answers {
    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    answers.prefill("phone", "13800138000", certificate());
    answers.choose("town", vec!["和顺".to_owned()], earlier("c-1"));
    answers.set_typed("note", vec!["备注".to_owned()]);
    answers
}

fn said<'a>(answers: &'a Answers, key: &str) -> Option<&'a str> {
    answers.get(key)?.objection.as_deref()
}

#[test]
fn whatever_was_filled_in_can_be_called_wrong() {
    let form = person();
    for key in ["name", "phone", "town"] {
        let mut answers = filled();
        let name = objection_name(key);
        post(&form, &mut answers, &[(&name, " 不对\r\n是陈兰\u{0} ")]);
        assert_eq!(said(&answers, key), Some("不对\n是陈兰"), "{key}");
        assert_eq!(
            answers.values(key),
            filled().values(key),
            "the value stays what it was"
        );
        assert_eq!(
            answers.get(key).unwrap().source,
            filled().get(key).unwrap().source
        );
        post(&form, &mut answers, &[("note", "别的")]);
        assert_eq!(said(&answers, key), Some("不对\n是陈兰"), "not on the page");
        post(&form, &mut answers, &[(&name, " \n ")]);
        assert_eq!(said(&answers, key), None, "emptied is taken back");
    }
    let mut answers = filled();
    post(
        &form,
        &mut answers,
        &[("note:objection", "不对"), ("name", "陈兰")],
    );
    assert_eq!(said(&answers, "note"), None, "typed by the applicant");
    assert_eq!(answers.value("name"), Some("陈岚"), "locked");
}

#[test]
fn who_corrects_a_value_and_says_why_keeps_both() {
    let form = person();
    let mut answers = filled();
    let both = [("phone", "13900139000"), ("phone:objection", "换号了")];
    post(&form, &mut answers, &both);
    assert_eq!(answers.value("phone"), Some("13900139000"));
    assert!(answers.get("phone").unwrap().source.is_typed());
    assert_eq!(said(&answers, "phone"), Some("换号了"));
    // A register that is asked again changes neither.
    answers.prefill("phone", "13800138000", register());
    assert_eq!(answers.value("phone"), Some("13900139000"));
    post(&form, &mut answers, &[("phone:objection", "")]);
    assert_eq!(said(&answers, "phone"), None);
    post(&form, &mut answers, &[("phone:objection", "又不对")]);
    assert_eq!(
        said(&answers, "phone"),
        None,
        "it is the applicant's own now"
    );
}

#[test]
fn an_objection_has_a_limit_and_is_never_cut() {
    let form = person();
    for (chars, expected) in [
        (MAX_OBJECTION_CHARS, vec![]),
        (
            MAX_OBJECTION_CHARS + 1,
            vec![FieldProblem::ObjectionTooLong],
        ),
    ] {
        let mut answers = filled();
        let long = "长".repeat(chars);
        post(&form, &mut answers, &[("name:objection", &long)]);
        assert_eq!(said(&answers, "name"), Some(long.as_str()));
        assert_eq!(problems(&form, &answers), expected);
    }
    assert_eq!(
        FieldProblem::ObjectionTooLong.number(),
        i64::try_from(MAX_OBJECTION_CHARS).ok()
    );
}

#[test]
fn an_objection_outlives_storage_refilling_and_a_new_version() {
    let form = person();
    let mut answers = filled();
    for key in ["name", "phone", "town"] {
        answers.object(key, "不对");
    }
    let stored = serde_json::to_string(&answers).unwrap();
    assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), answers);

    let mut carried = moved(&form, &form, &answers).answers;
    assert_eq!(carried, answers);
    carried.prefill("name", "陈兰", register());
    assert_eq!(
        carried.value("name"),
        Some("陈兰"),
        "the register was mended"
    );
    assert_eq!(
        said(&carried, "name"),
        Some("不对"),
        "nothing typed is lost"
    );

    // A value that goes leaves what was said about it to be read once more.
    let mut other = form.clone();
    other.steps[0].sections[0].fields[0].prefill = None;
    other.steps[0].sections[0].fields[0].locked = false;
    let result = moved(&form, &other, &answers);
    assert!(result.answers.get("name").is_none());
    let lost: Vec<_> = result
        .lost
        .iter()
        .map(|one| one.value.zh.as_str())
        .collect();
    assert_eq!(lost, ["不对"]);
}

#[test]
fn what_a_certificate_no_longer_says_is_open_again() {
    let mut answers = filled();
    answers.take_back("phone");
    assert_eq!(answers.get("phone"), None);
    answers.object("name", "不对");
    answers.take_back("name");
    assert_eq!(answers.values("name"), [""; 0]);
    assert_eq!(said(&answers, "name"), Some("不对"));
}

#[test]
fn only_what_somebody_else_has_said_is_locked() {
    let form = person();
    let answers = filled();
    let locked = |key: &str| form.field(key).unwrap().is_locked(key, &answers);
    assert!(locked("name"));
    assert!(!locked("phone"), "the definition does not lock it");
    assert!(!locked("town"), "the applicant has said it");
}

#[test]
fn sources_fit_kinds() {
    let line = json!({ "type_code": "11990100990100034D001", "line": "就医地" });
    let sources = [
        json!({ "register": "name" }),
        json!({ "certificate": line }),
        json!("earlier"),
    ];
    let options = json!([{ "value": "a", "label": { "zh": "甲" } }]);
    let kinds = [
        (json!({ "type": "text" }), [true, true, true]),
        (json!({ "type": "date" }), [true, true, true]),
        (
            json!({ "type": "choice", "options": options }),
            [true, true, true],
        ),
        (json!({ "type": "address" }), [false, false, true]),
        (
            json!({ "type": "person", "relations": ["me"] }),
            [false, false, true],
        ),
        (
            json!({ "type": "declaration", "text": { "zh": "同意" } }),
            [false; 3],
        ),
        (
            json!({ "type": "group", "fields": [], "row": { "zh": "行" } }),
            [false; 3],
        ),
    ];
    for (kind, expected) in kinds {
        let form = form_of(json!([field("q", &kind, &json!({}))]));
        let can = sources.each_ref().map(|source| {
            let source: Prefill = serde_json::from_value(source.clone()).unwrap();
            form.field("q").unwrap().kind.can_come_from(&source)
        });
        assert_eq!(can, expected, "{kind}");
    }
}

#[test]
fn certificates_are_read_by_their_words() {
    let options = json!([
        { "value": "live", "label": { "zh": "异地长期居住" } },
        { "value": "work", "label": { "zh": "常驻异地工作" } }
    ]);
    let choice = json!({ "type": "choice", "options": options });
    let choices = json!({ "type": "choices", "options": options });
    let past = json!({ "type": "date", "past": true });
    let cases: [(&Value, &str, Option<&[&str]>); 14] = [
        (&json!({ "type": "text" }), " 海州市 ", Some(&["海州市"])),
        (&json!({ "type": "text", "max": 2 }), "海州市", None),
        (&json!({ "type": "text" }), "  ", None),
        (&choice, "常驻异地工作", Some(&["work"])),
        (&choice, "work", None),
        (
            &choices,
            "异地长期居住、常驻异地工作",
            Some(&["live", "work"]),
        ),
        (&choices, "异地长期居住、别的", None),
        (&past, "2026/1/2", Some(&["2026-01-02"])),
        (&past, "2026-11-22", None),
        (&json!({ "type": "number", "max": 3 }), "４", None),
        (
            &json!({ "type": "decimal", "places": 1 }),
            "4",
            Some(&["4.0"]),
        ),
        (
            &json!({ "type": "phone" }),
            "138 0013 8000",
            Some(&["13800138000"]),
        ),
        (&json!({ "type": "division" }), "云岭区", None),
        (&json!({ "type": "yes_no" }), "yes", Some(&["yes"])),
    ];
    for (kind, words, expected) in cases {
        let form = form_of(json!([field("q", kind, &json!({}))]));
        let read = form.field("q").unwrap().read_words(words, today());
        let expected = expected.map(|values| values.iter().map(|one| (*one).to_owned()).collect());
        assert_eq!(read, expected, "{kind} {words:?}");
    }
}

/// An application with these answers.
struct Past {
    form: FormDefinition,
    answers: Answers,
    case: CaseId,
}

impl Past {
    fn new(case: &str, fields: Value, answers: &[(&str, &[&str])]) -> Self {
        let mut given = Answers::default();
        for (key, values) in answers {
            let values = values.iter().map(|one| (*one).to_owned()).collect();
            given.set_typed(key, values);
        }
        Self {
            form: form_of(fields),
            answers: given,
            case: CaseId::new(case),
        }
    }

    fn earlier(&self) -> Earlier<'_> {
        Earlier {
            form: &self.form,
            answers: &self.answers,
            case: &self.case,
            answered_at: beijing("2026-10-01 09:00"),
        }
    }
}

fn offered(form: &FormDefinition, answers: &Answers, past: &[Past]) -> Vec<(String, Vec<String>)> {
    let earlier: Vec<_> = past.iter().map(Past::earlier).collect();
    let reading = form.read(answers, today());
    let offers = reading.offers(&form.steps[0], &earlier);
    for (_, offer) in offers.iter() {
        assert!(matches!(&offer.source, AnswerSource::Earlier { .. }));
    }
    offers
        .iter()
        .map(|(key, offer)| (key.to_owned(), offer.values.clone()))
        .collect()
}

#[test]
fn the_newest_earlier_answer_is_offered_where_it_still_holds() {
    let again = json!({ "prefill": "earlier" });
    let text = json!({ "type": "text" });
    let town = |kind: &Value, rest: &Value| json!([field("town", kind, rest)]);
    let form = form_of(town(&text, &again));
    let said =
        |case: &str, value: &str| Past::new(case, town(&text, &json!({})), &[("town", &[value])]);
    let value = |value: &str| vec![("town".to_owned(), vec![value.to_owned()])];
    let none = Answers::default();

    assert_eq!(offered(&form, &none, &[]), []);
    let two = [said("new", "海州"), said("old", "云岭")];
    assert_eq!(offered(&form, &none, &two), value("海州"));
    let silent = Past::new("new", town(&text, &json!({})), &[]);
    assert_eq!(
        offered(&form, &none, &[silent, said("old", "云岭")]),
        value("云岭")
    );

    let mut typed = Answers::default();
    typed.set_typed("town", vec!["这里".to_owned()]);
    assert_eq!(offered(&form, &typed, &two), [], "answered already");
    let mut emptied = typed.clone();
    emptied.set_typed("town", vec![]);
    assert_eq!(offered(&form, &emptied, &two), value("海州"));

    let unasked = form_of(town(&text, &json!({})));
    assert_eq!(offered(&unasked, &none, &two), [], "not by this definition");
    let long = Past::new(
        "new",
        town(&json!({ "type": "long_text" }), &json!({})),
        &[("town", &["海州"])],
    );
    assert_eq!(offered(&form, &none, &[long]), [], "another kind");

    let short = form_of(town(&json!({ "type": "text", "max": 1 }), &again));
    assert_eq!(
        offered(&short, &none, &two),
        [],
        "too long today, and the older is out of date"
    );
    let check = json!({ "prefill": "earlier",
        "checks": [{ "holds": "town != '海州'", "message": { "zh": "不能是海州" } }] });
    assert_eq!(offered(&form_of(town(&text, &check)), &none, &two), []);

    let mut wrong = said("new", "海州");
    wrong.answers = Answers::default();
    let mut answer = Answer::new(vec!["海州".to_owned()], earlier("c-0"));
    answer.objection = Some("搬走了".to_owned());
    wrong.answers.insert("town", answer);
    assert_eq!(offered(&form, &none, &[wrong]), [], "called wrong then");
}

#[test]
fn nobody_agrees_twice_by_once_and_hidden_questions_stay_hidden() {
    let agreed = json!({ "type": "declaration", "text": { "zh": "同意" } });
    let fields = json!([
        field("agreed", &agreed, &json!({ "prefill": "earlier" })),
        field("by_post", &json!({ "type": "yes_no" }), &json!({})),
        field(
            "post",
            &json!({ "type": "address" }),
            &json!({ "prefill": "earlier", "when": "by_post" })
        )
    ]);
    let form = form_of(fields.clone());
    let before: [(&str, &[&str]); 2] = [("agreed", &["yes"]), ("post", &["990101", "和顺路 1 号"])];
    let past = [Past::new("old", fields, &before)];
    assert_eq!(offered(&form, &Answers::default(), &past), []);
    assert!(
        !form
            .read(&Answers::default(), today())
            .asks_again(&form.steps[0])
    );
    let mut by_post = Answers::default();
    by_post.set_typed("by_post", vec!["yes".to_owned()]);
    assert!(form.read(&by_post, today()).asks_again(&form.steps[0]));
    let address = vec!["990101".to_owned(), "和顺路 1 号".to_owned()];
    assert_eq!(
        offered(&form, &by_post, &past),
        [("post".to_owned(), address)]
    );
}

proptest! {
    /// Whatever was answered before: nothing that is answered is offered again, and what is offered is valid.
    #[test]
    fn offers_are_open_and_valid(
        kinds in vec(select(vec!["text", "phone", "number", "date", "yes_no", "resident_id", "address"]), 3),
        before in vec(select(vec!["text", "phone", "number", "date", "yes_no", "resident_id", "address"]), 3),
        values in vec(select(vec!["海州", "13800138000", "7", "2020-01-31", "yes", "11010519491231002X", ""]), 6),
        typed in vec(any::<bool>(), 3),
    ) {
        let fields = |kinds: &[&str], rest: &Value| -> Value {
            let all = kinds.iter().zip(["a", "b", "c"]);
            all.map(|(kind, key)| field(key, &json!({ "type": kind }), rest)).collect()
        };
        let form = form_of(fields(&kinds, &json!({ "prefill": "earlier" })));
        let given: Vec<_> = ["a", "b", "c"].into_iter().zip(values.chunks(1)).collect();
        let past = [Past::new("old", fields(&before, &json!({})), &given)];
        let mut answers = Answers::default();
        for ((key, value), typed) in ["a", "b", "c"].iter().zip(&values[3..]).zip(typed) {
            if typed {
                answers.set_typed(key, vec![(*value).to_owned()]);
            }
        }
        for (key, values) in offered(&form, &answers, &past) {
            prop_assert!(answers.values(&key).is_empty());
            let mut taken = Answers::default();
            taken.set_typed(&key, values);
            prop_assert_eq!(problems(&form, &taken), []);
        }
    }
}

#[test]
fn people_and_organisations_are_named_in_full() {
    let person = json!({ "type": "person", "relations": ["me", "child", "organisation"] });
    let rows = json!({ "type": "group", "row": { "zh": "人" }, "fields": [field("who", &person, &json!({}))] });
    let form = form_of(json!([
        field("one", &person, &json!({})),
        field("all", &rows, &json!({}))
    ]));
    let (id, code) = ("11010519491231002x", "91350100m000100y43");
    let judged = |relation: &str, number: &str| {
        let mut answers = Answers::default();
        let parts = [
            ("one:relation", relation),
            ("one:name", "陈岚"),
            ("one:number", number),
        ];
        post(&form, &mut answers, &parts);
        (answers.values("one")[2].clone(), problems(&form, &answers))
    };
    let person = |number: &str| (number.to_owned(), vec![]);
    assert_eq!(judged("child", id), person("11010519491231002X"));
    assert_eq!(judged("organisation", code), person("91350100M000100Y43"));
    assert_eq!(judged("organisation", id).1, [FieldProblem::CreditCode]);
    assert!(matches!(
        judged("child", code).1[..],
        [FieldProblem::ResidentId(_)]
    ));

    let mut answers = Answers::default();
    let row = answers.add_row("all");
    let cell = format!("all.{row}.who");
    let values = |parts: [&str; 3]| parts.map(str::to_owned).to_vec();
    answers.set_typed(
        "one",
        values(["organisation", "通和食品厂", "91350100M000100Y43"]),
    );
    answers.set_typed(&cell, values(["child", "陈小满", "11010519491231002X"]));
    let people = form.people_in(&answers);
    let named: Vec<_> = people
        .iter()
        .map(|one| (one.key.as_str(), one.relation))
        .collect();
    let expected = [
        (cell.as_str(), Relation::Child),
        ("one", Relation::Organisation),
    ];
    assert_eq!(named, expected);
    assert_eq!(people[0].values(), answers.values(&cell));
    assert!(!format!("{people:?}").contains("陈小满"), "not into a log");
    answers.set_typed(&cell, values(["child", "陈小满", "1"]));
    assert_eq!(
        form.people_in(&answers).len(),
        1,
        "only who is named in full"
    );
}
