//! The job that sends a mail which is no notice: about an account, or to an officer.
//!
//! Address and language are looked up when the mail is sent, so they are those of that moment, and
//! the job itself holds no personal data.

use chrono::{DateTime, Utc};
use domain::{AccountId, CaseId, Locale};
use entities::account;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Job, Outcome};
use crate::error::Internal;
use crate::mail::{MailDetails, MailError, MailTemplate, Message, compose};
use crate::{Portal, digest};

/// The kind of this job.
pub const KIND: &str = "mail";

/// A mail that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailJob {
    /// Whom it goes to. An account without an address gets none.
    pub account_id: AccountId,
    /// The occasion.
    pub template: MailTemplate,
    /// The case that an officer is to look at.
    pub case_id: Option<CaseId>,
    /// What it tells.
    pub details: MailDetails,
}

/// What the table keeps of it.
#[derive(Serialize, Deserialize)]
struct Payload {
    #[serde(flatten)]
    mail: MailJob,
    message_id: String,
}

impl MailJob {
    /// The job that sends this mail, now. `effect_key` names the occasion, such as
    /// `mail:submitted:<case>:<revision>`; from it comes the `Message-ID`, so a second try never
    /// shows twice in a mailbox.
    ///
    /// # Errors
    /// [`Internal`] when the mail cannot be written as JSON.
    pub fn into_job(self, effect_key: String, now: DateTime<Utc>) -> Result<Job, Internal> {
        let message_id = digest::sha256(effect_key.as_bytes());
        let payload = serde_json::to_value(Payload {
            mail: self,
            message_id,
        })?;
        Ok(Job {
            kind: KIND,
            effect_key,
            payload,
            run_at: now,
        })
    }
}

/// Carries out the job.
pub(super) async fn run(portal: &Portal, payload: Value) -> Outcome {
    let payload = match serde_json::from_value(payload) {
        Ok(payload) => payload,
        Err(error) => return Outcome::Fail(error.into()),
    };
    let message = match prepare(portal, payload).await {
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

/// The finished mail, or nothing when there is nobody to send it to.
async fn prepare(portal: &Portal, payload: Payload) -> Result<Option<Message>, Internal> {
    let Payload { mail, message_id } = payload;
    let id = mail.account_id.as_str();
    let Some(account) = account::Entity::find_by_id(id)
        .one(portal.db().read())
        .await?
    else {
        return Ok(None);
    };
    let Some(sealed) = account.email.filter(|_| !account.disabled) else {
        return Ok(None);
    };
    let to = portal.keys().open_text("account", "email", id, &sealed)?;
    let locale = Locale::parse(&account.locale).unwrap_or_default();
    let base_url = portal.settings().base_url.as_str();
    let link = match &mail.case_id {
        Some(case) => format!("{base_url}/desk/cases/{case}"),
        None if mail.template == MailTemplate::Supervision => {
            format!("{base_url}/desk/supervision")
        }
        None => format!("{base_url}/"),
    };
    let composed = compose(locale, mail.template.key(), &mail.details, &link);
    Ok(Some(Message {
        to,
        subject: composed.subject,
        text: composed.text,
        html: None,
        message_id: format!("{message_id}@{}", host(base_url)),
        at: portal.now(),
    }))
}

/// The host name in an address, for the right side of a `Message-ID`.
pub(crate) fn host(base_url: &str) -> &str {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}
