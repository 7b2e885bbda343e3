//! `fuzz TARGET RUNS [SEED]`: throws made-up input at a parser and says what came of it.
//!
//! Input is put together from the pieces that real input is made of, or is real input with bytes changed.
//! Fails when a run panics or takes longer than [`SLOWEST_ALLOWED`].

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a program for developers, which reports and stops"
)]

mod forms;
mod random;
mod uploads;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use random::Random;

/// Longer than this a single input may not take.
const SLOWEST_ALLOWED: Duration = Duration::from_millis(100);

/// What one run was given, and whether it was taken as valid.
struct Run {
    input: String,
    is_taken: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, otherwise: u64| {
        let given = arguments.get(place).map(|text| text.parse());
        given.transpose().ok().flatten().unwrap_or(otherwise)
    };
    let (runs, random) = (number(1, 1_000_000), Random::new(number(2, 20_261_121)));
    let target = arguments.first().map_or("", String::as_str);
    match target {
        "expression" => watch(target, runs, forms::expressions(random)),
        "definition" => watch(target, runs, forms::definitions(random)),
        "upload" => watch(target, runs, uploads::uploads(random)),
        _ => {
            println!("fuzz expression|definition|upload RUNS [SEED]");
            ExitCode::FAILURE
        }
    }
}

/// Runs and times; the input is shown where it does what it must not.
fn watch(target: &str, runs: u64, mut run: impl FnMut() -> Run) -> ExitCode {
    let (mut taken, mut slowest, mut failures) = (0_u64, Duration::ZERO, 0_u32);
    for _ in 0..runs {
        let began = Instant::now();
        match catch_unwind(AssertUnwindSafe(&mut run)) {
            Ok(Run { input, is_taken }) => {
                taken += u64::from(is_taken);
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
