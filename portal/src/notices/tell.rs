//! Telling somebody something. Only rows are written here; the worker does the rest after the commit.

use chrono::{DateTime, Utc};
use domain::notices::{DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind, earliest};
use domain::{AccountId, CaseId};
use entities::{notice, notice_delivery};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, Set, TryInsertResult};

use super::{deliver, store};
use crate::jobs::{self, mail::MailJob};
use crate::mail::MailDetails;
use crate::{Internal, Portal, ids};

/// A notice before it is told.
#[derive(Clone, Debug)]
pub(crate) struct NewNotice {
    /// Whom it is for.
    pub(crate) account: AccountId,
    /// What it is about.
    pub(crate) kind: NoticeKind,
    /// The case that it is about.
    pub(crate) case: Option<CaseId>,
    /// What it tells; nothing personal.
    pub(crate) details: MailDetails,
    /// Names the occasion, such as `notice:<case>:<revision>`. Whatever happens, one occasion is told once.
    pub(crate) occasion: String,
}

/// Tells a citizen something: puts it into the inbox and promises a delivery by each channel that is
/// planned for it. Telling the same occasion again changes nothing and gives `false`.
pub(crate) async fn tell(
    portal: &Portal,
    tx: &DatabaseTransaction,
    notice: NewNotice,
) -> Result<bool, Internal> {
    let now = portal.now();
    let (id, account, kind) = (ids::new(now), notice.account.clone(), notice.kind);
    if !put_into_inbox(tx, id.clone(), notice, now).await? {
        return Ok(false);
    }
    let preferences = store::preferences(tx, account.as_str()).await?;
    for (channel, wanted) in preferences.plan(kind) {
        let open = channel != NoticeChannel::Sms || portal.sms().messenger().is_some();
        let problem = match (wanted, open) {
            (false, _) => Some(DeliveryProblem::SwitchedOff),
            (true, false) => Some(DeliveryProblem::ChannelOff),
            (true, true) => None,
        };
        promise(tx, &id, kind, channel, problem, now).await?;
    }
    Ok(true)
}

/// Whether the notice is new.
async fn put_into_inbox(
    tx: &DatabaseTransaction,
    id: String,
    new: NewNotice,
    now: DateTime<Utc>,
) -> Result<bool, Internal> {
    let row = notice::ActiveModel {
        id: Set(id),
        account_id: Set(new.account.to_string()),
        case_id: Set(new.case.map(|case| case.to_string())),
        kind: Set(new.kind.key().to_owned()),
        at: Set(now),
        read_at: Set(None),
        effect_key: Set(Some(new.occasion)),
        details: Set(Some(serde_json::to_string(&new.details)?)),
    };
    let told = notice::Entity::insert(row)
        .on_conflict_do_nothing_on([notice::Column::EffectKey])
        .exec_without_returning(tx)
        .await?;
    Ok(matches!(told, TryInsertResult::Inserted(_)))
}

async fn promise(
    tx: &DatabaseTransaction,
    notice: &str,
    kind: NoticeKind,
    channel: NoticeChannel,
    problem: Option<DeliveryProblem>,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let not_before = earliest(now, channel, kind);
    let state = match problem {
        Some(_) => DeliveryState::Skipped,
        None if not_before > now => DeliveryState::Held,
        None => DeliveryState::Queued,
    };
    let id = ids::new(now);
    notice_delivery::ActiveModel {
        id: Set(id.clone()),
        notice_id: Set(notice.to_owned()),
        kind: Set(kind.key().to_owned()),
        channel: Set(channel.key().to_owned()),
        state: Set(state.key().to_owned()),
        problem: Set(problem.map(|problem| problem.key().to_owned())),
        attempts: Set(0),
        not_before: Set(not_before),
        created_at: Set(now),
        changed_at: Set(now),
    }
    .insert(tx)
    .await?;
    if state.is_settled() {
        return Ok(());
    }
    jobs::enqueue(tx, deliver::job(&id, not_before)).await
}

/// Tells an officer something by mail. Officers have no inbox of notices: the desk itself shows what waits
/// for them. Telling the same occasion again changes nothing.
pub(crate) async fn tell_officer(
    tx: &DatabaseTransaction,
    mail: MailJob,
    occasion: String,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    jobs::enqueue(tx, mail.into_job(occasion, now)?).await
}
