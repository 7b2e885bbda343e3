//! Once a day, in the morning: what is told because a day has come.
//!
//! A job walks all cases and certificates that could have something to tell. The domain says what, and the
//! key of the occasion that it is told once; so a walk that breaks off is simply done again.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use domain::calendar::{Calendar, civil_date};
use domain::certificates::CertificateState;
use domain::notices::{LOUD_FROM, Reminder, reminder_of_case, reminder_of_certificate};
use domain::{AccountId, CaseId, ItemCode};
use entities::{certificate, evaluation, job, notice, service_case};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::{Value, json};

use super::{NewNotice, tell};
use crate::cases::{name_of, store};
use crate::jobs::{self, Job, Outcome};
use crate::mail::MailDetails;
use crate::{Internal, Portal};

/// Kind of the job.
pub(crate) const KIND: &str = "remind";

/// Rows that are looked at together.
const BATCH: u64 = 500;

/// Days back to which finished matters are looked at; longer than anybody is invited to rate them.
const FINISHED_DAYS: u64 = 8;

/// Days ahead to which cases are looked at: three working days and the longest holidays between them.
const CASE_DAYS: u64 = 15;

/// Days ahead to which certificates are looked at: the first reminder.
const CERTIFICATE_DAYS: u64 = 60;

/// Promises the reminders of today, once, from the hour on at which telephones may ring.
///
/// # Errors
/// When the database fails.
pub(crate) async fn remind_daily(portal: &Portal) -> Result<(), Internal> {
    let job = job(civil_date(portal.now()));
    let promised = job::Entity::find()
        .filter(job::Column::EffectKey.eq(job.effect_key.as_str()))
        .count(portal.db().read())
        .await?;
    if promised > 0 || portal.now() < job.run_at {
        return Ok(());
    }
    portal
        .db()
        .write(move |tx| Box::pin(jobs::enqueue(tx, job)))
        .await
}

fn job(day: NaiveDate) -> Job {
    let morning = NaiveTime::from_hms_opt(LOUD_FROM, 0, 0).unwrap_or_default();
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{day}"),
        payload: json!({ "day": day }),
        run_at: day.and_time(morning).and_utc() - TimeDelta::hours(8),
    }
}

/// Carries the job out. A job that comes a day late tells what that later day has to tell.
pub(crate) async fn remind(portal: &Portal, _: Value) -> Outcome {
    remind_all(portal).await.into()
}

async fn remind_all(portal: &Portal) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    let calendar = portal.catalogue().calendar().await?;
    remind_of_cases(portal, today, &calendar).await?;
    remind_of_certificates(portal, today).await
}

async fn remind_of_cases(
    portal: &Portal,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<(), Internal> {
    use service_case::Column;
    let since = portal.now() - Days::new(FINISHED_DAYS);
    // Whatever is due soon or was due, and what has ended lately.
    let soon = today + Days::new(CASE_DAYS);
    let to_tell = Condition::any()
        .add(Column::NextDue.lte(soon))
        .add(Column::UpdatedAt.gte(since));
    let mut after = String::new();
    loop {
        let rows = service_case::Entity::find()
            .filter(Column::Number.is_not_null())
            .filter(Column::Id.gt(after.as_str()))
            .filter(to_tell.clone())
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(portal.db().read())
            .await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.id.clone();
        for row in rows {
            remind_of_case(portal, row, today, calendar).await?;
        }
    }
}

async fn remind_of_case(
    portal: &Portal,
    row: service_case::Model,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<(), Internal> {
    let case = store::case(portal.keys(), &row)?;
    let moved_on = civil_date(row.updated_at);
    let rated = case.can_be_rated() && is_rated(portal, &case.id).await?;
    let Some(reminder) = reminder_of_case(&case, moved_on, rated, today, calendar) else {
        return Ok(());
    };
    let details = MailDetails {
        item: Some(name_of(portal, &case).await?),
        number: case.number.map(|number| number.to_string()),
        due: reminder.due,
    };
    once(portal, case.applicant, case.id, details, &reminder).await
}

async fn is_rated(portal: &Portal, case: &CaseId) -> Result<bool, Internal> {
    let found = evaluation::Entity::find_by_id(case.as_str())
        .count(portal.db().read())
        .await?;
    Ok(found > 0)
}

async fn remind_of_certificates(portal: &Portal, today: NaiveDate) -> Result<(), Internal> {
    use certificate::Column;
    let until = today + Days::new(CERTIFICATE_DAYS);
    let mut after = String::new();
    loop {
        let rows = certificate::Entity::find()
            .filter(Column::State.eq(CertificateState::Valid.key()))
            .filter(Column::ValidUntil.between(today, until))
            .filter(Column::Id.gt(after.as_str()))
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(portal.db().read())
            .await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.id.clone();
        for row in rows {
            let issued_on = civil_date(row.issued_at);
            let reminder = row
                .valid_until
                .and_then(|until| reminder_of_certificate(issued_on, until, today));
            if let Some(reminder) = reminder {
                let (holder, case) = (AccountId::new(row.holder_id), CaseId::new(row.case_id));
                let item = ItemCode::new(row.item_code);
                let details = MailDetails {
                    number: None,
                    item: Some(portal.catalogue().item_name(&item).await?),
                    due: reminder.due,
                };
                once(portal, holder, case, details, &reminder).await?;
            }
        }
    }
}

/// Tells it unless it was told before; asking first keeps a repeated walk from writing at all.
async fn once(
    portal: &Portal,
    account: AccountId,
    case: CaseId,
    details: MailDetails,
    reminder: &Reminder,
) -> Result<(), Internal> {
    let occasion = format!("notice:{case}:{}", reminder.occasion);
    let told = notice::Entity::find()
        .filter(notice::Column::EffectKey.eq(occasion.as_str()))
        .count(portal.db().read())
        .await?;
    if told > 0 {
        return Ok(());
    }
    let notice = NewNotice {
        account,
        kind: reminder.kind,
        case: Some(case),
        details,
        occasion,
    };
    let work = portal.clone();
    portal
        .db()
        .write(move |tx| Box::pin(async move { tell(&work, tx, notice).await.map(drop) }))
        .await
}
