//! `cargo xtask bench pages`: what public pages cost, beside two servers that do less.
//!
//! Three rivals for each page: the portal as an anonymous reader gets it (from its page cache), the
//! portal rendering anew for each request, and the twin, which sends the portal's own bytes from memory
//! (the physical limit) or writes the same visible text with a hand-written maud template. One server is
//! alive at a time, on a core of its own; what asks has the other.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::http::{Connection, Cookies};
use super::portal::{Installation, Manner, Running, free_address};
use super::process::{CLIENT_CORE, SERVER_CORE, pinned, stay_on};
use super::results::{Row, median_row, publish, ratio_rows};
use super::wrk::{self, Measured};
use super::{machine, visible};
use crate::project::{Profile, Project};
use crate::{build, serve, tools};

/// Measures public pages against static bytes and hand-written templates.
#[derive(Args)]
pub struct Options {
    /// One short round, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure debug builds: quick to build, worthless as a result.
    #[arg(long)]
    debug: bool,
}

/// Rounds, in each of which every rival has one turn.
const ROUNDS: usize = 5;
/// How long one turn of one page lasts.
const TURN: Duration = Duration::from_secs(4);
const QUICK_TURN: Duration = Duration::from_secs(1);

/// Requests before a turn, so that no rival pays for its first steps.
const WARM_UP: usize = 50;

/// From the page cache, at least this part of the rate of the same bytes from memory.
const CACHED_TO_STATIC: f64 = 0.5;
/// Rendered anew, at least this part of the rate of the maud templates (0.5 is the aim).
const RENDERED_TO_MAUD: f64 = 0.25;
/// Rendered anew, at least this part of the rate of the same bytes from memory (0.1 is the aim).
const RENDERED_TO_STATIC: f64 = 0.05;

const TWIN: &str = "twin";

/// A page that is measured: its name in results and in the twin, and its address in the portal. The
/// list is the one that holds all items at once.
const PAGES: [(&str, &str); 3] = [
    ("home", "/"),
    ("list", "/items?page=all"),
    ("guide", "/items/11990100990100018P3002014001005"),
];

/// What each round found of one page, by rival.
#[derive(Default)]
struct Found {
    cached: Vec<Measured>,
    rendered: Vec<Measured>,
    fixed: Vec<Measured>,
    maud: Vec<Measured>,
}

/// Everything that the rounds need.
struct Setting {
    portal: Installation,
    twin: PathBuf,
    twin_address: SocketAddr,
}

/// Runs the command.
///
/// # Errors
/// When the rivals do not say the same, or something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    build::with_examples(project, profile, &[TWIN])?;
    tools::ensure_measuring_program("wrk")?;
    println!("Measuring on {}", machine::description());
    let portal = Installation::new(project, profile)?;
    portal.fill(&project.shared_data(), &serve::IMPORTS)?;
    let setting = Setting {
        portal,
        twin: project.example(profile, TWIN),
        twin_address: free_address()?,
    };
    stay_on(CLIENT_CORE)?;
    let sizes = setting.prove_parity()?;
    let (rounds, turn) = if options.quick {
        (1, QUICK_TURN)
    } else {
        (ROUNDS, TURN)
    };
    let mut found: [Found; PAGES.len()] = Default::default();
    for round in 1..=rounds {
        println!("Round {round} of {rounds}");
        setting.round(turn, &mut found)?;
    }
    let rows: Vec<Row> = PAGES
        .iter()
        .zip(&found)
        .zip(sizes)
        .flat_map(|(((name, _), found), size)| rows(name, found, size))
        .collect();
    publish(project, "pages", &rows, options.quick || options.debug)
}

impl Setting {
    fn start_portal(&self, no_page_cache: bool) -> Result<Running> {
        self.portal.start(Manner {
            core: Some(SERVER_CORE),
            no_page_cache,
            ..Manner::default()
        })
    }

    fn start_twin(&self) -> Result<Running> {
        let mut command = self.portal.with_settings(pinned(SERVER_CORE, &self.twin));
        command.arg(self.twin_address.to_string()).arg(self.pages());
        let log = self.portal.folder().join("twin.log");
        Running::spawn(command, self.twin_address, "/maud/home", &log)
    }

    /// The folder with the bytes that the twin sends from memory.
    fn pages(&self) -> PathBuf {
        self.portal.folder().join("pages")
    }

