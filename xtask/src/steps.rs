//! A run of numbered steps: each shows what it does and how long it took, a failing one says how to
//! run it alone, and the counts stand in the last line.

use std::error::Error;
use std::fmt;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::project::Project;

/// What one step found out.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Checks or tests that were good.
    pub passed: u32,
    /// Those that were not.
    pub failed: u32,
}

impl Tally {
    /// The tally of a step that is a single check.
    pub fn of(good: bool) -> Self {
        Self {
            passed: u32::from(good),
            failed: u32::from(!good),
        }
    }

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// One step of `cargo xtask test` or `cargo xtask ci`.
#[derive(Clone, Copy)]
pub struct Step {
    /// The word for `--only`.
    pub name: &'static str,
    /// What it does, for the headline.
    pub title: &'static str,
    /// Does it. An error counts as one failure.
    pub action: fn(&Project) -> Result<Tally>,
}

/// The steps that somebody asked for, in their own order; all of them when nobody asked.
///
/// # Errors
/// When a name is unknown; the error lists the known ones.
pub fn choose(all: &[Step], only: &[String]) -> Result<Vec<Step>> {
    if let Some(unknown) = only
        .iter()
        .find(|name| all.iter().all(|step| step.name != *name))
    {
        let known: Vec<_> = all.iter().map(|step| step.name).collect();
        bail!(
            "there is no step `{unknown}`; the steps are {}",
            known.join(", ")
        );
    }
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| step.name == name);
    Ok(all.iter().filter(wanted).copied().collect())
}

/// Some step failed; which one has been said.
#[derive(Debug)]
pub struct Failed(Vec<&'static str>);

impl fmt::Display for Failed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "failed: {}", self.0.join(", "))
    }
}

impl Error for Failed {}

/// Runs steps to the end, also past a failing one, and prints the counts in the last line.
///
/// # Errors
/// [`Failed`] when anything failed.
pub fn run(project: &Project, steps: &[Step]) -> Result<()> {
    let mut total = Tally::default();
    let mut failing = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!(
            "\n[{}/{}] {}: {}",
            at + 1,
            steps.len(),
            step.name,
            step.title
        );
        let start = Instant::now();
        let tally = (step.action)(project).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::of(false)
        });
        let verdict = match (tally.failed, tally.passed) {
            (0, 0) => "skipped",
            (0, _) => "passed",
            _ => "FAILED",
        };
        println!(
            "[{}/{}] {} {verdict} in {:.1} s",
            at + 1,
            steps.len(),
            step.name,
            start.elapsed().as_secs_f32()
        );
        if tally.failed > 0 {
            failing.push(step.name);
        }
        total = total.add(tally);
    }
    println!();
    for name in &failing {
        println!("To see {name} alone: cargo xtask test --only {name}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if failing.is_empty() {
        return Ok(());
    }
    Err(Failed(failing).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step = Step {
        name: "good",
        title: "",
        action: |_| {
            Ok(Tally {
                passed: 7,
                failed: 0,
            })
        },
    };
    const BAD: Step = Step {
        name: "bad",
        title: "",
        action: |_| {
            Ok(Tally {
                passed: 1,
                failed: 1,
            })
        },
    };
    const BROKEN: Step = Step {
        name: "broken",
        title: "",
        action: |_| bail!("no such tool"),
    };

    #[test]
    fn a_failure_or_an_error_fails_the_run_and_names_the_step() {
        let project = Project::here();
        assert!(run(&project, &[GOOD]).is_ok());
        let error = run(&project, &[GOOD, BAD, BROKEN]).unwrap_err();
        assert_eq!(error.to_string(), "failed: bad, broken");
    }

    #[test]
    fn steps_are_chosen_by_name_and_keep_their_order() {
        let all = [GOOD, BAD, BROKEN];
        let names = |only: &[&str]| -> Vec<_> {
            let only: Vec<_> = only.iter().map(|name| (*name).to_owned()).collect();
            choose(&all, &only)
                .unwrap()
                .iter()
                .map(|step| step.name)
                .collect()
        };
        assert_eq!(names(&[]), ["good", "bad", "broken"]);
        assert_eq!(names(&["broken", "good"]), ["good", "broken"]);
        let Err(error) = choose(&all, &["typo".to_owned()]) else {
            panic!("an unknown step was taken");
        };
        assert!(error.to_string().contains("typo"), "{error}");
    }
}
