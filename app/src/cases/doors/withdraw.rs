//! Withdrawing a case.

use std::sync::Arc;

use domain::CaseId;

use super::{NOTE_DISCARDED, NOTE_WITHDRAWN, refused, signed_in};
use crate::cases::way::noted;
use crate::page::{Ctx, DoorResult};
use crate::paths;

/// Withdraws a case, as the confirmation page has asked.
pub(crate) async fn withdraw(cx: Arc<Ctx>, case: String) -> DoorResult {
    let case = CaseId::new(case);
    let page = paths::case(&case);
    let citizen = signed_in(&cx, &page)?;
    let cases = cx.portal.cases();
    match cases.withdraw(citizen, &case).await {
        // A draft is gone, and so is its page.
        Ok(()) => match cases.open(citizen, &case).await? {
            Some(_) => Ok(noted(&page, NOTE_WITHDRAWN)),
            None => Ok(noted(&paths::my_cases(), NOTE_DISCARDED)),
        },
        Err(error) => refused(error, &case),
    }
}
