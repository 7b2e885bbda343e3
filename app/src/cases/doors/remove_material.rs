//! Removing a file.

use std::sync::Arc;

use domain::{CaseId, MaterialId};

use super::{NOTE_REMOVED, refused, signed_in};
use crate::cases::way::noted;
use crate::page::{Ctx, DoorResult};
use crate::paths;

/// Removes a file and leads back to its step.
pub(crate) async fn remove_material(
    cx: Arc<Ctx>,
    case: String,
    material: String,
    step: String,
) -> DoorResult {
    let case = CaseId::new(case);
    let page = paths::step(&case, &step);
    let citizen = signed_in(&cx, &page)?;
    match cx
        .portal
        .cases()
        .remove_material(citizen, &case, &MaterialId::new(material))
        .await
    {
        Ok(()) => Ok(noted(&page, NOTE_REMOVED)),
        Err(error) => refused(error, &case),
    }
}
