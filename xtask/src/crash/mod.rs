//! `cargo xtask crash`: kills the portal again and again while citizens submit, and looks afterwards
//! whether anything that it acknowledged is lost, half done or there twice.
//!
//! The clients go on as people do: what was not answered is sent again once the portal is back. Each
//! acknowledged receipt goes into a journal, and at the end the database is held against it. Whatever
//! checks must be able to fail, so the same check then looks at copies of the database that were
//! damaged on purpose, and with `--control` at clients that note a receipt before they have it.

mod clients;
mod facts;
mod journal;
mod rules;

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use crate::bench::{Installation, Manner, Running};
use crate::project::{Profile, Project};
use crate::{build, serve};
use clients::Clients;
use facts::{Damage, Facts};
use journal::{Journal, Receipt};

/// Kills the portal while citizens submit, and checks that nothing acknowledged is lost.
#[derive(Args)]
pub struct Options {
    /// How often it is killed.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    times: u32,
    /// How many cases are submitted in all.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..))]
    submissions: u32,
    /// How many clients submit at the same time.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=64))]
    clients: u32,
    /// Chooses the moments of the kills; another one each time when it is not given.
    #[arg(long)]
    seed: Option<u64>,
    /// The negative control: clients note receipts before they have them, nobody sends anything again
    /// after the last kill, and the check has to notice.
    #[arg(long)]
    control: bool,
    /// Use the debug build.
    #[arg(long)]
    debug: bool,
}

/// How often the main thread looks how far the clients are.
const POLL: Duration = Duration::from_millis(1);

/// A kill comes up to so many microseconds after its turn, so that it hits every part of a request.
const KILL_SPREAD_MICROSECONDS: u64 = 5_000;

/// Tries of the negative control: a kill may happen to hit nobody in the middle of a submission.
const CONTROL_TRIES: u32 = 30;

/// Findings that are printed; one broken rule breaks it for hundreds of cases.
const SHOWN: usize = 20;

/// Runs the command.
///
/// # Errors
/// When anything was lost, half done or doubled, or when the check does not notice damage.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    build::with_examples(project, profile, &[facts::PROGRAM])?;
    if options.control {
        return control(project, profile, options);
    }
    let seed = options.seed.unwrap_or_else(any_seed);
    println!("The moments of the kills follow from --seed {seed}");
    let portal = prepared(project, profile)?;
    let journal = Arc::new(Journal::create(portal.folder())?);
    let mut moments = Moments::new(seed);
    let clients = Clients::start(
        &portal,
        &journal,
        options.clients,
        options.submissions,
        false,
    )?;
    let mut server = portal.start(Manner::default())?;
    for kill in 1..=options.times {
        let turn = moments.turn(kill, options.times, options.submissions);
        clients.wait_until(turn, POLL)?;
        std::thread::sleep(moments.pause());
        server.kill()?;
        println!(
            "Kill {kill} of {} after {} acknowledged submissions",
            options.times,
            clients.acknowledged()
        );
        server = portal.start(Manner::default())?;
    }
    let cut_off = clients.finish()?;
    println!("{cut_off} submissions were cut off by a kill and sent again.");
    server.stop()?;
    let receipts = journal.read()?;
    verdict(project, profile, &portal, &receipts, options)
}

fn prepared(project: &Project, profile: Profile) -> Result<Installation> {
    let portal = Installation::new(project, profile)?;
    let calendar: Vec<_> = serve::IMPORTS
        .into_iter()
        .filter(|(what, _)| *what == "holidays")
        .collect();
    portal.fill(&project.shared_data(), &calendar)?;
    Ok(portal)
}

