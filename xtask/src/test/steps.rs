//! The single steps.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::counts;
use crate::checks::{arrows, budgets, contrast, criteria, report, rules};
use crate::postgres::Postgres;
use crate::project::{Profile, Project};
use crate::shell::{self, Stream};
use crate::site::{self, wasm};
use crate::steps::{Step, Tally};
use crate::{build, tools};

/// Formatting.
pub const FORMAT: Step = Step {
    name: "fmt",
    title: "is everything formatted (cargo fmt --all)",
    action: |project| {
        let mut cargo = project.cargo("fmt");
        verdict(shell::run(cargo.args(["--all", "--check"])))
    },
};

/// Which crate knows which.
pub const ARROWS: Step = Step {
    name: "arrows",
    title: "does every crate know only what it may",
    action: |project| Ok(Tally::of(report(&arrows::findings(project)?))),
};

/// What no compiler knows.
pub const RULES: Step = Step {
    name: "rules",
    title: "house rules in the sources",
    action: |project| Ok(Tally::of(report(&rules::findings(project)?))),
};

/// Colours that can be told apart.
pub const CONTRAST: Step = Step {
    name: "contrast",
    title: "can everybody read the colours of every mode",
    action: |project| Ok(Tally::of(report(&contrast::findings(project)?))),
};

/// What shows each criterion of WCAG.
pub const CRITERIA: Step = Step {
    name: "criteria",
    title: "does docs/accessibility.md name what is there",
    action: |project| Ok(Tally::of(report(&criteria::findings(project)?))),
};

/// Licences and sources of crates, where cargo-deny is installed.
pub const LICENCES: Step = Step {
    name: "licences",
    title: "licences and origins of all crates (cargo deny)",
    action: |project| {
        if shell::capture(project.cargo("deny").arg("--version")).is_err() {
            println!("Skipped: cargo-deny is not installed (`cargo install cargo-deny --locked`).");
            return Ok(Tally::default());
        }
        let mut cargo = project.cargo("deny");
        cargo.args([
            "--offline",
            "--locked",
            "check",
            "bans",
            "licenses",
            "sources",
        ]);
        verdict(shell::run(&mut cargo))
    },
};

/// Lints of everything that runs on the server, tests included.
pub const CLIPPY: Step = Step {
    name: "clippy",
    title: "lints of the server's half",
    action: |project| {
        prepare_site_folder(project)?;
        let mut cargo = project.cargo("clippy");
        verdict(shell::run(cargo.args([
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])))
    },
};

/// Lints of everything that runs in the browser. It shares profile and folder with the real build, so
/// that macros are compiled once.
pub const CLIPPY_WASM: Step = Step {
    name: "clippy-wasm",
    title: "lints of the browser's half",
    action: |project| {
        tools::ensure_wasm_target()?;
        let mut cargo = project.cargo("clippy");
        cargo
            .args([
                "--package",
                "frontend",
                "--package",
                "app",
                "--package",
                "domain",
            ])
            .args(["--no-default-features", "--features", "app/hydrate"])
            .args(["--target", wasm::TARGET, "--profile", wasm::CARGO_PROFILE])
            .args(["--target-dir", wasm::target_dir(Profile::Debug)])
            .args(["--", "-D", "warnings"]);
        verdict(shell::run(&mut cargo))
    },
};

/// Unit tests, use cases on both databases, HTTP.
pub const TESTS: Step = Step {
    name: "tests",
    title: "unit, portal (SQLite and PostgreSQL) and HTTP tests",
    action: |project| {
        tools::ensure_nextest(project)?;
        tools::ensure_document_fonts()?;
        prepare_site_folder(project)?;
        let postgres = Postgres::start()?;
        let mut cargo = project.cargo("nextest");
        cargo
            .args(["run", "--no-fail-fast"])
            .env("TEST_POSTGRES_URL", postgres.url());
        let (success, said) = shell::tee(&mut cargo, Stream::Error)?;
        counted(success, counts::nextest(&said)).context("the tests did not come to a summary")
    },
};

