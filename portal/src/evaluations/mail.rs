//! The mail that tells the one who rated that something has happened. What it was stays behind the link,
//! since mail travels in the open.

use chrono::{DateTime, Utc};
use domain::evaluations::StepKind;
use domain::text::Locale;
use entities::{account, rectification, service_case};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::jobs::{Job, Outcome, mail::host};
use crate::mail::{MailError, Message};
use crate::{Internal, Portal, digest, texts};

/// Kind of the job.
pub(crate) const KIND: &str = "evaluation-mail";

/// Steps that the one who rated is told of at once: what is written to them, what they are asked, and
/// what was decided about their review.
pub(super) const fn tells(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Contact
            | StepKind::Plan
            | StepKind::Verify
            | StepKind::Strike
            | StepKind::UpholdAppeal
            | StepKind::RejectAppeal
    )
}

/// The job that tells of a step.
pub(super) fn job(rectification: &str, sequence: i32, now: DateTime<Utc>) -> Job {
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{rectification}:{sequence}"),
        payload: json!({ "rectification": rectification, "sequence": sequence }),
        run_at: now,
    }
}

/// Carries the job out. An account without an address gets no mail.
pub(crate) async fn run(portal: &Portal, payload: Value) -> Outcome {
    let (Some(id), Some(sequence)) = (
        payload["rectification"].as_str(),
        payload["sequence"].as_i64(),
    ) else {
        return Outcome::Fail(Internal::new("the job names no rectification"));
    };
    let message = match prepare(portal, id, sequence).await {
        Ok(Some(message)) => message,
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Retry(error),
    };
    match portal.post().mailer().send(&message).await {
        Ok(()) => Outcome::Done,
        Err(MailError::Temporary(error)) => Outcome::Retry(error),
        Err(MailError::Permanent(error)) => Outcome::Fail(error),
    }
}

async fn prepare(portal: &Portal, id: &str, sequence: i64) -> Result<Option<Message>, Internal> {
    let db = portal.db().read();
    let Some(row) = rectification::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let Some(case) = service_case::Entity::find_by_id(&row.case_id)
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let Some(account) = account::Entity::find_by_id(&case.applicant_id)
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let Some(sealed) = account.email.filter(|_| !account.disabled) else {
        return Ok(None);
    };
    let to = portal
        .keys()
        .open_text("account", "email", &account.id, &sealed)?;
    let locale = Locale::parse(&account.locale).unwrap_or_default();
    let base_url = portal.settings().base_url.as_str();
    let link = format!("{base_url}/cases/{}/rate", case.id);
    let effect = format!("{KIND}:{id}:{sequence}");
    Ok(Some(Message {
        to,
        subject: texts::text(locale, "rectification-mail-subject").to_owned(),
        text: texts::format(locale, "rectification-mail-body", &[("link", link.into())]),
        html: None,
        message_id: format!("{}@{}", digest::sha256(effect.as_bytes()), host(base_url)),
        at: portal.now(),
    }))
}
