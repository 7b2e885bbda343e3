//! `cargo xtask bench submit`: durable submissions beside the raw commits of the same disk.
//!
//! Citizens are registered and fill in their drafts by HTTP; only the submissions are timed. The raw
//! rate is that of a loop that commits one small row at a time with the same durability. What a commit
//! costs differs between disks by a factor of thirty, and the ratio means little where it costs next to
//! nothing, so everything is measured a second time on a disk that is made slower: a plain one.

use std::path::Path;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;

use super::citizen::Citizen;
use super::http::{Connection, Cookies};
use super::machine;
use super::portal::{Installation, Manner, Running};
use super::process::{CLIENT_CORE, SERVER_CORE, cpu_milliseconds, stay_on};
use super::results::{Row, median_row, publish, ratio_rows};
use crate::project::{Profile, Project};
use crate::{build, serve, shell, tools};

/// Measures durable submissions against raw commits.
#[derive(Args)]
pub struct Options {
    /// One short round, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Measure debug builds: quick to build, worthless as a result.
    #[arg(long)]
    debug: bool,
}

/// Rounds, in each of which the raw loop, one client and the crowd have one turn.
const ROUNDS: usize = 5;

/// Submissions of the single client in a round.
const ALONE: usize = 100;

/// Clients of the crowd.
const CROWD: usize = 32;

/// Submissions of each client of the crowd in a round.
const EACH: usize = 20;
const QUICK_EACH: usize = 4;

/// How long the raw loop runs in a round, in seconds.
const RAW_SECONDS: &str = "2";

/// What a durable commit costs more on the slower disk: a plain disk takes about that long.
const PLAIN_DISK: Duration = Duration::from_millis(3);

/// One client reaches at least this part of the raw rate.
const ALONE_TO_RAW: f64 = 0.6;
/// The crowd, whose submissions share commits, reaches at least this multiple of it.
const CROWD_TO_RAW: f64 = 4.0;

const RAW: &str = "raw_commit";

/// A draft that waits for its submission.
struct Draft<'a> {
    citizen: &'a mut Citizen,
    case: String,
}

/// One turn of submissions.
#[derive(Clone, Copy)]
struct Turn {
    /// Submissions a second.
    rate: f64,
    /// Milliseconds of processor time of the server for a thousand of them.
    cpu: f64,
}

/// What the rounds on one disk found.
#[derive(Default)]
struct Found {
    raw: Vec<f64>,
    alone: Vec<Turn>,
    crowd: Vec<Turn>,
}

/// Runs the command.
///
/// # Errors
/// When something could not be measured.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    build::with_examples(project, profile, &[RAW])?;
    tools::ensure_measuring_program("strace")?;
    println!("Measuring on {}", machine::description());
    let portal = Installation::new(project, profile)?;
    // Without the catalogue of a whole city: nothing of it is read here.
    let calendar: Vec<_> = serve::IMPORTS
        .into_iter()
        .filter(|(what, _)| *what == "holidays")
        .collect();
    portal.fill(&project.shared_data(), &calendar)?;
    stay_on(CLIENT_CORE)?;
    let (rounds, each) = if options.quick {
        (1, QUICK_EACH)
    } else {
        (ROUNDS, EACH)
    };
    let mut citizens = register(&portal, ALONE + CROWD * each)?;
    let raw = project.example(profile, RAW);
    let mut rows = Vec::new();
    for (disk, slow_disk) in [("", None), ("plain disk: ", Some(PLAIN_DISK))] {
        let manner = Manner {
            core: Some(SERVER_CORE),
            no_worker: true,
            slow_disk,
            ..Manner::default()
        };
        let mut found = Found::default();
        for round in 1..=rounds {
            println!("{disk}round {round} of {rounds}");
            found.raw.push(raw_rate(&raw, manner, &portal)?);
            submit_all(&portal, manner, &mut citizens, &mut found)?;
        }
        rows.extend(rows_of(disk, &found));
    }
    publish(project, "submit", &rows, options.quick || options.debug)
}

/// Registers so many citizens, a crowd at a time.
fn register(portal: &Installation, number: usize) -> Result<Vec<Citizen>> {
    println!("Registering {number} citizens");
    let server = portal.start(Manner {
        no_worker: true,
        ..Manner::default()
    })?;
    let numbers: Vec<u32> = (0..u32::try_from(number)?).collect();
    let citizens = in_parallel(numbers, CROWD, |numbers| {
        let mut connection = Connection::new(portal.address());
        numbers
            .into_iter()
            .map(|number| Citizen::register(&mut connection, number))
            .collect()
    })?;
    server.stop()?;
    Ok(citizens)
}

/// Commits a second of the bare loop, on the core of the server.
fn raw_rate(program: &Path, manner: Manner, portal: &Installation) -> Result<f64> {
    let file = portal.folder().join("raw.db");
    let said = shell::capture(manner.command(program).arg(&file).arg(RAW_SECONDS))?;
    said.trim()
        .parse()
        .with_context(|| format!("the raw loop said {said}"))
}

