//! Who works on which job: leases and what becomes of a job after a try.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use entities::job;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Outcome, state};
use crate::Portal;
use crate::error::Internal;
use crate::limits::{JOB_ATTEMPTS, JOB_BACK_OFF_MAX, JOB_LEASE};

/// Pause after the first failed try; it doubles with each.
const BACK_OFF_FIRST: Duration = Duration::from_secs(10);

/// A job in the hands of this worker.
#[derive(Clone, Debug)]
pub(super) struct Leased {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) payload: String,
    /// Which try this is, from 1. It also tells this lease from a later one of the same job.
    pub(super) attempt: i32,
}

/// Jobs that may be tried at `now`: due, and in nobody's hands.
fn due(now: DateTime<Utc>) -> Select<job::Entity> {
    let free = Condition::any()
        .add(job::Column::LeasedUntil.is_null())
        .add(job::Column::LeasedUntil.lte(now));
    job::Entity::find()
        .filter(job::Column::State.eq(state::QUEUED))
        .filter(job::Column::RunAt.lte(now))
        .filter(free)
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
}

/// Takes up to `limit` due jobs into the hands of this worker. The try is counted now, so a job
/// that kills its worker also comes to an end.
pub(super) async fn take(portal: &Portal, limit: usize) -> Result<Vec<Leased>, Internal> {
    let now = portal.now();
    // Idle workers only read; otherwise each would disturb the one writer of SQLite.
    if due(now).one(portal.db().read()).await?.is_none() {
        return Ok(Vec::new());
    }
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    portal
        .db()
        .write(move |transaction| Box::pin(take_in(transaction, now, limit)))
        .await
}

async fn take_in(
    transaction: &DatabaseTransaction,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Leased>, Internal> {
    let jobs = due(now)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(transaction)
        .await?;
    job::Entity::update_many()
        .col_expr(job::Column::LeasedUntil, Expr::value(now + JOB_LEASE))
        .col_expr(
            job::Column::Attempts,
            Expr::col(job::Column::Attempts).add(1),
        )
        .filter(job::Column::Id.is_in(jobs.iter().map(|job| job.id.as_str())))
        .exec(transaction)
        .await?;
    let leased = jobs.into_iter().map(|job| Leased {
        id: job.id,
        kind: job.kind,
        payload: job.payload,
        attempt: job.attempts + 1,
    });
    Ok(leased.collect())
}

/// Notes how a try ended. Nothing changes when the lease ran out and another worker has the job.
pub(super) async fn settle(portal: &Portal, job: Leased, outcome: Outcome) -> Result<(), Internal> {
    let now = portal.now();
    portal
        .db()
        .write(move |transaction| {
            Box::pin(async move { settle_in(transaction, &job, outcome, now).await })
        })
        .await
}

async fn settle_in(
    connection: &impl ConnectionTrait,
    job: &Leased,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let update = job::Entity::update_many()
        .filter(job::Column::Id.eq(&job.id))
        .filter(job::Column::State.eq(state::QUEUED))
        .filter(job::Column::Attempts.eq(job.attempt))
        .col_expr(job::Column::LeasedUntil, Expr::value(None::<DateTime<Utc>>));
    let update = match outcome {
        Outcome::Done => update
            .col_expr(job::Column::State, Expr::value(state::DONE))
            .col_expr(job::Column::LastError, Expr::value(None::<String>))
            .col_expr(job::Column::DoneAt, Expr::value(now)),
        Outcome::Later(at) => update.col_expr(job::Column::RunAt, Expr::value(at)),
        Outcome::Retry(error) if job.attempt < JOB_ATTEMPTS => update
            .col_expr(
                job::Column::RunAt,
                Expr::value(now + pause_after(job.attempt)),
            )
            .col_expr(job::Column::LastError, Expr::value(error.to_string())),
        Outcome::Retry(error) | Outcome::Fail(error) => update
            .col_expr(job::Column::State, Expr::value(state::DEAD))
            .col_expr(job::Column::LastError, Expr::value(error.to_string())),
    };
    update.exec(connection).await?;
    Ok(())
}

/// The pause after the failed try number `attempt`: 10 s, 20 s, 40 s … at most an hour.
fn pause_after(attempt: i32) -> TimeDelta {
    let doublings = u32::try_from(attempt - 1).unwrap_or_default();
    let pause = BACK_OFF_FIRST.saturating_mul(2_u32.saturating_pow(doublings));
    let pause = pause.min(JOB_BACK_OFF_MAX);
    TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX)
}
