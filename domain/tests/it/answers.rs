//! Single answers: how each kind is read, stored and judged.

use domain::forms::{
    Answers, FieldError, FieldProblem, FormDefinition, MAX_ANSWER_CHARS, Materials, apply_posted,
};
use domain::identity::ResidentIdError;
use serde_json::{Value, json};

use crate::support::{form_of, posted, today};

/// A form with one question of this kind.
fn form_with(kind: &Value, required: bool) -> FormDefinition {
    form_of(json!([{ "key": "q", "label": { "zh": "问" }, "kind": kind, "required": required }]))
}

/// Takes what a page has posted.
fn post(form: &FormDefinition, answers: &mut Answers, pairs: &[(&str, &str)]) {
    apply_posted(form, &form.steps[0], answers, &posted(pairs), today());
}

/// What is wrong with the answers.
fn problems(form: &FormDefinition, answers: &Answers) -> Vec<FieldError> {
    form.read(answers, today())
        .problems(&form.steps[0], &Materials::default())
}

/// Posts one value to a question of this kind; what is stored, and what is wrong with it.
fn answer(kind: &Value, raw: &str) -> (Option<String>, Option<FieldProblem>) {
    let form = form_with(kind, false);
    let mut answers = Answers::default();
    post(&form, &mut answers, &[("q", raw)]);
    let errors = problems(&form, &answers);
    assert!(errors.len() <= 1 && errors.iter().all(|error| error.field == "q"));
    let problem = errors.first().map(|error| error.problem.clone());
    (answers.value("q").map(str::to_owned), problem)
}

#[test]
fn each_kind_of_answer_is_read_and_judged() {
    let line = json!({ "type": "text", "max": 5 });
    let lines = json!({ "type": "long_text" });
    let number = json!({ "type": "number", "min": -2, "max": 99 });
    let day = json!({ "type": "date" });
    let past = json!({ "type": "date", "past": true });
    let future = json!({ "type": "date", "future": true });
    let id = json!({ "type": "resident_id" });
    let phone = json!({ "type": "phone" });
    let email = json!({ "type": "email" });
    let yes_no = json!({ "type": "yes_no" });
    let options = json!([{ "value": "a", "label": { "zh": "甲" } }, { "value": "b", "label": { "zh": "乙" } }]);
    let choice = json!({ "type": "choice", "options": options });
    let money = json!({ "type": "decimal", "places": 2, "min": 0, "max": 100 });
    let credit = json!({ "type": "credit_code" });
    let division = json!({ "type": "division" });
    let agreed = json!({ "type": "declaration", "text": { "zh": "同意" } });
    use FieldProblem as P;
    let cases = [
        (&line, "  陈 岚 ", "陈 岚", None),
        (&line, "一二三四五", "一二三四五", None),
        (
            &line,
            "一二三四五六",
            "一二三四五六",
            Some(P::TooLong { max: 5 }),
        ),
        (&line, "a\r\nb\u{0}c", "a  bc", None),
        (&lines, "甲\r\n乙\r丙\u{7}", "甲\n乙\n丙", None),
        (&number, "０42", "42", None),
        (&number, "-2", "-2", None),
        (&number, "-3", "-3", Some(P::TooSmall { min: -2 })),
        (&number, "100", "100", Some(P::TooLarge { max: 99 })),
        (&number, "12.5", "12.5", Some(P::NotANumber)),
        (&number, "十二", "十二", Some(P::NotANumber)),
        (
            &number,
            "99999999999999999999",
            "99999999999999999999",
            Some(P::NotANumber),
        ),
        (&day, "2026-2-3", "2026-02-03", None),
        (&day, "2026/02/03", "2026-02-03", None),
        (&day, "2024-02-29", "2024-02-29", None),
        (&day, "2026-02-29", "2026-02-29", Some(P::NotADate)),
        (&day, "明天", "明天", Some(P::NotADate)),
        (&day, "+12026-01-01", "+12026-01-01", Some(P::NotADate)),
        (&past, "2026-11-21", "2026-11-21", None),
        (&past, "2026-11-22", "2026-11-22", Some(P::InTheFuture)),
        (&future, "2026-11-21", "2026-11-21", None),
        (&future, "2026-11-20", "2026-11-20", Some(P::InThePast)),
        (&id, "11010519491231002x", "11010519491231002X", None),
        (
            &id,
            "1101051949",
            "1101051949",
            Some(P::ResidentId(ResidentIdError::Length)),
        ),
        (
            &id,
            "110105194912310021",
            "110105194912310021",
            Some(P::ResidentId(ResidentIdError::CheckDigit)),
        ),
        (&phone, "138 0013 8000", "13800138000", None),
        (&phone, "12345", "12345", Some(P::Phone)),
        (&email, " a@b.cn ", "a@b.cn", None),
        (&email, "a@b", "a@b", Some(P::Email)),
        (&yes_no, "yes", "yes", None),
        (&yes_no, "maybe", "maybe", Some(P::UnknownOption)),
        (&choice, "b", "b", None),
        (&choice, "c", "c", Some(P::UnknownOption)),
        (&money, "1,2.5", "12.50", None),
        (
            &money,
            "0.005",
            "0.005",
            Some(P::TooManyPlaces { places: 2 }),
        ),
        (&money, "100.01", "100.01", Some(P::TooLarge { max: 100 })),
        (&money, "-0.01", "-0.01", Some(P::TooSmall { min: 0 })),
        (&money, "1e3", "1e3", Some(P::NotANumber)),
        (&credit, "91350100m000100y43", "91350100M000100Y43", None),
        (
            &credit,
            "91350100M000100Y44",
            "91350100M000100Y44",
            Some(P::CreditCode),
        ),
        (&division, "990101", "990101", None),
        (&division, "云岭区", "云岭区", Some(P::UnknownOption)),
        (&agreed, "yes", "yes", None),
        (&agreed, "no", "no", Some(P::UnknownOption)),
    ];
    for (kind, raw, stored, problem) in cases {
        assert_eq!(
            answer(kind, raw),
            (Some(stored.to_owned()), problem),
            "{kind} {raw:?}"
        );
    }
}

