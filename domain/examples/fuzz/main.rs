//! `fuzz TARGET RUNS [SEED]`: throws made-up input at a parser and says what came of it.
//!
//! Half of the input is put together from the pieces that real input is made of, half is real input with
//! bytes changed. Fails when a run panics or takes longer than [`SLOWEST_ALLOWED`].

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a program for developers, which reports and stops"
)]

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::forms::{Answers, Expression, Materials, apply_posted};

/// Longer than this a single input may not take.
const SLOWEST_ALLOWED: Duration = Duration::from_millis(100);

/// Pieces that expressions are made of.
const PIECES: [&str; 44] = [
    "a",
    "b",
    "rows",
    "row",
    "outer",
    "sources",
    "today()",
    "age(",
    "days_between(",
    "sum(",
    "size(",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ".",
    ",",
    ":",
    "?",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    " in ",
    "'x'",
    "\"",
    "0",
    "9223372036854775807",
    "1.5e308",
    "null",
    "true",
    ".all(r, ",
    ".map(r, r.m)",
    "matches('(a+)+$')",
];

/// A definition of every kind of part, small enough to be changed a million times.
const DEFINITION: &str = include_str!("definition.json");

struct Random(u64);

impl Random {
    /// The next number below `end` (xorshift64*).
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(mixed).map_or(0, |mixed| mixed % end.max(1))
    }

    fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, otherwise: u64| {
        let given = arguments.get(place).map(|text| text.parse());
        given.transpose().ok().flatten().unwrap_or(otherwise)
    };
    let target = arguments.first().map_or("", String::as_str);
    let (runs, seed) = (number(1, 1_000_000), number(2, 20_261_121));
    let mut random = Random(seed.max(1));
    let run: Box<dyn FnMut() -> (String, bool)> = match target {
        "expression" => expressions(&mut random),
        "definition" => definitions(&mut random),
        _ => {
            println!("fuzz expression|definition RUNS [SEED]");
            return ExitCode::FAILURE;
        }
    };
    watch(target, runs, run)
}

/// Runs and times; the input is shown where it does what it must not.
fn watch(target: &str, runs: u64, mut run: impl FnMut() -> (String, bool)) -> ExitCode {
    let (mut taken, mut slowest, mut failures) = (0_u64, Duration::ZERO, 0_u32);
    for _ in 0..runs {
        let began = Instant::now();
        match catch_unwind(AssertUnwindSafe(&mut run)) {
            Ok((input, was_taken)) => {
                taken += u64::from(was_taken);
                let took = began.elapsed();
                if took > SLOWEST_ALLOWED {
                    failures += 1;
                    println!("{took:?}: {input}");
                }
                slowest = slowest.max(took);
            }
            Err(_) => failures += 1,
        }
    }
    println!(
        "{target}: {runs} runs, {taken} taken as valid, slowest {slowest:?}, {failures} failures"
    );
    if failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day of the calendar")
}

/// Expressions in a form that has a value for every name.
fn expressions(random: &mut Random) -> Box<dyn FnMut() -> (String, bool)> {
    let definition: ServiceDefinition =
        serde_json::from_str(DEFINITION).expect("the definition is right");
    let mut random = Random(random.0);
    let mut answers = Answers::default();
    for (key, value) in [("a", "7"), ("b", "x"), ("born", "1990-05-01")] {
        answers.set_typed(key, vec![value.to_owned()]);
    }
    for _ in 0..50 {
        let row = answers.add_row("rows");
        answers.set_typed(&format!("rows.{row}.m"), vec![row]);
    }
    Box::new(move || {
        let pieces = 1 + random.below(40);
        let source: String = (0..pieces).map(|_| random.one_of(&PIECES)).collect();
        let expression = Expression::new(source.as_str());
        let fits = expression.problem().is_none();
        if fits {
            let reading = definition.form.read(&answers, today());
            // Whatever comes of it, it must come back.
            let _ = reading.holds(&expression);
        }
        (source, fits)
    })
}

/// Definitions with changed bytes; those that are still read are checked and filled in.
fn definitions(random: &mut Random) -> Box<dyn FnMut() -> (String, bool)> {
    let mut random = Random(random.0);
    let item: ServiceItem = serde_json::from_value(serde_json::json!({
        "code": "A-1", "name": { "zh": "一" }, "item_type": "confirmation",
        "department": "D", "region": "990100", "state": "in_use"
    }))
    .expect("the item is right");
    Box::new(move || {
        let mut bytes = DEFINITION.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            change(&mut bytes, &mut random);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(definition) = serde_json::from_str::<ServiceDefinition>(&text) else {
            return (text, false);
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
        (text, problems.is_empty())
    })
}

/// One change: a byte, a run of bytes twice or gone, or a word of the language of definitions.
fn change(bytes: &mut Vec<u8>, random: &mut Random) {
    let place = random.below(bytes.len());
    let end = (place + 1 + random.below(12)).min(bytes.len());
    match random.below(5) {
        0 => {
            if let (Some(byte), Ok(new)) = (bytes.get_mut(place), u8::try_from(random.below(128))) {
                *byte = new;
            }
        }
        1 => drop(bytes.drain(place..end)),
        2 => {
            let twice: Vec<u8> = bytes.get(place..end).unwrap_or_default().to_vec();
            bytes.splice(place..place, twice);
        }
        3 => {
            let digit = random.one_of(&["0", "9", "255", "65535", "-1", "99999999999"]);
            bytes.splice(place..place, digit.bytes());
        }
        _ => {
            let piece = random.one_of(&PIECES);
            bytes.splice(place..end, piece.bytes());
        }
    }
}
