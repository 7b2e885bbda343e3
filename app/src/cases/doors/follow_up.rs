//! Adding a material that was promised for later.

use std::sync::Arc;

use domain::CaseId;
use server_fn::codec::MultipartData;

use super::{NOTE_FOLLOWED, PROBLEM, refused, signed_in};
use crate::cases::posted::Posted;
use crate::cases::way::noted;
use crate::page::{Ctx, DoorResult};
use crate::paths;

/// Name of the slot in the form.
pub(crate) const SLOT: &str = "slot";

/// Takes files for a slot of an accepted case.
pub(crate) async fn follow_up(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let mut posted = Posted::read(data).await;
    let case = CaseId::new(posted.case.clone());
    let slot = posted.answers.remove(SLOT).unwrap_or_default();
    let slot = slot.first().map(String::as_str).unwrap_or_default();
    let page = paths::follow_up(&case, slot);
    let citizen = signed_in(&cx, &page)?;
    let cut_off = posted.problems.first().map(|(_, key)| *key);
    let sent = !posted.uploads.is_empty();
    let cases = cx.portal.cases();
    let problem = match cases.follow_up(citizen, &case, slot, posted.uploads).await {
        Ok(problems) => problems.first().map(|(_, problem)| problem.key()),
        Err(error) => return refused(error, &case),
    };
    match problem.or(cut_off) {
        Some(problem) => Ok(paths::with_query(&page, &[(PROBLEM, problem)])),
        None if sent => Ok(noted(&paths::case(&case), NOTE_FOLLOWED)),
        None => Ok(page),
    }
}
