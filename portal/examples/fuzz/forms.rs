//! Definitions of services and the expressions in them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::forms::{Answers, Expression, Materials, apply_posted};

use crate::Run;
use crate::random::Random;

/// Pieces that expressions and definitions are made of.
const PIECES: [&[u8]; 50] = [
    b"a",
    b"b",
    b"rows",
    b"row",
    b"outer",
    b"sources",
    b"today()",
    b"age(",
    b"days_between(",
    b"sum(",
    b"size(",
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b".",
    b",",
    b":",
    b"?",
    b"==",
    b"!=",
    b"<",
    b">=",
    b"&&",
    b"||",
    b"!",
    b"-",
    b"+",
    b"*",
    b"/",
    b"%",
    b" in ",
    b"'x'",
    b"\"",
    b"0",
    b"9223372036854775807",
    b"1.5e308",
    b"null",
    b"true",
    b".all(r, ",
    b".map(r, r.m)",
    b"matches('(a+)+$')",
    b"9",
    b"255",
    b"65535",
    b"-1",
    b"99999999999",
    b"\xE4\xB8",
];

/// A definition of every kind of part, small enough to be changed a million times.
const DEFINITION: &str = include_str!("definition.json");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day of the calendar")
}

/// Expressions in a form that has a value for every name.
pub fn expressions(mut random: Random) -> impl FnMut() -> Run {
    let definition: ServiceDefinition =
        serde_json::from_str(DEFINITION).expect("the definition is right");
    let mut answers = Answers::default();
    for (key, value) in [("a", "7"), ("b", "x"), ("born", "1990-05-01")] {
        answers.set_typed(key, vec![value.to_owned()]);
    }
    for _ in 0..50 {
        let row = answers.add_row("rows");
        answers.set_typed(&format!("rows.{row}.m"), vec![row]);
    }
    move || {
        let pieces = 1 + random.below(40);
        let source: Vec<u8> = (0..pieces)
            .flat_map(|_| random.one_of(&PIECES))
            .copied()
            .collect();
        let source = String::from_utf8_lossy(&source).into_owned();
        let expression = Expression::new(source.as_str());
        let is_taken = expression.problem().is_none();
        if is_taken {
            let reading = definition.form.read(&answers, today());
            // Whatever comes of it, it must come back.
            let _ = reading.holds(&expression);
        }
        Run {
            input: source,
            is_taken,
        }
    }
}

/// Definitions with changed bytes; those that are still read are checked and filled in.
pub fn definitions(mut random: Random) -> impl FnMut() -> Run {
    let item: ServiceItem = serde_json::from_value(serde_json::json!({
        "code": "A-1", "name": { "zh": "一" }, "item_type": "confirmation",
        "department": "D", "region": "990100", "state": "in_use"
    }))
    .expect("the item is right");
    move || {
        let mut bytes = DEFINITION.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            random.change(&mut bytes, &PIECES);
        }
        let input = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(definition) = serde_json::from_str::<ServiceDefinition>(&input) else {
            return Run {
                input,
                is_taken: false,
            };
        };
        let problems = definition.check(&item, today());
        let mut answers = Answers::default();
        definition.form.open_rows(&mut answers);
        let posted: BTreeMap<_, _> = definition
            .form
            .fields()
            .map(|field| (field.key.clone(), vec!["7".to_owned()]))
            .collect();
        for step in &definition.form.steps {
            apply_posted(&definition.form, step, &mut answers, &posted, today());
        }
        let reading = definition.form.read(&answers, today());
        let _ = reading.all_problems(&Materials::default());
        Run {
            input,
            is_taken: problems.is_empty(),
        }
    }
}
