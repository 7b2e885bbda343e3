//! Publishing an approved working copy: at once, or by a job on its day.

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::cases::Party;
use domain::catalogue::editing::{DraftEvent, DraftState};
use domain::text::Locale;
use entities::{service_draft, service_item};
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::Value;

use super::store::{self, Draft};
use super::{EditorError, act};
use crate::catalogue::{NewVersion, next_version, store as catalogue};
use crate::jobs::Outcome;
use crate::operations::put_own_item;
use crate::{Internal, Portal, audit, db, publication, texts};

/// The kind of the job.
pub(crate) const KIND: &str = "publish-service";

/// Publishes what was approved for today. One that was taken back or returned in the meantime is left
/// alone.
pub(crate) async fn run(portal: &Portal, payload: Value) -> Outcome {
    let (id, revision) = match act::payload(&payload) {
        Ok(payload) => payload,
        Err(error) => return Outcome::Fail(error),
    };
    let now = portal.now();
    let published = portal
        .db()
        .write::<_, EditorError, _>(move |tx| {
            Box::pin(async move {
                let row = db::lock(service_draft::Entity::find_by_id(id))
                    .one(tx)
                    .await?;
                let draft = row.map(store::draft).transpose()?;
                let due = draft.filter(|draft| {
                    let waits = matches!(draft.copy.state, DraftState::Approved { .. });
                    waits && draft.copy.revision == revision
                });
                match due {
                    Some(draft) => publish_or_return(tx, draft, now).await,
                    None => Ok(()),
                }
            })
        })
        .await;
    match published {
        Ok(()) => portal.catalogue().notice_publication().await.into(),
        Err(EditorError::Internal(error)) => Outcome::Retry(error),
        Err(_) => Outcome::Fail(Internal::new("an approved service cannot be published")),
    }
}

/// Publishes it; one that is no longer sound goes back to its authors, who read what is wrong.
async fn publish_or_return(
    tx: &DatabaseTransaction,
    mut draft: Draft,
    now: DateTime<Utc>,
) -> Result<(), EditorError> {
    if act::check(&draft, now).is_ok() {
        return publish(tx, draft, now).await;
    }
    let reason = texts::text(Locale::ZhHans, "editor-returned-by-portal").to_owned();
    draft.copy = draft
        .copy
        .apply(DraftEvent::Return { reason }, &Party::System, now)?;
    draft.updated_at = now;
    store::keep(tx, &draft, audit::Actor::System, "editor.return").await?;
    Ok(())
}

/// Turns an approved working copy into the next version of its item.
pub(super) async fn publish(
    tx: &DatabaseTransaction,
    mut draft: Draft,
    now: DateTime<Utc>,
) -> Result<(), EditorError> {
    let problems = draft.definition.check(&draft.item, civil_date(now));
    if !problems.is_empty() {
        return Err(EditorError::Problems(problems));
    }
    let code = draft.item.code.clone();
    let row = db::lock(service_item::Entity::find_by_id(code.as_str()))
        .one(tx)
        .await?;
    if row.is_some()
        && let Some(now_listed) = catalogue::item(tx, &code).await?
    {
        // Whether it is paused is not the version's business.
        draft.item.state = now_listed.state;
    }
    put_own_item(tx, &draft.item, now).await?;
    let version = NewVersion::of(&draft.definition)?;
    let version = next_version(tx, &code, version, now)
        .await?
        .ok_or(EditorError::NotFound)?;
    draft.copy = draft
        .copy
        .apply(DraftEvent::Publish { version }, &Party::System, now)?;
    draft.updated_at = now;
    store::keep(tx, &draft, audit::Actor::System, "editor.publish").await?;
    publication::bump(tx).await?;
    Ok(())
}