    /// Keeps the bytes of every page for the twin and shows that all rivals say the same; returns the
    /// number of bytes of each page.
    fn prove_parity(&self) -> Result<Vec<usize>> {
        fs::create_dir_all(self.pages())?;
        let cached = self.start_portal(false)?;
        let mut pages = Vec::new();
        for (name, address) in PAGES {
            let html = fetch(self.portal.address(), address)?;
            fs::write(self.pages().join(name).with_extension("html"), &html)?;
            pages.push((name, address, html));
        }
        cached.stop()?;
        let rendered = self.start_portal(true)?;
        for (name, address, html) in &pages {
            let again = fetch(self.portal.address(), address)?;
            ensure!(
                *html == again,
                "{name}: cached and rendered anew are not the same bytes"
            );
        }
        rendered.stop()?;
        let twin = self.start_twin()?;
        for (name, _, html) in &pages {
            let fixed = fetch(self.twin_address, &format!("/static/{name}"))?;
            ensure!(
                *html == fixed,
                "{name}: the twin sends other bytes than the portal"
            );
            let maud = fetch(self.twin_address, &format!("/maud/{name}"))?;
            visible::same(name, html, &maud)?;
        }
        twin.stop()?;
        println!("Portal and twin say the same on every page.");
        Ok(pages.iter().map(|(.., html)| html.len()).collect())
    }

    /// One turn for every rival.
    fn round(&self, turn: Duration, found: &mut [Found]) -> Result<()> {
        let portal = self.portal.address();
        let cached = self.start_portal(false)?;
        for ((_, address), found) in PAGES.iter().zip(found.iter_mut()) {
            found.cached.push(measure(&cached, portal, address, turn)?);
        }
        cached.stop()?;
        let rendered = self.start_portal(true)?;
        for ((_, address), found) in PAGES.iter().zip(found.iter_mut()) {
            found
                .rendered
                .push(measure(&rendered, portal, address, turn)?);
        }
        rendered.stop()?;
        let twin = self.start_twin()?;
        for ((name, _), found) in PAGES.iter().zip(found.iter_mut()) {
            let of = |kind| measure(&twin, self.twin_address, &format!("/{kind}/{name}"), turn);
            found.fixed.push(of("static")?);
            found.maud.push(of("maud")?);
        }
        twin.stop()
    }
}

fn measure(server: &Running, address: SocketAddr, path: &str, turn: Duration) -> Result<Measured> {
    let mut connection = Connection::new(address);
    for _ in 0..WARM_UP {
        connection.get(&mut Cookies::default(), path)?;
    }
    wrk::measure(&format!("http://{address}{path}"), turn, server.id())
}

fn fetch(address: SocketAddr, path: &str) -> Result<String> {
    let answer = Connection::new(address).get(&mut Cookies::default(), path)?;
    ensure!(answer.status == 200, "{path} answers {}", answer.status);
    String::from_utf8(answer.body).with_context(|| format!("{path} is no text"))
}

/// The rows of one page.
fn rows(name: &str, found: &Found, bytes: usize) -> Vec<Row> {
    let rates =
        |measured: &[Measured]| -> Vec<f64> { measured.iter().map(|one| one.rate).collect() };
    let [cached, rendered, fixed, maud] =
        [&found.cached, &found.rendered, &found.fixed, &found.maud].map(|measured| rates(measured));
    let mut rows = ratio_rows(
        &format!("{name}: cached / static"),
        &cached,
        &fixed,
        CACHED_TO_STATIC,
    );
    rows.extend(ratio_rows(
        &format!("{name}: rendered / maud"),
        &rendered,
        &maud,
        RENDERED_TO_MAUD,
    ));
    rows.extend(ratio_rows(
        &format!("{name}: rendered / static"),
        &rendered,
        &fixed,
        RENDERED_TO_STATIC,
    ));
    for (rival, measured) in [
        ("cached", &found.cached),
        ("rendered", &found.rendered),
        ("static", &found.fixed),
        ("maud", &found.maud),
    ] {
        let cpu: Vec<f64> = measured.iter().map(|one| one.cpu).collect();
        rows.extend(median_row(
            format!("{name}: {rival}, rate"),
            &rates(measured),
            "requests/s",
        ));
        rows.extend(median_row(
            format!("{name}: {rival}, CPU"),
            &cpu,
            "ms per 1,000 requests",
        ));
    }
    let bytes = u32::try_from(bytes).map_or(f64::INFINITY, f64::from);
    rows.push(Row::new(format!("{name}: size"), bytes, "bytes"));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ratio_of_a_page_has_its_target() {
        let of = |rate| vec![Measured { rate, cpu: 1.0 }; 3];
        let found = Found {
            cached: of(60.0),
            rendered: of(10.0),
            fixed: of(100.0),
            maud: of(50.0),
        };
        let rows = rows("home", &found, 1000);
        let targets: Vec<_> = rows
            .iter()
            .filter_map(|row| Some((row.name.as_str(), row.value, row.target?)))
            .collect();
        assert_eq!(
            targets,
            [
                ("home: cached / static", 0.6, 0.5),
                ("home: rendered / maud", 0.2, 0.25),
                ("home: rendered / static", 0.1, 0.05),
            ]
        );
    }
}