/// What browsers load, and the binary that serves it.
pub const SITE: Step = Step {
    name: "site",
    title: "WebAssembly, CSS and the binary",
    action: |project| verdict(build::all(project, Profile::Debug)),
};

/// How heavy a first visit is.
pub const BUDGETS: Step = Step {
    name: "budgets",
    title: "how much a first visit loads",
    action: |project| {
        site::build(project, Profile::Debug)?;
        Ok(Tally::of(report(&budgets::findings(&project.site())?)))
    },
};

/// The checks of the journeys' runner, each shown a page that it must refuse.
pub const RUNNER: Step = Step {
    name: "runner",
    title: "can the browser checks fail",
    action: |project| {
        let mut node = tools::browser_checks(project, "--test")?;
        node.arg("--test-reporter=spec")
            .args(node_tests(&project.path("end2end/support"))?);
        let (success, said) = shell::tee(&mut node, Stream::Output)?;
        counted(success, counts::node(&said))
            .context("the runner's tests did not come to a summary")
    },
};

/// People's ways through the portal, in a real browser against the real binary.
pub const JOURNEYS: Step = Step {
    name: "journeys",
    title: "browser journeys with and without JavaScript",
    action: |project| {
        build::all(project, Profile::Debug)?;
        let mut node = tools::browser_checks(project, "end2end/run.mjs")?;
        let (success, said) = shell::tee(&mut node, Stream::Output)?;
        counted(success, counts::after(&said, "journeys: "))
            .context("the journeys did not come to a summary")
    },
};

/// axe on every page, so that each mode, language and width meets each page and each other.
pub const AXE: Step = Step {
    name: "axe",
    title: "accessibility of all pairs of page, mode, language and width (axe)",
    action: |project| walk(project, "axe"),
};

/// Everything else that every page must be.
pub const PAGES: Step = Step {
    name: "pages",
    title: "reflow, spacing, focus, targets, languages, HTML and weight of every page",
    action: |project| walk(project, "layout"),
};

fn walk(project: &Project, kind: &str) -> Result<Tally> {
    build::all(project, Profile::Debug)?;
    let mut node = tools::browser_checks(project, "end2end/walk.mjs")?;
    let (success, said) = shell::tee(node.arg(kind), Stream::Output)?;
    counted(success, counts::after(&said, "walk: ")).context("the walk did not come to a summary")
}

/// The tests of the browser checks themselves.
fn node_tests(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut tests: Vec<_> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    ensure!(
        !tests.is_empty(),
        "there is no test in {}",
        folder.display()
    );
    Ok(tests)
}

/// The server embeds this folder, so it must exist before anything is built.
fn prepare_site_folder(project: &Project) -> Result<()> {
    let site = project.site();
    fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))
}

/// One check: its failure has been shown by the program that ran.
fn verdict(outcome: Result<()>) -> Result<Tally> {
    outcome.map(|()| Tally::of(true))
}

/// Counts that a program printed. One that says all is well and ends badly is not believed.
fn counted(success: bool, tally: Option<Tally>) -> Option<Tally> {
    let tally = tally?;
    if !success && tally.failed == 0 {
        return Some(Tally { failed: 1, ..tally });
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_the_browser_checks_are_found() {
        let folder = Project::here().path("end2end/support");
        let tests = node_tests(&folder).unwrap();
        assert!(
            tests.contains(&folder.join("selftest.test.mjs")),
            "{tests:?}"
        );
        assert!(tests.len() > 1, "{tests:?}");
        assert!(node_tests(tempfile::tempdir().unwrap().path()).is_err());
    }

    #[test]
    fn a_program_that_ends_badly_is_a_failure_whatever_it_printed() {
        let good = Tally {
            passed: 3,
            failed: 0,
        };
        assert_eq!(counted(true, Some(good)), Some(good));
        assert_eq!(
            counted(false, Some(good)),
            Some(Tally {
                passed: 3,
                failed: 1
            })
        );
        assert_eq!(counted(true, None), None);
    }
}
