//! Submitting a case.

use std::sync::Arc;

use domain::CaseId;

use super::{refused, signed_in};
use crate::cases::way::checked;
use crate::page::{Ctx, DoorResult};
use crate::paths;

/// The value of a declaration that was made.
pub(crate) const DECLARED: &str = "yes";

/// Submits a case, once the applicant has declared that the answers are true; sent twice, it leads to
/// the same receipt.
pub(crate) async fn submit(cx: Arc<Ctx>, case: String, declared: String) -> DoorResult {
    let case = CaseId::new(case);
    let review = paths::review(&case);
    let citizen = signed_in(&cx, &review)?;
    if declared != DECLARED {
        return Ok(checked(&review));
    }
    match cx.portal.cases().submit(citizen, &case).await {
        Ok(receipt) => Ok(paths::receipt(&receipt.id)),
        Err(error) => refused(error, &case),
    }
}
