//! `cargo xtask bench lighthouse`: what Lighthouse thinks of a phone's first visit to the pages that most
//! people see.
//!
//! Lighthouse needs a newer Node.js than the rest of the house; both are npm packages of
//! `end2end/lighthouse`, which are installed when somebody asks for this bench.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde::Deserialize;

use super::citizen::Citizen;
use super::http::Connection;
use super::portal::{Installation, Manner};
use super::results::{Row, median_row, publish};
use crate::project::{Profile, Project};
use crate::{build, serve, shell, tools};

/// Measures pages with Lighthouse, as on a phone.
#[derive(Args)]
pub struct Options {
    /// One round, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure a debug build: quick to build, and slower than what people get.
    #[arg(long)]
    debug: bool,
}

/// Rounds, of which the median counts.
const ROUNDS: usize = 5;

/// Where Lighthouse and its Node.js are installed.
const FOLDER: &str = "end2end/lighthouse";

/// Of 100, on a phone of the middle class and a slow network.
const PERFORMANCE_MIN: f64 = 95.0;
/// Of 100.
const OTHERS_MIN: f64 = 100.0;
/// How far things may jump while the page loads; more than this is not "good" (Core Web Vitals).
const LAYOUT_SHIFT_MAX: f64 = 0.1;

/// A page that is measured.
struct Place {
    name: &'static str,
    path: String,
    /// Cookies of a person who is signed in. Such pages ask search engines to leave them out, so nothing
    /// is said about how well those find them.
    cookies: Option<String>,
}

/// What one round finds of one page; scores of 100.
#[derive(Deserialize)]
struct Scores {
    performance: f64,
    accessibility: f64,
    best_practices: f64,
    seo: f64,
    layout_shift: f64,
    /// The address in the end.
    shown: String,
    /// Audits that are not perfect.
    lost: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// When Lighthouse cannot be installed or does not come to an end.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    let chromium = tools::ensure_chromium()?;
    tools::ensure_npm_packages_in(project, FOLDER)?;
    build::all(project, profile)?;
    let portal = Installation::new(project, profile)?;
    portal.fill(&project.shared_data(), &serve::IMPORTS)?;
    let running = portal.start(Manner::default())?;
    let places = places(&portal)?;
    let rounds = if options.quick { 1 } else { ROUNDS };
    let mut found: Vec<Vec<Scores>> = places.iter().map(|_| Vec::new()).collect();
    for round in 1..=rounds {
        println!("Round {round} of {rounds}");
        for (place, scores) in places.iter().zip(&mut found) {
            scores.push(measure(project, &portal, &chromium, place)?);
        }
    }
    running.stop()?;
    let rows: Vec<Row> = places
        .iter()
        .zip(&found)
        .flat_map(|(place, scores)| rows(place, scores))
        .collect();
    publish(project, "lighthouse", &rows, options.quick || options.debug)
}

fn places(portal: &Installation) -> Result<[Place; 4]> {
    let public = |name, path: &str| Place {
        name,
        path: path.to_owned(),
        cookies: None,
    };
    let mut connection = Connection::new(portal.address());
    let mut citizen = Citizen::register(&mut connection, 1)?;
    let case = citizen.fill_in(&mut connection)?;
    Ok([
        public("home", "/"),
        public("list", "/items"),
        public("guide", "/items/11990100990100018P3002014001005"),
        Place {
            name: "form step",
            path: format!("/cases/{case}/steps/person"),
            cookies: Some(citizen.cookies().header()),
        },
    ])
}

/// One visit.
fn measure(
    project: &Project,
    portal: &Installation,
    chromium: &PathBuf,
    place: &Place,
) -> Result<Scores> {
    let mut node = project.command(project.path(FOLDER).join("node_modules/node/bin/node"));
    node.current_dir(project.path(FOLDER))
        .arg("measure.mjs")
        .arg(chromium)
        .arg(format!("http://{}{}", portal.address(), place.path))
        .args(&place.cookies);
    let said = shell::capture(&mut node)?;
    let scores: Scores = said
        .lines()
        .last()
        .and_then(|line| serde_json::from_str(line).ok())
        .with_context(|| format!("Lighthouse said something else than scores: {said}"))?;
    ensure!(
        scores.shown.ends_with(&place.path),
        "{} leads to {}",
        place.path,
        scores.shown
    );
    println!(
        "  {}: {:.0} {:.0} {:.0} {:.0}, not perfect: {}",
        place.name,
        scores.performance,
        scores.accessibility,
        scores.best_practices,
        scores.seo,
        scores.lost.join(", ")
    );
    Ok(scores)
}

/// The medians of a page.
fn rows(place: &Place, rounds: &[Scores]) -> Vec<Row> {
    let median = |what: &str, unit, value: fn(&Scores) -> f64| {
        let values: Vec<f64> = rounds.iter().map(value).collect();
        median_row(format!("{}: {what}", place.name), &values, unit)
    };
    let score = |what, value| median(what, "of 100", value);
    let seo = if place.cookies.is_some() {
        None
    } else {
        score("SEO (public page)", |scores| scores.seo)
    };
    [
        score("performance", |scores| scores.performance).map(|row| row.at_least(PERFORMANCE_MIN)),
        score("accessibility", |scores| scores.accessibility).map(|row| row.at_least(OTHERS_MIN)),
        score("best practices", |scores| scores.best_practices).map(|row| row.at_least(OTHERS_MIN)),
        seo.map(|row| row.at_least(OTHERS_MIN)),
        median("cumulative layout shift (at most)", "", |scores| {
            scores.layout_shift
        })
        .map(|row| row.at_most(LAYOUT_SHIFT_MAX)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(performance: f64) -> Scores {
        Scores {
            performance,
            accessibility: 100.0,
            best_practices: 100.0,
            seo: 60.0,
            layout_shift: 0.2,
            shown: String::new(),
            lost: Vec::new(),
        }
    }

    fn place(cookies: Option<String>) -> Place {
        Place {
            name: "home",
            path: "/".to_owned(),
            cookies,
        }
    }

    #[test]
    fn the_median_counts_and_the_targets_decide() {
        let rounds = [94.0, 99.0, 96.0].map(scores);
        let rows = rows(&place(None), &rounds);
        let met: Vec<_> = rows
            .iter()
            .map(|row| (row.name.as_str(), row.value, row.met()))
            .collect();
        assert_eq!(
            met,
            [
                ("home: performance", 96.0, Some(true)),
                ("home: accessibility", 100.0, Some(true)),
                ("home: best practices", 100.0, Some(true)),
                ("home: SEO (public page)", 60.0, Some(false)),
                ("home: cumulative layout shift (at most)", 0.2, Some(false)),
            ]
        );
    }

    #[test]
    fn nothing_is_said_about_search_engines_and_personal_pages() {
        let rows = rows(&place(Some("a=b".to_owned())), &[scores(100.0)]);
        assert!(rows.iter().all(|row| !row.name.contains("SEO")), "{rows:?}");
    }
}
