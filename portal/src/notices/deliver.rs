//! The job that carries out one delivery.
//!
//! Address and language are looked up when it goes out, so they are those of that moment, and the job
//! itself holds no personal data. The state is written before the job is settled: a worker that dies
//! between the two finds it and sends nothing twice.

use chrono::{DateTime, Utc};
use domain::identity::MobilePhone;
use domain::notices::{DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind, earliest};
use domain::{CaseId, Locale};
use entities::{account, notice, notice_delivery};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{place, store};
use crate::jobs::{Job, Outcome, mail::host};
use crate::limits::JOB_ATTEMPTS;
use crate::mail::{MailError, Message, compose, compose_message};
use crate::sms::{SmsError, TextMessage};
use crate::{Internal, Portal, accounts, digest};

/// Kind of the job.
pub(crate) const KIND: &str = "deliver-notice";

/// The job that carries out a delivery, not before `run_at`.
pub(super) fn job(delivery: &str, run_at: DateTime<Utc>) -> Job {
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{delivery}"),
        payload: json!({ "delivery": delivery }),
        run_at,
    }
}

/// Carries the job out and writes down how far it has come.
pub(crate) async fn deliver(portal: &Portal, payload: Value, attempt: i32) -> Outcome {
    let Some(id) = payload["delivery"].as_str() else {
        return Outcome::Fail(Internal::new("the job names no delivery"));
    };
    let row = match open(portal, id).await {
        Ok(Some(row)) => row,
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Retry(error),
    };
    let result = send(portal, row).await;
    let (state, problem) = match &result {
        Sending::Sent => (DeliveryState::Sent, None),
        Sending::Skipped(problem) => (DeliveryState::Skipped, Some(*problem)),
        Sending::Held(_) => (DeliveryState::Held, None),
        Sending::Failed(problem, _) => (failed(attempt), Some(*problem)),
        Sending::Refused(_) => (DeliveryState::Dead, Some(DeliveryProblem::Refused)),
    };
    if let Err(error) = note(portal, id, state, problem, attempt).await {
        return Outcome::Retry(error);
    }
    match result {
        Sending::Sent | Sending::Skipped(_) => Outcome::Done,
        Sending::Held(until) => Outcome::Later(until),
        Sending::Failed(_, error) => Outcome::Retry(error),
        Sending::Refused(error) => Outcome::Fail(error),
    }
}

/// Writes down that a try came to no end of its own: the handler panicked or took too long. Nobody knows
/// whether it went out, and the other side takes a repeated message for one.
pub(crate) async fn broke_off(
    portal: &Portal,
    payload: &Value,
    attempt: i32,
) -> Result<(), Internal> {
    let id = payload["delivery"].as_str().unwrap_or_default();
    if open(portal, id).await?.is_none() {
        return Ok(());
    }
    let problem = Some(DeliveryProblem::Internal);
    note(portal, id, failed(attempt), problem, attempt).await
}

/// The state after a failed try: after the last one a person has to look at it.
const fn failed(attempt: i32) -> DeliveryState {
    if attempt >= JOB_ATTEMPTS {
        DeliveryState::Dead
    } else {
        DeliveryState::Failed
    }
}

/// How a try ended.
enum Sending {
    Sent,
    Skipped(DeliveryProblem),
    Held(DateTime<Utc>),
    Failed(DeliveryProblem, Internal),
    Refused(Internal),
}

impl From<Internal> for Sending {
    fn from(error: Internal) -> Self {
        Self::Failed(DeliveryProblem::Internal, error)
    }
}

/// The delivery, as long as there is something to do.
async fn open(portal: &Portal, id: &str) -> Result<Option<notice_delivery::Model>, Internal> {
    let row = notice_delivery::Entity::find_by_id(id)
        .one(portal.db().read())
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let settled = store::state(&row)?.is_settled();
    Ok((!settled).then_some(row))
}

async fn send(portal: &Portal, delivery: notice_delivery::Model) -> Sending {
    try_send(portal, delivery)
        .await
        .unwrap_or_else(Sending::from)
}