#[test]
fn nothing_typed_is_cut_and_nothing_is_endless() {
    let long = "长".repeat(MAX_ANSWER_CHARS + 1);
    for kind in [
        json!({ "type": "text", "max": 4000 }),
        json!({ "type": "yes_no" }),
        json!({ "type": "date" }),
    ] {
        let (stored, problem) = answer(&kind, &long);
        assert_eq!(stored.as_deref(), Some(long.as_str()));
        assert_eq!(
            problem,
            Some(FieldProblem::TooLong {
                max: MAX_ANSWER_CHARS
            }),
            "{kind}"
        );
    }
}

#[test]
fn blank_answers_are_none() {
    for blank in ["", "  ", "\r\n", "　"] {
        let (stored, problem) = answer(&json!({ "type": "text" }), blank);
        assert_eq!((stored, problem), (None, None));
    }
    let form = form_with(&json!({ "type": "text" }), true);
    let errors = problems(&form, &Answers::default());
    assert_eq!(
        errors,
        [FieldError {
            field: "q".to_owned(),
            problem: FieldProblem::Required
        }]
    );
}

#[test]
fn check_boxes_can_be_emptied_and_repeat_nothing() {
    let options = json!([{ "value": "a", "label": { "zh": "甲" } }, { "value": "b", "label": { "zh": "乙" } }]);
    let form = form_with(&json!({ "type": "choices", "options": options }), false);
    let mut answers = Answers::default();
    post(
        &form,
        &mut answers,
        &[("q", "b"), ("q", "a"), ("q", "b"), ("q", " ")],
    );
    assert_eq!(answers.values("q"), ["b", "a"]);
    post(&form, &mut answers, &[]);
    assert_eq!(answers.values("q"), [""; 0]);
}

#[test]
fn a_single_answer_takes_the_first_of_several() {
    let form = form_with(&json!({ "type": "text" }), false);
    let mut answers = Answers::default();
    post(
        &form,
        &mut answers,
        &[("q", " "), ("q", "one"), ("q", "two")],
    );
    assert_eq!(answers.values("q"), ["one"]);
    // A question that is not posted was not on the page: its answer stays.
    post(&form, &mut answers, &[]);
    assert_eq!(answers.values("q"), ["one"]);
}

#[test]
fn answers_of_several_parts_are_judged_as_a_whole() {
    let form = form_of(json!([
        { "key": "home", "label": { "zh": "住址" }, "kind": { "type": "address" } },
        { "key": "who", "label": { "zh": "谁" }, "kind": { "type": "person", "relations": ["me", "child"] } }
    ]));
    let judged = |pairs: &[(&str, &str)]| -> Vec<FieldProblem> {
        let mut answers = Answers::default();
        post(&form, &mut answers, pairs);
        problems(&form, &answers)
            .into_iter()
            .map(|error| error.problem)
            .collect()
    };
    assert_eq!(judged(&[("home:division", " "), ("home:detail", "")]), []);
    assert_eq!(
        judged(&[("home:division", "990101")]),
        [FieldProblem::Unfinished]
    );
    let person = [
        ("who:relation", "child"),
        ("who:name", "陈岚"),
        ("who:number", "11010519491231002x"),
    ];
    assert_eq!(judged(&person), []);
    let stranger = [("who:relation", "spouse"), person[1], person[2]];
    assert_eq!(judged(&stranger), [FieldProblem::UnknownOption]);
    let mistyped = [person[0], person[1], ("who:number", "110105194912310021")];
    assert_eq!(
        judged(&mistyped),
        [FieldProblem::ResidentId(ResidentIdError::CheckDigit)]
    );

    // Parts that a page did not have stay as they were.
    let mut answers = Answers::default();
    post(
        &form,
        &mut answers,
        &[("home:division", "990101"), ("home:detail", "和顺大道1号")],
    );
    post(&form, &mut answers, &[("home:detail", "和顺大道2号")]);
    assert_eq!(answers.values("home"), ["990101", "和顺大道2号"]);
}
