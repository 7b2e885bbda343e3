//! The mails around a report: the operator learns that there is one, the reader what became of it.
//!
//! Everything is looked up when the mail is sent; the job holds only the id of the report.

use chrono::{DateTime, Utc};
use domain::identity::Email;
use domain::text::Locale;
use entities::site_report;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::reports::{ReportView, view};
use crate::jobs::{Job, Outcome, mail::host};
use crate::mail::{MailError, Message};
use crate::texts;
use crate::{Internal, Portal, digest};

/// Kind of the job.
pub(crate) const KIND: &str = "site-report-mail";

const OPERATOR: &str = "operator";
const READER: &str = "reader";

/// The job that tells whoever looks after the portal that there is a report.
pub(super) fn to_operator(report: &str, now: DateTime<Utc>) -> Job {
    job(report, OPERATOR, now)
}

/// The job that tells the reader what became of the report.
pub(super) fn to_reader(report: &str, now: DateTime<Utc>) -> Job {
    job(report, READER, now)
}

fn job(report: &str, to: &str, now: DateTime<Utc>) -> Job {
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{to}:{report}"),
        payload: json!({ "report": report, "to": to }),
        run_at: now,
    }
}

/// Carries the job out. Nobody to write to is no failure: the settings need not name an operator, and
/// readers need not say who they are.
pub(crate) async fn run(portal: &Portal, payload: Value) -> Outcome {
    let (Some(report), Some(to)) = (payload["report"].as_str(), payload["to"].as_str()) else {
        return Outcome::Fail(Internal::new("the job names no report"));
    };
    let message = match prepare(portal, report, to).await {
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

async fn prepare(portal: &Portal, id: &str, to: &str) -> Result<Option<Message>, Internal> {
    let found = site_report::Entity::find_by_id(id)
        .one(portal.db().read())
        .await?;
    let Some(row) = found else {
        return Ok(None);
    };
    let locale = Locale::parse(&row.locale).unwrap_or_default();
    let report = view(portal.keys(), row)?;
    let written = if to == READER {
        for_reader(&report, locale)
    } else {
        for_operator(portal, &report)
    };
    Ok(written.map(|(to_address, subject, text)| {
        let effect = format!("{KIND}:{to}:{id}");
        let host = host(&portal.settings().base_url);
        Message {
            to: to_address,
            subject,
            text,
            html: None,
            message_id: format!("{}@{host}", digest::sha256(effect.as_bytes())),
            at: portal.now(),
        }
    }))
}

/// Recipient, subject and text for the operator. Mail travels in the open, so what was written stays
/// behind the link.
fn for_operator(portal: &Portal, report: &ReportView) -> Option<(String, String, String)> {
    let settings = portal.settings();
    let to = settings.site_mail.clone()?;
    let locale = Locale::default();
    let link = format!("{}/desk/site-reports", settings.base_url);
    let kind = texts::text(locale, &format!("report-kind-{}", report.kind.key()));
    let number = [("number", report.number.as_str().into())];
    let about = [
        ("number", report.number.as_str().into()),
        ("kind", kind.into()),
        ("link", link.into()),
    ];
    Some((
        to,
        texts::format(locale, "report-mail-operator-subject", &number),
        texts::format(locale, "report-mail-operator-body", &about),
    ))
}

/// Recipient, subject and text for a reader who left a mail address.
fn for_reader(report: &ReportView, locale: Locale) -> Option<(String, String, String)> {
    let to = Email::parse(report.contact.as_deref()?).ok()?;
    let (answer, _) = report.answer.as_ref()?;
    let number = [("number", report.number.as_str().into())];
    let about = [
        ("number", report.number.as_str().into()),
        ("answer", answer.as_str().into()),
    ];
    Some((
        to.as_str().to_owned(),
        texts::format(locale, "report-mail-reader-subject", &number),
        texts::format(locale, "report-mail-reader-body", &about),
    ))
}
