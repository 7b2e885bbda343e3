//! The work behind the kiosk's doors.

use std::sync::Arc;

use crate::choice::kept::Carried;
use crate::page::{Ctx, Door, DoorResult, Kept, PageError, Surface};
use crate::paths;

/// Name of the card reader's form in the visitor's session.
pub(super) const CARD_FORM: &str = "kiosk-card";

pub(super) async fn card(resident_id: String, next: String) {
    Door::current()
        .open(|cx| async move { read_card(&cx, &resident_id, &next).await })
        .await;
}

/// Signs the card's holder in. Only the stand-in for a card reader exists, so the door is open on
/// development servers alone: elsewhere anybody could type a number.
async fn read_card(cx: &Arc<Ctx>, resident_id: &str, next: &str) -> DoorResult {
    if !cx.site.development {
        return Err(PageError::NotFound);
    }
    let Some(account) = cx.portal.accounts().sign_in_by_card(resident_id).await? else {
        let kept = Kept {
            problems: vec![("resident_id".to_owned(), "kiosk-card-unknown".to_owned())],
            ..Kept::default()
        };
        cx.visitor.keep(CARD_FORM, kept).await?;
        return Ok(paths::again(&paths::kiosk_card(next)));
    };
    let chosen = Carried::take(&cx.visitor, next).await?;
    cx.visitor.sign_in(&account, Surface::Kiosk).await?;
    chosen.put(&cx.visitor).await?;
    // The session was anonymous when the card was read, so the address is not yet the kiosk's.
    Ok(paths::on_kiosk(paths::own(next).unwrap_or("/cases")))
}

pub(super) async fn end() {
    Door::current()
        .open(|cx| async move {
            cx.visitor.sign_out().await?;
            Ok(paths::kiosk_ended())
        })
        .await;
}