/// Holds the database against the journal, and shows that the check would notice damage.
fn verdict(
    project: &Project,
    profile: Profile,
    portal: &Installation,
    receipts: &[Receipt],
    options: &Options,
) -> Result<()> {
    let facts = Facts::read(project, profile, portal)?;
    let mut findings = rules::findings(&facts, receipts);
    findings.extend(rules::nothing_unknown(&facts, receipts));
    show(&findings);
    ensure!(findings.is_empty(), "{} findings", findings.len());
    println!(
        "{} submissions by {} clients, {} kills: nothing acknowledged is lost, nothing half done, \
         nothing there twice.",
        receipts.len(),
        options.clients,
        options.times
    );
    let victim = receipts.last().context("nothing was submitted")?;
    for damage in Damage::ALL {
        let copy = portal.copy()?;
        let facts = Facts::of_damaged(project, profile, &copy, damage, &victim.case)?;
        let findings = rules::findings(&facts, receipts);
        let Some(first) = findings.first() else {
            bail!(
                "the check does not notice when one case loses its {}",
                damage.name()
            );
        };
        println!(
            "Control, one case without its {}: noticed ({first})",
            damage.name()
        );
    }
    Ok(())
}

/// Clients that note what they have not got: the check has to see through it.
fn control(project: &Project, profile: Profile, options: &Options) -> Result<()> {
    for attempt in 1..=CONTROL_TRIES {
        let portal = prepared(project, profile)?;
        let journal = Arc::new(Journal::create(portal.folder())?);
        let mut moments = Moments::new(options.seed.unwrap_or_else(any_seed));
        let clients = Clients::start(
            &portal,
            &journal,
            options.clients,
            options.submissions,
            true,
        )?;
        let server = portal.start(Manner::default())?;
        clients.wait_until(moments.turn(1, 2, options.submissions), POLL)?;
        std::thread::sleep(moments.pause());
        server.kill()?;
        clients.give_up();
        // Started once more, so that the database recovers as it would in earnest.
        let server: Running = portal.start(Manner::default())?;
        server.stop()?;
        let facts = Facts::read(project, profile, &portal)?;
        let findings = rules::findings(&facts, &journal.read()?);
        if !findings.is_empty() {
            show(&findings);
            println!("Control, receipts noted before the commit: noticed");
            return Ok(());
        }
        println!("Try {attempt}: the kill hit nobody in the middle of a submission");
    }
    bail!("the check does not notice receipts that were noted before the commit")
}

fn show(findings: &[String]) {
    for finding in findings.iter().take(SHOWN) {
        println!("  {finding}");
    }
    if findings.len() > SHOWN {
        println!("  and {} more", findings.len() - SHOWN);
    }
}

/// A seed that nobody chose.
fn any_seed() -> u64 {
    RandomState::new().hash_one(std::process::id())
}

/// The moments of the kills (xorshift64*): all of them follow from one seed.
struct Moments(u64);

impl Moments {
    fn new(seed: u64) -> Self {
        // The generator stays at 0 for ever.
        Self(seed.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// The number of acknowledged submissions after which the `kill`-th of `times` kills comes:
    /// somewhere in its own part of all of them, and always before the last is done.
    fn turn(&mut self, kill: u32, times: u32, submissions: u32) -> u32 {
        let part = u64::from(submissions) / u64::from(times);
        let from = part * u64::from(kill - 1);
        let turn = from + self.next() % part.max(1);
        u32::try_from(turn).unwrap_or(u32::MAX).min(submissions - 1)
    }

    fn pause(&mut self) -> Duration {
        Duration::from_micros(self.next() % KILL_SPREAD_MICROSECONDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kills_come_in_order_and_before_the_end() {
        for seed in [0, 1, 42, u64::MAX] {
            let mut moments = Moments::new(seed);
            let turns: Vec<_> = (1..=20).map(|kill| moments.turn(kill, 20, 2000)).collect();
            assert!(turns.is_sorted(), "{turns:?}");
            assert!(turns.iter().all(|turn| *turn < 2000), "{turns:?}");
        }
        let mut moments = Moments::new(7);
        assert!((1..=20).all(|kill| moments.turn(kill, 20, 3) < 3));
    }

    #[test]
    fn one_seed_gives_the_same_moments() {
        let moments = |seed| {
            let mut moments = Moments::new(seed);
            (0..10).map(|_| moments.pause()).collect::<Vec<_>>()
        };
        assert_eq!(moments(5), moments(5));
        assert_ne!(moments(5), moments(6));
    }
}
