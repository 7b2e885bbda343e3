//! Forms: what is asked, what a register fills in, what counts.

use chrono::DateTime;
use domain::forms::{
    AnswerSource, Answers, Field, FieldKind, FieldProblem, FileKind, FormDefinition,
    MAX_MATERIALS_PER_SLOT, Materials, Register, RegisterField, SlotAnswer, Step, cell,
    note_papers,
};
use domain::identity::ResidentIdError;
use serde_json::json;

use crate::support::{date, definition, form_of, posted, today};

/// Takes what a page of the form has posted.
fn post(form: &FormDefinition, step: &Step, answers: &mut Answers, pairs: &[(&str, &str)]) {
    domain::forms::apply_posted(form, step, answers, &posted(pairs), today());
}

/// All problems of the form, in order.
fn problems(form: &FormDefinition, answers: &Answers, materials: &Materials) -> Vec<FieldProblem> {
    form.read(answers, today())
        .all_problems(materials)
        .into_iter()
        .flat_map(|(_, errors)| errors)
        .map(|error| error.problem)
        .collect()
}

fn register() -> AnswerSource {
    AnswerSource::Register {
        register: Register::Population,
        read_at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn a_register_value_stays_one_until_it_is_edited() {
    let form = definition().form;
    let step = form.step("person").unwrap();
    let mut answers = Answers::default();
    answers.prefill("reason", "lost", register());
    post(&form, step, &mut answers, &[("reason", " lost ")]);
    assert_eq!(answers.get("reason").unwrap().source, register());
    post(&form, step, &mut answers, &[("reason", "broken")]);
    assert_eq!(answers.get("reason").unwrap().source, AnswerSource::Typed);
    answers.prefill("reason", "lost", register());
    assert_eq!(
        answers.value("reason"),
        Some("broken"),
        "what was typed stays"
    );
    post(&form, step, &mut answers, &[("reason", "")]);
    answers.prefill("reason", "lost", register());
    assert_eq!(
        answers.value("reason"),
        None,
        "what was emptied stays empty"
    );
}

#[test]
fn a_locked_field_opens_only_where_the_register_knows_nothing() {
    let form = definition().form;
    let step = form.step("person").unwrap();
    let field: &Field = form.field("name").unwrap();
    let mut answers = Answers::default();
    answers.prefill("name", " ", register());
    assert!(
        !field.is_locked("name", &answers),
        "a blank is no knowledge"
    );
    post(&form, step, &mut answers, &[("name", "陈岚")]);
    assert_eq!(answers.get("name").unwrap().source, AnswerSource::Typed);

    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    assert!(field.is_locked("name", &answers));
    post(&form, step, &mut answers, &[("name", "别人")]);
    assert_eq!(answers.value("name"), Some("陈岚"));
}

#[test]
fn what_a_register_locked_is_not_judged() {
    let mut form = definition().form;
    form.steps[0].sections[0].fields[0].kind = FieldKind::Text { max: 3 };
    let mut answers = Answers::default();
    answers.prefill("name", "古丽米热·阿卜杜热西提", register());
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let step = form.step("person").unwrap();
    assert_eq!(
        form.read(&answers, date("2026-11-21"))
            .problems(step, &Materials::default()),
        []
    );
}

#[test]
fn pages_follow_the_answers() {
    let form = definition().form;
    let mut answers = Answers::default();
    let empty = form.read(&answers, today());
    let keys = |steps: Vec<&Step>| -> Vec<String> {
        steps.into_iter().map(|step| step.key.clone()).collect()
    };
    assert_eq!(keys(empty.steps()), ["person"]);
    assert!(empty.next_step("person").is_none());
    answers.set_typed("reason", vec!["lost".to_owned()]);
    let reading = form.read(&answers, today());
    assert_eq!(keys(reading.steps()), ["person", "proof"]);
    assert_eq!(reading.next_step("person").unwrap().key, "proof");
    assert_eq!(reading.previous_step("proof").unwrap().key, "person");
    assert!(reading.previous_step("person").is_none());
    assert!(reading.next_step("proof").is_none());
    assert!(reading.next_step("nowhere").is_none());
    assert!(reading.previous_step("nowhere").is_none());
    // A step that has disappeared still knows its neighbours: the reader may sit on its page.
    assert_eq!(empty.previous_step("proof").unwrap().key, "person");
}

#[test]
fn answers_to_vanished_questions_decide_nothing() {
    let form = form_of(json!([
        { "key": "works", "label": { "zh": "是否就业" }, "kind": { "type": "yes_no" } },
        { "key": "owner", "label": { "zh": "是否业主" }, "kind": { "type": "yes_no" }, "when": "works" },
        { "key": "firm", "label": { "zh": "企业" }, "kind": { "type": "text" }, "required": true,
          "when": "owner" }
    ]));
    let mut answers = Answers::default();
    for key in ["works", "owner"] {
        answers.set_typed(key, vec!["yes".to_owned()]);
    }
    let none = Materials::default();
    assert_eq!(problems(&form, &answers, &none), [FieldProblem::Required]);
    answers.set_typed("works", vec!["no".to_owned()]);
    assert_eq!(problems(&form, &answers, &none), []);
    let reading = form.read(&answers, today());
    assert_eq!(reading.answers().keys().collect::<Vec<_>>(), ["works"]);
    assert_eq!(
        answers.value("owner"),
        Some("yes"),
        "kept, in case the applicant returns"
    );
}

/// A household: rows of people, each with rows of jobs, and what follows from them.
fn household() -> FormDefinition {
    form_of(json!([
        { "key": "members", "label": { "zh": "家庭成员" }, "kind": {
            "type": "group", "min": 1, "max": 3, "row": { "zh": "成员" },
            "fields": [
                { "key": "born", "label": { "zh": "出生日期" }, "kind": { "type": "date" }, "required": true },
                { "key": "school", "label": { "zh": "学校" }, "kind": { "type": "text" }, "required": true,
                  "when": "age(row.born) < 18" },
                { "key": "jobs", "label": { "zh": "工作" }, "when": "age(row.born) >= 18", "kind": {
                    "type": "group", "max": 2, "row": { "zh": "工作" },
                    "fields": [{ "key": "income", "label": { "zh": "收入" },
                                 "kind": { "type": "decimal", "places": 2 },
                                 "checks": [{ "holds": "row.income >= 0.0 && outer.born != null",
                                              "message": { "zh": "不能是负数" } }] }]
                } }
            ]
        } },
        { "key": "total", "label": { "zh": "合计" }, "kind": { "type": "decimal", "places": 2 },
          "computed": "sum(members.map(m, sum(m.jobs.map(j, j.income))))" },
        { "key": "help", "label": { "zh": "申请" }, "kind": { "type": "yes_no" }, "required": true,
          "when": "total < 1000.0" }
    ]))
}

#[test]
fn rows_hold_their_own_questions() {
    let form = household();
    let step = &form.steps[0];
    let none = Materials::default();
    let mut answers = Answers::default();
    assert_eq!(
        problems(&form, &answers, &none),
        [FieldProblem::TooFewRows { min: 1 }, FieldProblem::NotChosen],
        "an empty household has no income"
    );
    form.open_rows(&mut answers);
    assert_eq!(answers.values("members"), ["1"]);
    let child = answers.add_row("members");
    post(
        &form,
        step,
        &mut answers,
        &[
            ("members.1.born", "1990-05-01"),
            ("members.2.born", "2020-05-01"),
        ],
    );
    answers.add_row("members.1.jobs");
    post(
        &form,
        step,
        &mut answers,
        &[
            ("members.1.jobs.1.income", "812.5"),
            ("members.9.born", "1990-05-01"),
        ],
    );
    let reading = form.read(&answers, today());
    assert!(reading.fault().is_none(), "{:?}", reading.fault());
    assert_eq!(reading.answers().value("total"), Some("812.50"));
    assert!(reading.asks("help") && !reading.asks("members.1.school"));
    assert_eq!(answers.get("members.9.born"), None, "there is no such row");
    let schools: Vec<String> = problems(&form, &answers, &none)
        .iter()
        .map(|problem| problem.key().to_owned())
        .collect();
    assert_eq!(schools, ["problem-required", "problem-not-chosen"]);

    post(
        &form,
        step,
        &mut answers,
        &[("members.1.jobs.1.income", "-1")],
    );
    assert!(
        problems(&form, &answers, &none)
            .iter()
            .any(|problem| matches!(problem, FieldProblem::Check(text) if text.zh == "不能是负数"))
    );
    answers.remove_row("members", &child);
    assert_eq!(answers.values("members"), ["1"]);
    assert_eq!(answers.value(&cell("members", &child, "born")), None);
    assert_eq!(
        answers.add_row("members"),
        "2",
        "the next number after those that are there"
    );
}

#[test]
fn a_broken_expression_puts_the_form_under_repair() {
    let form = form_of(json!([
        { "key": "n", "label": { "zh": "数" }, "kind": { "type": "number" } },
        { "key": "part", "label": { "zh": "份" }, "kind": { "type": "number" }, "computed": "100 / n" }
    ]));
    let part = |n: &str| {
        let mut answers = Answers::default();
        answers.set_typed("n", vec![n.to_owned()]);
        let reading = form.read(&answers, today());
        let value = reading.answers().value("part").map(str::to_owned);
        (value, reading.fault().map(|fault| fault.reason))
    };
    assert_eq!(part("8"), (Some("12".to_owned()), None));
    assert_eq!(part("x"), (None, None), "what is no number is not known");
    assert_eq!(part("0"), (None, Some("it divides by zero")));
}

#[test]
fn a_slot_can_be_answered_in_the_ways_that_it_offers() {
    let mut form = definition().form;
    let slot = &mut form.steps[1].materials[0];
    slot.deferrable = Some(domain::calendar::TimeLimit::working_days(10));
    slot.exempt = Some(domain::forms::Exemption::Register(RegisterField::Name));
    let mut answers = Answers::default();
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let step = form.steps[1].clone();
    let open = |answers: &Answers| {
        let reading = form.read(answers, today());
        reading.problems(&step, &Materials::default()).len()
    };
    assert_eq!(open(&answers), 1);
    post(&form, &step, &mut answers, &[("photo:way", "promise")]);
    assert_eq!(open(&answers), 1, "nobody offered a promise");
    post(&form, &step, &mut answers, &[("photo:way", "later")]);
    assert_eq!(open(&answers), 0);
    post(&form, &step, &mut answers, &[("photo:way", "exempt")]);
    assert_eq!(
        answers.value("photo"),
        Some(SlotAnswer::Later.key()),
        "exemption is not the applicant's to say"
    );
    let said = domain::forms::Answer::new(vec!["exempt".to_owned()], register());
    answers.insert("photo", said);
    assert_eq!(open(&answers), 0);
}

#[test]
fn that_paper_lies_on_the_counter_only_the_officer_there_says() {
    let form = definition().form;
    let step = form.steps[1].clone();
    let mut answers = Answers::default();
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let open = |answers: &Answers| {
        let reading = form.read(answers, today());
        reading.problems(&step, &Materials::default()).len()
    };
    post(&form, &step, &mut answers, &[("photo:way", "paper")]);
    assert_eq!(open(&answers), 1, "an applicant cannot say so");
    let said = |way| posted(&[("photo:way", way)]);
    note_papers(&step, &mut answers, &said("later"));
    assert_eq!(open(&answers), 1, "other ways are not its business");
    note_papers(&step, &mut answers, &said("paper"));
    assert_eq!(open(&answers), 0);
    post(&form, &step, &mut answers, &[("photo:way", "paper")]);
    assert_eq!(open(&answers), 0, "what was seen stays seen");
    post(&form, &step, &mut answers, &[("photo:way", "files")]);
    assert_eq!(open(&answers), 1);
    let slot = &step.materials[0];
    assert!(!slot.ways().contains(&SlotAnswer::Paper));
    assert!(slot.ways_at_counter().contains(&SlotAnswer::Paper));
}

#[test]
fn an_objection_belongs_to_what_others_filled_in() {
    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    answers.set_typed("reason", vec!["lost".to_owned()]);
    answers.object("name", " 是陈兰 ");
    answers.object("reason", "不对");
    assert_eq!(
        answers.get("name").unwrap().objection.as_deref(),
        Some("是陈兰")
    );
    assert_eq!(answers.get("reason").unwrap().objection, None);
    answers.object("name", "  ");
    assert_eq!(answers.get("name").unwrap().objection, None);
}

#[test]
fn materials_are_counted_where_they_are_shown() {
    let form = definition().form;
    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let files = |count: usize| -> Materials { (0..count).map(|_| "photo".to_owned()).collect() };
    let problems = |answers: &Answers, count: usize| problems(&form, answers, &files(count));
    assert_eq!(problems(&answers, 0), [FieldProblem::MaterialMissing]);
    assert_eq!(problems(&answers, 1), []);
    assert_eq!(problems(&answers, MAX_MATERIALS_PER_SLOT), []);
    assert_eq!(
        problems(&answers, MAX_MATERIALS_PER_SLOT + 1),
        [FieldProblem::TooManyMaterials]
    );
    answers.set_typed("reason", vec!["lost".to_owned()]);
    answers.set_typed("lost_on", vec!["2026-11-20".to_owned()]);
    assert_eq!(problems(&answers, 0), []);
}

#[test]
fn file_formats_are_known_by_media_type() {
    for kind in FileKind::ALL {
        assert_eq!(FileKind::from_media_type(kind.media_type()), Some(kind));
        assert!(!kind.extension().is_empty());
    }
    assert_eq!(
        FileKind::from_media_type("IMAGE/JPEG; q=1"),
        Some(FileKind::Jpeg)
    );
    assert_eq!(FileKind::from_media_type("text/html"), None);
    let slot = &definition().form.steps[1].materials[0];
    assert_eq!(slot.accepts, FileKind::ALL);
}

#[test]
fn messages_have_their_keys_and_numbers() {
    use FieldProblem as P;
    let cases = [
        (P::Required, "problem-required", None),
        (P::NotChosen, "problem-not-chosen", None),
        (P::TooLong { max: 50 }, "problem-too-long", Some(50)),
        (P::TooSmall { min: -1 }, "problem-too-small", Some(-1)),
        (P::TooLarge { max: 9 }, "problem-too-large", Some(9)),
        (
            P::ResidentId(ResidentIdError::BirthDate),
            "problem-resident-id-birth-date",
            None,
        ),
        (P::TooManyMaterials, "problem-too-many-materials", Some(5)),
    ];
    for (problem, key, number) in cases {
        assert_eq!((problem.key(), problem.number()), (key, number));
    }
}

#[test]
fn answers_are_plain_json_and_hide_in_debug_prints() {
    let mut answers = Answers::default();
    answers.set_typed("reason", vec!["lost".to_owned()]);
    answers.prefill("name", "陈岚", register());
    let json = serde_json::to_value(&answers).unwrap();
    let expected = json!({
        "name": { "values": ["陈岚"],
                  "source": { "from": "register", "register": "population", "read_at": "1970-01-01T00:00:00Z" } },
        "reason": { "values": ["lost"], "source": { "from": "typed" } },
    });
    assert_eq!(json, expected);
    assert_eq!(serde_json::from_value::<Answers>(json).unwrap(), answers);
    let debug = format!("{answers:?}");
    assert!(
        !debug.contains("陈岚") && !debug.contains("lost"),
        "{debug}"
    );
}

#[test]
fn every_register_value_has_a_register_and_a_name() {
    for field in RegisterField::ALL {
        assert!(Register::ALL.contains(&field.register()));
        assert_eq!(RegisterField::parse(field.key()), Some(field));
        assert_eq!(serde_json::to_value(field).unwrap(), json!(field.key()));
    }
    for register in Register::ALL {
        assert_eq!(
            serde_json::to_value(register).unwrap(),
            json!(register.key())
        );
    }
}

#[test]
fn a_page_knows_which_answers_decide_about_it() {
    let text =
        |key: &str| json!({ "key": key, "label": { "zh": "问" }, "kind": { "type": "text" } });
    let with = |key: &str, name: &str, expression: &str| {
        let mut field = text(key);
        field[name] = json!(expression);
        field
    };
    let group = |key: &str, columns: serde_json::Value| {
        json!({ "key": key, "label": { "zh": "行" },
            "kind": { "type": "group", "row": { "zh": "行" }, "fields": columns } })
    };
    let filled = json!({ "key": "name", "label": { "zh": "名" }, "kind": { "type": "text" },
        "prefill": { "register": "name" } });
    let deciding = |fields: serde_json::Value| {
        let form = form_of(fields);
        let step = form.steps.first().unwrap();
        step.deciding()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(deciding(json!([text("a"), text("b")])).is_empty());
    assert_eq!(
        deciding(json!([
            text("a"),
            text("b"),
            with("c", "when", "b == 'x' && early == 'y'")
        ])),
        ["b"],
        "an answer of another page changes nothing on this one"
    );
    assert_eq!(
        deciding(json!([text("a"), with("c", "computed", "a + 'x'")])),
        ["a"]
    );
    let inner = json!([text("m"), with("n", "when", "row.m == 'x'")]);
    assert_eq!(deciding(json!([group("g", inner.clone())])), ["g"]);
    let nested = json!([text("k"), group("h", inner)]);
    assert_eq!(deciding(json!([group("g", nested)])), ["g"]);
    let plain = json!([text("m"), group("h", json!([text("n")]))]);
    assert!(deciding(json!([group("g", plain.clone())])).is_empty());
    let counted = with("c", "when", "size(g) > 1");
    assert_eq!(deciding(json!([group("g", plain), counted])), ["g"]);
    assert_eq!(
        deciding(json!([
            filled,
            text("a"),
            with("c", "when", "sources.name == 'typed'")
        ])),
        ["name"],
        "typing over a register's value is an answer too"
    );
}
