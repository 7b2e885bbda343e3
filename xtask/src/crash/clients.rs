//! The clients: each submits one case after the other, and sends again what was not answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use super::journal::Journal;
use crate::bench::citizen::Citizen;
use crate::bench::http::Connection;
use crate::bench::{Installation, Manner};

/// Pause before something is sent again.
const PAUSE: Duration = Duration::from_millis(20);

/// How long a client tries the same thing before it calls the portal dead.
const PATIENCE: Duration = Duration::from_secs(120);

/// All clients of a run.
pub struct Clients {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<Result<()>>>,
}

/// What they share.
struct Shared {
    journal: Arc<Journal>,
    /// Cases that nobody has begun yet.
    left: AtomicU32,
    acknowledged: AtomicU32,
    /// Submissions that a kill has left without an answer.
    cut_off: AtomicU32,
    /// Nothing is sent again any more.
    stopped: AtomicBool,
    /// Receipts are noted before they come, which is wrong.
    notes_early: bool,
}

impl Clients {
    /// Registers so many citizens with a portal that runs just for that, and lets them begin; they wait
    /// for the portal to come back.
    ///
    /// # Errors
    /// When a citizen cannot be registered.
    pub fn start(
        portal: &Installation,
        journal: &Arc<Journal>,
        clients: u32,
        submissions: u32,
        notes_early: bool,
    ) -> Result<Self> {
        let server = portal.start(Manner::default())?;
        let mut connection = Connection::new(portal.address());
        let citizens = (0..clients)
            .map(|number| Citizen::register(&mut connection, number))
            .collect::<Result<Vec<_>>>()?;
        server.stop()?;
        let shared = Arc::new(Shared {
            journal: Arc::clone(journal),
            left: AtomicU32::new(submissions),
            acknowledged: AtomicU32::new(0),
            cut_off: AtomicU32::new(0),
            stopped: AtomicBool::new(false),
            notes_early,
        });
        let threads = citizens
            .into_iter()
            .map(|citizen| {
                let client = Client {
                    shared: Arc::clone(&shared),
                    connection: Connection::new(portal.address()),
                    citizen,
                };
                thread::spawn(move || client.submit_all())
            })
            .collect();
        Ok(Self { shared, threads })
    }

    /// Submissions that the portal has acknowledged so far.
    pub fn acknowledged(&self) -> u32 {
        self.shared.acknowledged.load(Ordering::Acquire)
    }

    /// Waits until so many submissions are acknowledged, looking every `poll`.
    ///
    /// # Errors
    /// When a client has given up before.
    pub fn wait_until(&self, acknowledged: u32, poll: Duration) -> Result<()> {
        while self.acknowledged() < acknowledged {
            if self.threads.iter().all(JoinHandle::is_finished) {
                bail!(
                    "the clients stopped after {} submissions",
                    self.acknowledged()
                );
            }
            thread::sleep(poll);
        }
        Ok(())
    }

    /// Waits until everything is submitted; says how many submissions had been left without an answer
    /// and were sent again.
    ///
    /// # Errors
    /// The first reason for which a client gave up.
    pub fn finish(self) -> Result<u32> {
        for thread in self.threads {
            thread.join().map_err(|_| anyhow!("a client panicked"))??;
        }
        Ok(self.shared.cut_off.load(Ordering::Acquire))
    }

    /// Lets nobody send anything again, and waits until all have noticed.
    pub fn give_up(self) {
        self.shared.stopped.store(true, Ordering::Release);
        for thread in self.threads {
            // Each ends with the error that it could not go on, which is what was asked for.
            let _ = thread.join();
        }
    }
}

/// One client.
struct Client {
    shared: Arc<Shared>,
    connection: Connection,
    citizen: Citizen,
}

impl Client {
    fn submit_all(mut self) -> Result<()> {
        while self.shared.take_one() {
            self.submit_one()?;
        }
        Ok(())
    }

    /// One case from its start to the number on its receipt. A draft that was begun before a kill is
    /// found again by the portal, so starting anew never leaves two.
    fn submit_one(&mut self) -> Result<()> {
        let case = self.until_answered(|client| client.citizen.fill_in(&mut client.connection))?;
        if self.shared.notes_early {
            self.shared.journal.acknowledged(&case)?;
        }
        let mut tries = 0;
        self.until_answered(|client| {
            tries += 1;
            client.citizen.submit(&mut client.connection, &case)
        })?;
        if tries > 1 {
            self.shared.cut_off.fetch_add(1, Ordering::AcqRel);
        }
        if !self.shared.notes_early {
            self.shared.journal.acknowledged(&case)?;
        }
        self.shared.acknowledged.fetch_add(1, Ordering::AcqRel);
        let number =
            self.until_answered(|client| client.citizen.number(&mut client.connection, &case))?;
        self.shared.journal.numbered(&case, &number)
    }

    /// Does something again and again until the portal answers. An answer that does not come says
    /// nothing about what the portal has done.
    fn until_answered<T>(&mut self, mut work: impl FnMut(&mut Self) -> Result<T>) -> Result<T> {
        let until = Instant::now() + PATIENCE;
        loop {
            match work(self) {
                Ok(done) => return Ok(done),
                Err(error) if self.shared.stopped.load(Ordering::Acquire) => return Err(error),
                Err(error) if Instant::now() > until => {
                    return Err(error).context("a client has lost its patience");
                }
                Err(_) => thread::sleep(PAUSE),
            }
        }
    }
}

impl Shared {
    /// Takes one of the cases that are left.
    fn take_one(&self) -> bool {
        self.left
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |left| {
                left.checked_sub(1)
            })
            .is_ok()
    }
}
