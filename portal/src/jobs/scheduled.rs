//! Periodic work: what becomes due by the clock alone.
//!
//! It runs every [`SCHEDULE_EVERY`](crate::limits::SCHEDULE_EVERY) on every worker, so each piece
//! has to bear being run by two at once.

use chrono::{DateTime, TimeDelta, Utc};
use entities::job;
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, QueryFilter};

use super::state;
use crate::error::Internal;
use crate::limits::JOB_KEEP_DAYS;
use crate::{Portal, cases, evaluations, notices, supervision};

/// Runs every piece once. One failing does not keep the others from running. The worker calls it;
/// public for tests and for the command line.
pub async fn run(portal: &Portal) {
    report("forget finished jobs", forget_finished_jobs(portal).await);
    report(
        "forget expired sessions",
        forget_expired_sessions(portal).await,
    );
    report("end silences", cases::end_silences(portal).await);
    // After the clock has moved cases: what it did is what supervision looks for.
    report("look for findings", supervision::supervise(portal).await);
    report(
        "tell of findings",
        supervision::tell_of_findings(portal).await,
    );
    report("count months", supervision::count_months(portal).await);
    report("scan waiting files", cases::scan_waiting(portal).await);
    report("remind of drafts", cases::remind_of_drafts(portal).await);
    report("delete old drafts", cases::expire_drafts(portal).await);
    report("remind daily", notices::remind_daily(portal).await);
    report(
        "forget ended hand-overs",
        cases::forget_ended_hand_overs(portal).await,
    );
    report(
        "forget old tallies",
        cases::forget_old_tallies(portal).await,
    );
    report(
        "give default reviews",
        evaluations::give_default_reviews(portal).await,
    );
    report(
        "end unanswered second looks",
        evaluations::end_unanswered(portal).await,
    );
}

fn report(piece: &'static str, result: Result<(), Internal>) {
    if let Err(error) = result {
        tracing::error!(piece, %error, "periodic work failed");
    }
}

async fn forget_expired_sessions(portal: &Portal) -> Result<(), Internal> {
    portal
        .accounts()
        .sessions()
        .delete_expired()
        .await
        .map(drop)
}

/// Deletes jobs that were done more than [`JOB_KEEP_DAYS`] ago. Dead ones stay for a person.
async fn forget_finished_jobs(portal: &Portal) -> Result<(), Internal> {
    let before = portal.now() - TimeDelta::days(JOB_KEEP_DAYS);
    portal
        .db()
        .write(move |transaction| {
            Box::pin(async move {
                finished(before).exec(transaction).await?;
                Ok(())
            })
        })
        .await
}

/// The jobs that were done before. None is done before it may run, and that is what the index knows.
fn finished(before: DateTime<Utc>) -> DeleteMany<job::Entity> {
    job::Entity::delete_many()
        .filter(job::Column::State.eq(state::DONE))
        .filter(job::Column::RunAt.lt(before))
        .filter(job::Column::DoneAt.lt(before))
}

#[cfg(test)]
mod tests {
    use sea_orm::QueryTrait;

    use super::*;
    use crate::db::plans;

    #[tokio::test]
    async fn finished_jobs_are_found_by_their_time() {
        plans::on_both(async |db| {
            let query = finished(plans::NOON).into_query();
            db.walks(&query, "idx_job_state_run_at").await;
        })
        .await;
    }
}
