//! A calendar has arrived: due dates of running cases are counted anew.

use chrono::{DateTime, Utc};
use domain::cases::Event;
use entities::service_case::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};

use super::sweep::move_by_clock;
use crate::jobs::{Job, Outcome};
use crate::{Internal, Portal};

/// The kind of this job.
pub(crate) const KIND: &str = "recount-cases";

/// Cases read at once.
const BATCH: u64 = 500;

/// States whose dates still matter.
const RUNNING: [&str; 8] = [
    "prechecking",
    "returned",
    "submitted",
    "correction_requested",
    "accepted",
    "suspended",
    "proposed",
    "approved",
];

/// The job that counts anew, promised by who has changed the calendar of `year` at `now`.
pub(crate) fn recount_job(year: i32, now: DateTime<Utc>) -> Job {
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{year}:{}", now.timestamp_millis()),
        payload: json!({}),
        run_at: now,
    }
}

/// Carries the job out.
pub(crate) async fn recount(portal: &Portal, _: Value) -> Outcome {
    recount_all(portal).await.into()
}

async fn recount_all(portal: &Portal) -> Result<(), Internal> {
    let mut after = String::new();
    loop {
        let rows = Entity::find()
            .filter(Column::State.is_in(RUNNING))
            .filter(Column::Id.gt(after.as_str()))
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(portal.db().read())
            .await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after.clone_from(&last.id);
        for row in rows {
            move_by_clock(portal, row, Event::Recount).await?;
        }
    }
}
