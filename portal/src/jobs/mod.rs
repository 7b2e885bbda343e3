//! Jobs: effects outside the database that a committed transaction has promised.
//!
//! A use case enqueues a job in its transaction, so the effect is promised exactly when the change
//! is kept. Workers carry jobs out afterwards, again after a failure, each with a lease, so a crash
//! only delays. The effect key makes the promise unique: enqueuing it again is no mistake and
//! changes nothing. A handler may still run twice (a crash after the effect, before the note of it)
//! and has to bear that.
//!
//! One file a kind of job; [`dispatch`] names them all.

mod lease;
pub mod mail;
mod scheduled;
mod worker;

use chrono::{DateTime, Utc};
use entities::job;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::Value;

pub use scheduled::run as run_scheduled;
pub use worker::{Worker, run_pending};

use crate::catalogue::editor;
use crate::error::Internal;
use crate::{Portal, cases, certificates, db, evaluations, ids, notices, site};

/// States of a job, as the database holds them.
mod state {
    pub(super) const QUEUED: &str = "queued";
    pub(super) const DONE: &str = "done";
    pub(super) const DEAD: &str = "dead";
}

/// A job to be enqueued.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Which handler carries it out.
    pub kind: &'static str,
    /// Names the effect, such as `issue-certificate:<case>`. There is one job of a key, for ever.
    pub effect_key: String,
    /// What the handler needs to know: ids, no personal data.
    pub payload: Value,
    /// Not before this instant.
    pub run_at: DateTime<Utc>,
}

/// How a try of a job ended.
#[derive(Debug)]
pub enum Outcome {
    /// The effect is there, or no longer wanted.
    Done,
    /// It is not yet its time; nothing has failed.
    Later(DateTime<Utc>),
    /// It failed, and may succeed later.
    Retry(Internal),
    /// It failed and always will; a person has to look at it.
    Fail(Internal),
}

/// An infrastructure failure may pass, so it is worth another try. A handler can be written with `?`
/// and end in `.into()`.
impl From<Result<(), Internal>> for Outcome {
    fn from(result: Result<(), Internal>) -> Self {
        match result {
            Ok(()) => Self::Done,
            Err(error) => Self::Retry(error),
        }
    }
}

/// That a job has not come to its good end: it waits, is tried, or is dead. These are few among those that are
/// done, and said like this they are found by the index on states.
pub(crate) fn is_not_done() -> SimpleExpr {
    job::Column::State.is_in([state::QUEUED, state::DEAD])
}

/// Carries out a job of any kind; `attempt` counts its tries from 1.
async fn dispatch(portal: &Portal, kind: &str, payload: Value, attempt: i32) -> Outcome {
    match kind {
        mail::KIND => mail::run(portal, payload).await,
        cases::RECOUNT => cases::recount(portal, payload).await,
        certificates::ISSUE => certificates::issue(portal, payload).await,
        editor::PUBLISH => editor::publish_due(portal, payload).await,
        evaluations::MAIL => evaluations::send_mail(portal, payload).await,
        notices::DELIVER => notices::deliver(portal, payload, attempt).await,
        notices::REMIND => notices::remind(portal, payload).await,
        site::MAIL => site::send_mail(portal, payload).await,
        _ => Outcome::Fail(Internal::new("no handler knows this kind of job")),
    }
}

/// Notes for a handler that panicked or took too long what it could not note itself.
async fn broke_off(
    portal: &Portal,
    kind: &str,
    payload: &Value,
    attempt: i32,
) -> Result<(), Internal> {
    match kind {
        notices::DELIVER => notices::broke_off(portal, payload, attempt).await,
        _ => Ok(()),
    }
}

/// Enqueues `job`; a job with the same effect key, whatever its state, makes this a no-op.
/// `created_at` takes `run_at`: for those who watch, a job exists from when it is first due.
///
/// # Errors
/// [`Internal`] when the database refuses.
pub async fn enqueue(transaction: &DatabaseTransaction, job: Job) -> Result<(), Internal> {
    let Job {
        kind,
        effect_key,
        payload,
        run_at,
    } = job;
    let row = job::ActiveModel {
        id: Set(ids::new(run_at)),
        kind: Set(kind.to_owned()),
        effect_key: Set(effect_key),
        payload: Set(payload.to_string()),
        state: Set(state::QUEUED.to_owned()),
        attempts: Set(0),
        run_at: Set(run_at),
        leased_until: Set(None),
        last_error: Set(None),
        created_at: Set(run_at),
        done_at: Set(None),
    };
    job::Entity::insert(row)
        .on_conflict_do_nothing_on([job::Column::EffectKey])
        .exec_without_returning(transaction)
        .await?;
    db::job_enqueued();
    Ok(())
}

/// Enqueues `job` anew, whatever became of an earlier one with its effect key: a person wants another try.
///
/// # Errors
/// [`Internal`] when the database refuses.
pub(crate) async fn enqueue_again(
    transaction: &DatabaseTransaction,
    job: Job,
) -> Result<(), Internal> {
    job::Entity::delete_many()
        .filter(job::Column::EffectKey.eq(job.effect_key.as_str()))
        .exec(transaction)
        .await?;
    enqueue(transaction, job).await
}
