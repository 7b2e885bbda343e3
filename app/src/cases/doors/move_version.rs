//! Moving a draft to the version that is published now.

use std::sync::Arc;

use domain::CaseId;

use super::{NOTE_MOVED, refused, signed_in};
use crate::cases::way::{noted, resume};
use crate::page::{Ctx, DoorResult, PageError};
use crate::paths;

/// Moves a draft and leads to where it goes on.
pub(crate) async fn move_version(cx: Arc<Ctx>, case: String) -> DoorResult {
    let case = CaseId::new(case);
    let citizen = signed_in(&cx, &paths::new_version(&case))?;
    let cases = cx.portal.cases();
    if let Err(error) = cases.move_to_new_version(citizen, &case).await {
        return refused(error, &case);
    }
    let view = cases
        .open(citizen, &case)
        .await?
        .ok_or(PageError::NotFound)?;
    if !view.editable() {
        return Ok(paths::case(&case));
    }
    Ok(noted(&resume(&view, cx.today()), NOTE_MOVED))
}
