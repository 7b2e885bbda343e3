//! What the rules look at beside the case itself: its history and the making of its result.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::cases::EventKind;
use domain::evaluations::RectificationState;
use entities::{case_event, job, rectification, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::cases::PartyKind;
use crate::{Internal, Portal, certificates, jobs};

/// Key of the state of cases that are approved and not delivered.
pub(super) const APPROVED: &str = "approved";

/// What is known of a case beside the case itself; see [`domain::supervision::Facts`].
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    pub(super) deemed: bool,
    pub(super) overran_on: Option<NaiveDate>,
    pub(super) unissued_since: Option<NaiveDate>,
    pub(super) bad_review_due: Option<NaiveDate>,
}

/// The facts about these cases, by their ids.
pub(super) async fn about(
    portal: &Portal,
    rows: &[service_case::Model],
) -> Result<HashMap<String, Known>, Internal> {
    let mut known: HashMap<String, Known> = HashMap::new();
    let ids = rows.iter().map(|row| row.id.as_str());
    let (resume, deemed) = (EventKind::Resume.key(), EventKind::DeemAccepted.key());
    let events: Vec<(String, String, chrono::DateTime<chrono::Utc>)> = case_event::Entity::find()
        .select_only()
        .column(case_event::Column::CaseId)
        .column(case_event::Column::Kind)
        .column(case_event::Column::At)
        .filter(case_event::Column::CaseId.is_in(ids))
        .filter(case_event::Column::Kind.is_in([resume, deemed]))
        .filter(case_event::Column::Party.eq(PartyKind::System.key()))
        .into_tuple()
        .all(portal.db().read())
        .await?;
    for (case, kind, at) in events {
        let known = known.entry(case).or_default();
        if kind == deemed {
            known.deemed = true;
        } else {
            known.overran_on = known.overran_on.max(Some(civil_date(at)));
        }
    }
    unissued(portal, rows, &mut known).await?;
    bad_reviews(portal, rows, &mut known).await?;
    Ok(known)
}

/// The bad reviews that the office has to do something about, with the last day for it.
async fn bad_reviews(
    portal: &Portal,
    rows: &[service_case::Model],
    known: &mut HashMap<String, Known>,
) -> Result<(), Internal> {
    let ids = rows.iter().map(|row| row.id.as_str());
    let waiting: Vec<(String, Option<NaiveDate>)> = rectification::Entity::find()
        .select_only()
        .column(rectification::Column::CaseId)
        .column(rectification::Column::Due)
        .filter(rectification::Column::CaseId.is_in(ids))
        .filter(rectification::Column::State.is_in(RectificationState::WITH_OFFICE))
        .into_tuple()
        .all(portal.db().read())
        .await?;
    for (case, due) in waiting {
        known.entry(case).or_default().bad_review_due = due;
    }
    Ok(())
}

/// The cases whose result the portal still has to make.
async fn unissued(
    portal: &Portal,
    rows: &[service_case::Model],
    known: &mut HashMap<String, Known>,
) -> Result<(), Internal> {
    let key = |id: &str| format!("{}:{id}", certificates::ISSUE);
    let approved = rows.iter().filter(|row| row.state == APPROVED);
    let keys: HashMap<String, &str> = approved
        .map(|row| (key(&row.id), row.id.as_str()))
        .collect();
    if keys.is_empty() {
        return Ok(());
    }
    let waiting = job::Entity::find()
        .filter(job::Column::EffectKey.is_in(keys.keys()))
        .filter(jobs::is_not_done())
        .all(portal.db().read())
        .await?;
    for job in waiting {
        if let Some(id) = keys.get(&job.effect_key) {
            let known = known.entry((*id).to_owned()).or_default();
            known.unissued_since = Some(civil_date(job.created_at));
        }
    }
    Ok(())
}