/// One round of the portal: drafts, then one client, then the crowd.
fn submit_all(
    portal: &Installation,
    manner: Manner,
    citizens: &mut [Citizen],
    found: &mut Found,
) -> Result<()> {
    // Drafts are prepared at full speed, whatever the disk that is measured.
    let quick = portal.start(Manner {
        slow_disk: None,
        ..manner
    })?;
    let citizens: Vec<&mut Citizen> = citizens.iter_mut().collect();
    let mut drafts = in_parallel(citizens, CROWD, |citizens| {
        let mut connection = Connection::new(portal.address());
        citizens
            .into_iter()
            .map(|citizen| {
                let case = citizen.fill_in(&mut connection)?;
                Ok(Draft { citizen, case })
            })
            .collect()
    })?;
    quick.stop()?;
    let server = portal.start(manner)?;
    let crowd = drafts.split_off(ALONE.min(drafts.len()));
    found.alone.push(timed(portal, &server, drafts, 1)?);
    found.crowd.push(timed(portal, &server, crowd, CROWD)?);
    server.stop()
}

/// Submits all drafts by so many clients at once.
fn timed(
    portal: &Installation,
    server: &Running,
    drafts: Vec<Draft>,
    clients: usize,
) -> Result<Turn> {
    let number = u32::try_from(drafts.len())?;
    ensure!(number > 0, "there is nothing to submit");
    let start = Barrier::new(clients + 1);
    let shares = shares(drafts, clients);
    let cpu = cpu_milliseconds(server.id())?;
    let elapsed = thread::scope(|scope| {
        let clients: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(|| submit_share(portal, share, &start)))
            .collect();
        start.wait();
        let began = Instant::now();
        for client in clients {
            client.join().map_err(|_| anyhow!("a client panicked"))??;
        }
        anyhow::Ok(began.elapsed())
    })?;
    let cpu = cpu_milliseconds(server.id())? - cpu;
    Ok(Turn {
        rate: f64::from(number) / elapsed.as_secs_f64(),
        cpu: cpu * 1000.0 / f64::from(number),
    })
}

/// One client: opens its connection, waits for the start, submits one case after the other.
fn submit_share(portal: &Installation, share: Vec<Draft>, start: &Barrier) -> Result<()> {
    let mut connection = Connection::new(portal.address());
    let opened = connection.get(&mut Cookies::default(), "/");
    // Whatever happened, the others wait at the barrier.
    start.wait();
    opened?;
    for Draft { citizen, case } in share {
        citizen.submit(&mut connection, &case)?;
    }
    Ok(())
}

/// Does `work` on so many shares at once and puts the results together again.
fn in_parallel<T: Send, R: Send>(
    all: Vec<T>,
    workers: usize,
    work: impl Fn(Vec<T>) -> Result<Vec<R>> + Sync,
) -> Result<Vec<R>> {
    let work = &work;
    thread::scope(|scope| {
        let workers: Vec<_> = shares(all, workers)
            .into_iter()
            .map(|share| scope.spawn(move || work(share)))
            .collect();
        let mut results = Vec::new();
        for worker in workers {
            results.extend(worker.join().map_err(|_| anyhow!("a client panicked"))??);
        }
        Ok(results)
    })
}

/// Deals `all` out into so many shares, as even as can be.
fn shares<T>(all: Vec<T>, number: usize) -> Vec<Vec<T>> {
    let mut shares: Vec<Vec<T>> = (0..number).map(|_| Vec::new()).collect();
    for (at, one) in all.into_iter().enumerate() {
        shares[at % number].push(one);
    }
    shares
}

/// The rows of one disk.
fn rows_of(disk: &str, found: &Found) -> Vec<Row> {
    let rates = |turns: &[Turn]| -> Vec<f64> { turns.iter().map(|turn| turn.rate).collect() };
    let costs = |turns: &[Turn]| -> Vec<f64> { turns.iter().map(|turn| turn.cpu).collect() };
    let Found { raw, alone, crowd } = found;
    let mut rows = ratio_rows(
        &format!("{disk}1 client / raw"),
        &rates(alone),
        raw,
        ALONE_TO_RAW,
    );
    rows.extend(ratio_rows(
        &format!("{disk}{CROWD} clients / raw"),
        &rates(crowd),
        raw,
        CROWD_TO_RAW,
    ));
    rows.extend(median_row(format!("{disk}raw, rate"), raw, "commits/s"));
    for (who, turns) in [
        ("1 client".to_owned(), alone),
        (format!("{CROWD} clients"), crowd),
    ] {
        rows.extend(median_row(
            format!("{disk}{who}, rate"),
            &rates(turns),
            "submissions/s",
        ));
        rows.extend(median_row(
            format!("{disk}{who}, CPU"),
            &costs(turns),
            "ms per 1,000 submissions",
        ));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_even_and_hold_everything() {
        let dealt = shares((0..7).collect(), 3);
        assert_eq!(dealt, [vec![0, 3, 6], vec![1, 4], vec![2, 5]]);
    }

    #[test]
    fn a_failing_share_fails_the_whole() {
        let doubled = in_parallel(vec![1, 2, 3], 2, |share| {
            Ok(share.into_iter().map(|one| one * 2).collect())
        });
        let mut doubled = doubled.unwrap();
        doubled.sort_unstable();
        assert_eq!(doubled, [2, 4, 6]);
        let failed = in_parallel(vec![1, 2, 3], 2, |share| {
            ensure!(!share.contains(&3), "three");
            Ok(share)
        });
        assert!(failed.is_err());
    }

    #[test]
    fn both_ratios_have_their_target() {
        let turn = |rate| Turn { rate, cpu: 1.0 };
        let found = Found {
            raw: vec![300.0],
            alone: vec![turn(240.0)],
            crowd: vec![turn(900.0)],
        };
        let rows = rows_of("", &found);
        let verdicts: Vec<_> = rows
            .iter()
            .filter_map(|row| Some((row.value, row.target?)))
            .collect();
        assert_eq!(verdicts, [(0.8, 0.6), (3.0, 4.0)]);
    }
}
