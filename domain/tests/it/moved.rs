//! Moving drafts between versions of a form.

use std::collections::BTreeSet;

use chrono::DateTime;
use domain::Text;
use domain::forms::{
    Answer, AnswerSource, Answers, ChangeKind, ChoiceOption, FieldKind, FormDefinition, Register,
    cell, moved,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::json;

const KEYS: [&str; 5] = ["a", "b", "c", "d", "e"];
const OPTIONS: [&str; 4] = ["x", "y", "yes", "no"];
const VALUES: [&str; 8] = ["x", "y", "yes", "no", "7", "2020-01-31", "110101", "words"];

fn form(fields: serde_json::Value) -> FormDefinition {
    let step = json!({"key": "s", "title": {"zh": "步"}, "sections": [{"fields": fields}]});
    serde_json::from_value(json!({"steps": [step]})).unwrap()
}

fn field(key: &str, kind: &serde_json::Value) -> serde_json::Value {
    json!({"key": key, "label": {"zh": key}, "kind": kind})
}

fn options(values: &[&str]) -> Vec<serde_json::Value> {
    values
        .iter()
        .map(|value| json!({"value": value, "label": {"zh": value}}))
        .collect()
}

fn simple() -> impl Strategy<Value = serde_json::Value> {
    let chosen = || subsequence(OPTIONS.to_vec(), 1..=4);
    prop_oneof![
        select(vec![
            "text",
            "long_text",
            "number",
            "resident_id",
            "phone",
            "yes_no",
            "date",
            "division"
        ])
        .prop_map(|kind| json!({"type": kind})),
        chosen().prop_map(|values| json!({"type": "choice", "options": options(&values)})),
        chosen().prop_map(|values| json!({"type": "choices", "options": options(&values)})),
        select(vec!["甲", "乙"])
            .prop_map(|text| json!({"type": "declaration", "text": {"zh": text}})),
    ]
}

fn kind() -> impl Strategy<Value = serde_json::Value> {
    let columns = vec(simple(), 1..3).prop_map(|kinds| {
        let fields: Vec<_> = kinds
            .iter()
            .zip(KEYS)
            .map(|(kind, key)| field(key, kind))
            .collect();
        json!({"type": "group", "fields": fields, "row": {"zh": "行"}})
    });
    prop_oneof![4 => simple(), 1 => columns]
}

fn any_form() -> impl Strategy<Value = FormDefinition> {
    (subsequence(KEYS.to_vec(), 0..=5), vec(kind(), 5)).prop_map(|(keys, kinds)| {
        let fields: Vec<_> = keys
            .iter()
            .zip(&kinds)
            .map(|(key, kind)| field(key, kind))
            .collect();
        form(json!(fields))
    })
}

/// Answers of one value to every question, and to every question of two rows.
fn answers(form: &FormDefinition, values: &[&str]) -> Answers {
    let mut answers = Answers::default();
    let mut values = values.iter().cycle();
    for field in form.fields() {
        let columns = field.kind.row_fields();
        if columns.is_empty() {
            let value = (*values.next().unwrap()).to_owned();
            answers.set_typed(&field.key, vec![value]);
            continue;
        }
        for _ in 0..2 {
            let row = answers.add_row(&field.key);
            for column in columns {
                let value = (*values.next().unwrap()).to_owned();
                answers.set_typed(&cell(&field.key, &row, &column.key), vec![value]);
            }
        }
    }
    answers
}

/// Whether a value of a question is certainly one of this kind as well.
fn certainly_fits(before: &FieldKind, after: &FieldKind, value: &str) -> bool {
    let offers = |kind: &FieldKind| {
        kind.options()
            .iter()
            .any(|option: &ChoiceOption| option.value == value)
    };
    match after {
        FieldKind::Choice { .. } | FieldKind::Choices { .. } => {
            offers(after) && !matches!(before, FieldKind::Declaration { .. })
        }
        _ => before == after,
    }
}

proptest! {
    #[test]
    fn no_answer_that_still_fits_is_lost(
        old in any_form(),
        new in any_form(),
        values in vec(select(VALUES.to_vec()), 8),
    ) {
        let given = answers(&old, &values);
        let result = moved(&old, &new, &given);
        for (key, answer) in given.iter() {
            let (Some(before), Some(after)) = (old.field(key), new.field(key)) else { continue };
            let rows = !before.kind.row_fields().is_empty();
            let fits = if rows {
                !after.kind.row_fields().is_empty()
            } else {
                answer.values.iter().all(|value| certainly_fits(&before.kind, &after.kind, value))
            };
            if fits {
                prop_assert_eq!(result.answers.get(key), Some(answer), "{}", key);
            }
        }
        // Nothing appears that nobody has answered, and nothing vanishes without a word.
        for (key, answer) in result.answers.iter() {
            prop_assert!(new.field(key).is_some(), "{}", key);
            prop_assert!(answer.values.iter().all(|value| given.values(key).contains(value)));
        }
        let kept = given.iter().filter(|(key, answer)| result.answers.get(key) == Some(*answer)).count();
        let groups = given.iter().filter(|(key, _)| old.field(key).is_some_and(|field| !field.kind.row_fields().is_empty()));
        prop_assert!(kept + result.lost.len() + groups.count() >= given.iter().count());
    }

    #[test]
    fn the_same_form_changes_nothing(form in any_form(), values in vec(select(VALUES.to_vec()), 8)) {
        let given = answers(&form, &values);
        let choices_hold: BTreeSet<_> = given
            .iter()
            .filter(|(key, answer)| {
                let options = form.field(key).map(|field| field.kind.options()).unwrap_or_default();
                options.is_empty() || options.iter().any(|option| answer.values.contains(&option.value))
            })
            .map(|(key, _)| key.to_owned())
            .collect();
        let result = moved(&form, &form, &given);
        prop_assert_eq!(&result.changes, &Vec::new());
        for key in choices_hold {
            prop_assert_eq!(result.answers.get(&key), given.get(&key));
        }
    }

    #[test]
    fn there_and_back_keeps_what_both_can_hold(old in any_form(), values in vec(select(VALUES.to_vec()), 8)) {
        let given = answers(&old, &values);
        let once = moved(&old, &old, &given).answers;
        prop_assert_eq!(moved(&old, &old, &once).answers, once);
    }
}

#[test]
fn changes_are_listed_in_the_order_of_the_new_form() {
    let text = json!({"type": "text"});
    let old = form(json!([
        field("same", &text),
        field("gone", &text),
        field("other", &text),
        field(
            "picked",
            &json!({"type": "choice", "options": options(&["x", "y"])})
        ),
        field(
            "sworn",
            &json!({"type": "declaration", "text": {"zh": "甲"}})
        ),
    ]));
    let new = form(json!([
        field("fresh", &text),
        field(
            "sworn",
            &json!({"type": "declaration", "text": {"zh": "乙"}})
        ),
        field(
            "picked",
            &json!({"type": "choice", "options": options(&["x", "z"])})
        ),
        field("other", &json!({"type": "date"})),
        field("same", &text),
    ]));
    let mut given = Answers::default();
    for (key, value) in [
        ("same", "1"),
        ("gone", "2"),
        ("other", "3"),
        ("picked", "y"),
        ("sworn", "yes"),
    ] {
        given.set_typed(key, vec![value.to_owned()]);
    }
    let result = moved(&old, &new, &given);
    let changes: Vec<_> = result
        .changes
        .iter()
        .map(|change| (change.key.as_str(), change.kind))
        .collect();
    assert_eq!(
        changes,
        [
            ("fresh", ChangeKind::New),
            ("sworn", ChangeKind::Wording),
            ("picked", ChangeKind::Options),
            ("other", ChangeKind::Kind),
            ("gone", ChangeKind::Gone),
        ]
    );
    assert_eq!(result.answers.keys().collect::<Vec<_>>(), ["same"]);
    let lost: Vec<_> = result
        .lost
        .iter()
        .map(|lost| lost.value.zh.as_str())
        .collect();
    assert_eq!(lost, ["2", "3", "y", "yes"]);
}

#[test]
fn what_a_register_said_stays_with_its_source() {
    let with = |register: &str| {
        let mut name = field("name", &json!({"type": "text"}));
        name["prefill"] = json!({"register": register});
        form(json!([name]))
    };
    let source = AnswerSource::Register {
        register: Register::Population,
        read_at: DateTime::UNIX_EPOCH,
    };
    let mut given = Answers::default();
    given.insert("name", Answer::new(vec!["李".to_owned()], source));
    let (name, phone) = (with("name"), with("phone"));
    assert_eq!(moved(&name, &name, &given).answers, given);
    let elsewhere = moved(&name, &phone, &given);
    assert!(
        elsewhere.answers.is_empty(),
        "it is asked of the register anew"
    );
    assert!(elsewhere.lost.is_empty(), "nobody had typed it");
}

#[test]
fn a_promise_holds_only_for_its_own_words() {
    let with = |promise: &str, months: serde_json::Value| -> FormDefinition {
        let slot = json!({
            "key": "proof", "name": {"zh": "证明"}, "deferrable": months,
            "commitment": {"notice": {"zh": "知"}, "promise": {"zh": promise}},
        });
        let step = json!({"key": "s", "title": {"zh": "步"}, "materials": [slot]});
        serde_json::from_value(json!({"steps": [step]})).unwrap()
    };
    let later = json!({"number": 5, "unit": "working_days"});
    let old = with("甲", later.clone());
    for (way, new, fits) in [
        ("promise", with("甲", json!(null)), true),
        ("promise", with("乙", json!(null)), false),
        ("later", with("乙", later), true),
        ("later", with("甲", json!(null)), false),
        ("files", with("乙", json!(null)), true),
    ] {
        let mut given = Answers::default();
        given.set_typed("proof", vec![way.to_owned()]);
        let result = moved(&old, &new, &given);
        assert_eq!(!result.answers.is_empty(), fits, "{way}");
    }
    let gone = moved(&old, &FormDefinition::default(), &Answers::default());
    assert_eq!(gone.changes[0].kind, ChangeKind::GoneMaterial);
    assert_eq!(gone.changes[0].label, Text::zh("证明"));
}
