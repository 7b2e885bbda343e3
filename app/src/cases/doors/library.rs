//! The applicant's own library.

use std::sync::Arc;

use domain::MaterialId;
use portal::cases::CaseError;

use super::{NOTE_FORGOTTEN, signed_in};
use crate::cases::way::noted;
use crate::page::{Ctx, DoorResult, PageError};
use crate::paths;

/// Takes a file out of the library.
pub(crate) async fn forget_material(cx: Arc<Ctx>, material: String) -> DoorResult {
    let page = paths::my_materials();
    let citizen = signed_in(&cx, &page)?;
    let id = MaterialId::new(material);
    match cx.portal.cases().forget_library_entry(citizen, &id).await {
        Ok(()) => Ok(noted(&page, NOTE_FORGOTTEN)),
        Err(CaseError::Internal(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}
