//! Forms: what is asked, what a register fills in, what counts.

use chrono::DateTime;
use domain::forms::{
    AnswerSource, Answers, Field, FieldKind, FieldProblem, FileKind, FormDefinition,
    MAX_MATERIALS_PER_SLOT, Materials, Register, RegisterField, apply_posted, validate,
    validate_step,
};
use domain::identity::ResidentIdError;
use serde_json::json;

use crate::support::{date, definition, posted};

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
    apply_posted(step, &mut answers, &posted(&[("reason", " lost ")]));
    assert_eq!(answers.get("reason").unwrap().source, register());
    apply_posted(step, &mut answers, &posted(&[("reason", "broken")]));
    assert_eq!(answers.get("reason").unwrap().source, AnswerSource::Typed);
    answers.prefill("reason", "lost", register());
    assert_eq!(
        answers.value("reason"),
        Some("broken"),
        "what was typed stays"
    );
    apply_posted(step, &mut answers, &posted(&[("reason", "")]));
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
    assert!(!field.is_locked(&answers), "a blank is no knowledge");
    apply_posted(step, &mut answers, &posted(&[("name", "陈岚")]));
    assert_eq!(answers.get("name").unwrap().source, AnswerSource::Typed);

    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    assert!(field.is_locked(&answers));
    apply_posted(step, &mut answers, &posted(&[("name", "别人")]));
    assert_eq!(answers.value("name"), Some("陈岚"));
}

#[test]
fn what_a_register_locked_is_not_judged() {
    let mut form = definition().form;
    form.steps[0].fields[0].kind = FieldKind::Text { max: 3 };
    let mut answers = Answers::default();
    answers.prefill("name", "古丽米热·阿卜杜热西提", register());
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let step = form.step("person").unwrap();
    assert_eq!(
        validate_step(step, &answers, &Materials::default(), date("2026-11-21")),
        []
    );
}

#[test]
fn pages_follow_the_answers() {
    let form = definition().form;
    let keys = |answers: &Answers| -> Vec<&str> {
        form.visible_steps(answers)
            .iter()
            .map(|step| step.key.as_str())
            .collect()
    };
    let mut answers = Answers::default();
    assert_eq!(keys(&answers), ["person"]);
    assert!(form.next_step("person", &answers).is_none());
    answers.set_typed("reason", vec!["lost".to_owned()]);
    assert_eq!(keys(&answers), ["person", "proof"]);
    assert_eq!(form.next_step("person", &answers).unwrap().key, "proof");
    assert_eq!(form.previous_step("proof", &answers).unwrap().key, "person");
    assert!(form.previous_step("person", &answers).is_none());
    assert!(form.next_step("proof", &answers).is_none());
    assert!(form.next_step("nowhere", &answers).is_none());
    assert!(form.previous_step("nowhere", &answers).is_none());
    // A step that has disappeared still knows its neighbours: the reader may sit on its page.
    assert_eq!(
        form.previous_step("proof", &Answers::default())
            .unwrap()
            .key,
        "person"
    );
}

#[test]
fn answers_to_vanished_questions_decide_nothing() {
    let form: FormDefinition = serde_json::from_value(json!({ "steps": [{
        "key": "s", "title": { "zh": "步" },
        "fields": [
            { "key": "works", "label": { "zh": "是否就业" }, "kind": { "type": "yes_no" } },
            { "key": "owner", "label": { "zh": "是否业主" }, "kind": { "type": "yes_no" },
              "when": { "test": "equals", "field": "works", "value": "yes" } },
            { "key": "firm", "label": { "zh": "企业" }, "kind": { "type": "text" }, "required": true,
              "when": { "test": "equals", "field": "owner", "value": "yes" } }
        ]
    }] }))
    .unwrap();
    let mut answers = Answers::default();
    for key in ["works", "owner"] {
        answers.set_typed(key, vec!["yes".to_owned()]);
    }
    let none = Materials::default();
    assert_eq!(
        validate(&form, &answers, &none, date("2026-11-21")).len(),
        1
    );
    answers.set_typed("works", vec!["no".to_owned()]);
    assert_eq!(validate(&form, &answers, &none, date("2026-11-21")), []);
    let relevant = form.relevant(&answers);
    assert_eq!(relevant.keys().collect::<Vec<_>>(), ["works"]);
    assert_eq!(
        answers.value("owner"),
        Some("yes"),
        "kept, in case the applicant returns"
    );
}

#[test]
fn materials_are_counted_where_they_are_shown() {
    let form = definition().form;
    let mut answers = Answers::default();
    answers.prefill("name", "陈岚", register());
    answers.set_typed("reason", vec!["broken".to_owned()]);
    let files = |count: usize| -> Materials { (0..count).map(|_| "photo".to_owned()).collect() };
    let problems = |answers: &Answers, count: usize| -> Vec<FieldProblem> {
        let found = validate(&form, answers, &files(count), date("2026-11-21"));
        found
            .into_iter()
            .flat_map(|(_, errors)| errors)
            .map(|error| error.problem)
            .collect()
    };
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
