//! Withdrawing a case.

use std::sync::Arc;

use domain::CaseId;

use super::{NOTE_WITHDRAWN, refused, signed_in};
use crate::cases::way::noted;
use crate::page::{Ctx, DoorResult};
use crate::paths;

/// Withdraws a case, as the confirmation page has asked.
pub(crate) async fn withdraw(cx: Arc<Ctx>, case: String) -> DoorResult {
    let case = CaseId::new(case);
    let page = paths::case(&case);
    let citizen = signed_in(&cx, &page)?;
    match cx.portal.cases().withdraw(citizen, &case).await {
        Ok(()) => Ok(noted(&page, NOTE_WITHDRAWN)),
        Err(error) => refused(error, &case),
    }
}
