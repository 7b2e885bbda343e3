//! The worker: takes due jobs, carries them out, notes how it went.

use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinSet;

use super::lease::{self, Leased};
use super::{Outcome, broke_off, dispatch, scheduled};
use crate::error::Internal;
use crate::limits::{JOB_DRAIN, JOB_POLL, JOB_TIME, JOBS_AT_ONCE, SCHEDULE_EVERY};
use crate::{Portal, Shutdown};

/// Carries out jobs and periodic work. Any number of them may run, in any number of processes.
#[derive(Clone, Copy, Debug)]
pub struct Worker;

impl Worker {
    /// Works until `shutdown`, then finishes what it holds.
    pub async fn run(portal: Portal, shutdown: Shutdown) {
        tokio::join!(
            carry_out_jobs(&portal, shutdown.clone()),
            keep_the_schedule(&portal, shutdown),
        );
    }
}

async fn carry_out_jobs(portal: &Portal, mut shutdown: Shutdown) {
    let mut running = JoinSet::new();
    while !*shutdown.borrow() {
        start_due(portal, &mut running).await;
        tokio::select! {
            () = portal.db().after_commit().jobs_enqueued() => {}
            Some(_) = running.join_next() => {}
            () = tokio::time::sleep(JOB_POLL) => {}
            _ = shutdown.wait_for(|stop| *stop) => break,
        }
    }
    if tokio::time::timeout(JOB_DRAIN, running.join_all())
        .await
        .is_err()
    {
        tracing::warn!("jobs were still running; others take them when their leases run out");
    }
}

async fn keep_the_schedule(portal: &Portal, mut shutdown: Shutdown) {
    while !*shutdown.borrow() {
        scheduled::run(portal).await;
        tokio::select! {
            () = tokio::time::sleep(SCHEDULE_EVERY) => {}
            _ = shutdown.wait_for(|stop| *stop) => break,
        }
    }
}

/// Starts due jobs as far as there are free hands.
async fn start_due(portal: &Portal, running: &mut JoinSet<()>) {
    while running.try_join_next().is_some() {}
    let free = JOBS_AT_ONCE.saturating_sub(running.len());
    if free == 0 {
        return;
    }
    match lease::take(portal, free).await {
        Ok(jobs) => {
            for job in jobs {
                running.spawn(carry_out(portal.clone(), job));
            }
        }
        Err(error) => tracing::error!(%error, "jobs could not be taken"),
    }
}

/// Carries out every job that is due now, and those that they enqueue, and returns how many tries
/// that took. For tests and for the command line; a failed job waits for its pause as always.
///
/// # Errors
/// [`Internal`] when the database cannot be used.
pub async fn run_pending(portal: &Portal) -> Result<usize, Internal> {
    let mut tries = 0;
    loop {
        let jobs = lease::take(portal, JOBS_AT_ONCE).await?;
        if jobs.is_empty() {
            return Ok(tries);
        }
        for job in jobs {
            tries += 1;
            carry_out(portal.clone(), job).await;
        }
    }
}

/// Runs the handler of `job`, guarded against its panics and its slowness, and notes the outcome.
async fn carry_out(portal: Portal, job: Leased) {
    let outcome = try_once(portal.clone(), &job).await;
    let (id, kind, attempt) = (job.id.as_str(), job.kind.as_str(), job.attempt);
    match &outcome {
        Outcome::Done => tracing::debug!(id, kind, attempt, "job done"),
        Outcome::Later(_) => tracing::debug!(id, kind, attempt, "job waits for its time"),
        Outcome::Retry(error) => tracing::warn!(id, kind, attempt, %error, "job failed"),
        Outcome::Fail(error) => tracing::error!(id, kind, attempt, %error, "job is dead"),
    }
    if let Err(error) = lease::settle(&portal, job, outcome).await {
        // The lease runs out and the job is tried again; handlers bear that.
        tracing::error!(%error, "the outcome of a job could not be noted");
    }
}

async fn try_once(portal: Portal, job: &Leased) -> Outcome {
    let payload: Value = match serde_json::from_str(&job.payload) {
        Ok(payload) => payload,
        Err(error) => return Outcome::Fail(error.into()),
    };
    let work = {
        let (portal, payload) = (portal.clone(), payload.clone());
        let (kind, attempt) = (job.kind.clone(), job.attempt);
        async move { dispatch(&portal, &kind, payload, attempt).await }
    };
    match guarded(work, JOB_TIME).await {
        Ok(outcome) => outcome,
        Err(why) => {
            // The handler could not say any more how far it came, so it is said for it.
            if let Err(error) = broke_off(&portal, &job.kind, &payload, job.attempt).await {
                tracing::error!(%error, "that a job broke off could not be noted");
            }
            Outcome::Retry(Internal::new(why))
        }
    }
}

/// What a handler returns, or why it returned nothing.
async fn guarded(
    work: impl Future<Output = Outcome> + Send + 'static,
    at_most: Duration,
) -> Result<Outcome, &'static str> {
    let mut handler = tokio::spawn(work);
    match tokio::time::timeout(at_most, &mut handler).await {
        Ok(Ok(outcome)) => Ok(outcome),
        Ok(Err(_)) => Err("the handler panicked"),
        Err(_) => {
            handler.abort();
            Err("the handler took too long")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_handler_that_returns_nothing_is_noticed() {
        let done = guarded(async { Outcome::Done }, JOB_TIME).await;
        assert!(matches!(done, Ok(Outcome::Done)));
        let panics = guarded(async { panic!("a mistake of ours") }, JOB_TIME).await;
        assert_eq!(panics.unwrap_err(), "the handler panicked");
        let slow = guarded(std::future::pending(), Duration::from_millis(1)).await;
        assert_eq!(slow.unwrap_err(), "the handler took too long");
    }
}