async fn try_send(portal: &Portal, delivery: notice_delivery::Model) -> Result<Sending, Internal> {
    let (kind, channel) = (store::kind(&delivery.kind)?, store::channel(&delivery)?);
    let now = portal.now();
    let until = earliest(now, channel, kind);
    if until > now {
        return Ok(Sending::Held(until));
    }
    let db = portal.db().read();
    let notice = notice::Entity::find_by_id(&delivery.notice_id)
        .one(db)
        .await?
        .ok_or(Internal::new("the notice of a delivery is missing"))?;
    let account = account::Entity::find_by_id(&notice.account_id)
        .one(db)
        .await?;
    let Some(account) = account.filter(|account| !account.disabled) else {
        return Ok(Sending::Skipped(DeliveryProblem::AccountClosed));
    };
    match channel {
        NoticeChannel::Mail => mail(portal, &delivery.id, kind, &notice, &account).await,
        NoticeChannel::Sms => message(portal, &delivery.id, kind, &notice, &account).await,
        NoticeChannel::Inbox => Err(Internal::new("the inbox needs no delivery")),
    }
}

async fn mail(
    portal: &Portal,
    delivery: &str,
    kind: NoticeKind,
    notice: &notice::Model,
    account: &account::Model,
) -> Result<Sending, Internal> {
    let Some(to) = accounts::store::email(portal.keys(), account)? else {
        return Ok(Sending::Skipped(DeliveryProblem::NoAddress));
    };
    let base_url = portal.settings().base_url.as_str();
    let case = notice.case_id.clone().map(CaseId::new);
    let link = format!("{base_url}{}", place(kind, case.as_ref()));
    let composed = compose(locale(account), kind.key(), &store::details(notice)?, &link);
    let id = digest::sha256(delivery.as_bytes());
    let message = Message {
        to,
        subject: composed.subject,
        text: composed.text,
        html: None,
        message_id: format!("{id}@{}", host(base_url)),
        at: portal.now(),
    };
    Ok(match portal.post().mailer().send(&message).await {
        Ok(()) => Sending::Sent,
        Err(MailError::Temporary(error)) => Sending::Failed(DeliveryProblem::Unreachable, error),
        Err(MailError::Permanent(error)) => Sending::Refused(error),
    })
}

async fn message(
    portal: &Portal,
    delivery: &str,
    kind: NoticeKind,
    notice: &notice::Model,
    account: &account::Model,
) -> Result<Sending, Internal> {
    let Some(messenger) = portal.sms().messenger() else {
        return Ok(Sending::Skipped(DeliveryProblem::ChannelOff));
    };
    let phone = accounts::store::phone(portal.keys(), account)?;
    let Some(to) = phone.and_then(|phone| MobilePhone::parse(&phone).ok()) else {
        return Ok(Sending::Skipped(DeliveryProblem::NoAddress));
    };
    let signature = &portal.settings().sms_signature;
    let message = TextMessage {
        to,
        text: compose_message(
            locale(account),
            kind.key(),
            &store::details(notice)?,
            signature,
        ),
        key: delivery.to_owned(),
    };
    Ok(match messenger.send(&message).await {
        Ok(()) => Sending::Sent,
        Err(SmsError::Temporary(error)) => Sending::Failed(DeliveryProblem::Unreachable, error),
        Err(SmsError::Permanent(error)) => Sending::Refused(error),
    })
}

fn locale(account: &account::Model) -> Locale {
    accounts::store::locale(account)
}

/// Writes down how far the delivery has come.
async fn note(
    portal: &Portal,
    id: &str,
    state: DeliveryState,
    problem: Option<DeliveryProblem>,
    attempt: i32,
) -> Result<(), Internal> {
    use notice_delivery::Column;
    let (id, now) = (id.to_owned(), portal.now());
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                notice_delivery::Entity::update_many()
                    .col_expr(Column::State, Expr::value(state.key()))
                    .col_expr(
                        Column::Problem,
                        Expr::value(problem.map(|problem| problem.key().to_owned())),
                    )
                    .col_expr(Column::Attempts, Expr::value(attempt))
                    .col_expr(Column::ChangedAt, Expr::value(now))
                    .filter(Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}
