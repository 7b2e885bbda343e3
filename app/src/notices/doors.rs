//! What stands behind the doors of notices.

use std::sync::Arc;

use domain::notices::{DeliveryState, NoticeChannel, NoticePreferences, NoticeTopic};
use portal::notices::RetryError;

use crate::page::{Ctx, DoorResult, PageError};
use crate::paths;

/// The parameter of an address that says what was done just now.
pub(super) const DONE: &str = "done";
/// It was kept.
pub(super) const SAVED: &str = "saved";
/// It is tried again.
pub(super) const RETRIED: &str = "retried";
/// Somebody or something was quicker.
pub(super) const STALE: &str = "stale";

pub(super) async fn read_all(cx: Arc<Ctx>) -> DoorResult {
    let citizen = cx.citizen()?;
    cx.portal.notices().mark_all_read(citizen).await?;
    Ok(paths::notices())
}

pub(super) async fn choose(cx: Arc<Ctx>, mail: Vec<String>, sms: Vec<String>) -> DoorResult {
    let citizen = cx.citizen()?;
    let mut preferences = NoticePreferences::default();
    for topic in NoticeTopic::ALL {
        for (channel, wanted) in [(NoticeChannel::Mail, &mail), (NoticeChannel::Sms, &sms)] {
            let wanted = wanted.iter().any(|key| key == topic.key());
            preferences.choose(topic, channel, wanted);
        }
    }
    cx.portal.notices().choose(citizen, preferences).await?;
    Ok(paths::with_query(
        &paths::notice_settings(),
        &[(DONE, SAVED)],
    ))
}

pub(super) async fn retry(cx: Arc<Ctx>, delivery: String) -> DoorResult {
    let officer = cx.officer()?;
    let done = match cx.portal.notices().retry(officer, &delivery).await {
        Ok(()) => RETRIED,
        Err(RetryError::NotDead) => STALE,
        Err(RetryError::NotFound) => return Err(PageError::NotFound),
        Err(RetryError::Internal(error)) => return Err(error.into()),
    };
    let dead = DeliveryState::Dead.key();
    let page = paths::desk_notices(None, None, None, 1);
    Ok(paths::with_query(&page, &[("state", dead), (DONE, done)]))
}
