//! What stands behind the doors of cases, one file an action.

mod follow_up;
mod hand_over;
mod library;
mod message;
mod move_version;
mod remove_material;
mod save_step;
mod start;
mod submit;
mod withdraw;

pub(super) use follow_up::{SLOT, follow_up};
pub(super) use hand_over::{ADDED, PROBLEM, SECRET, hand_over, hand_over_form};
pub(super) use library::forget_material;
pub(super) use message::{message, message_form};
pub(super) use move_version::move_version;
pub(super) use remove_material::remove_material;
pub(super) use save_step::save_step;
pub(super) use start::{begin, start};
pub(super) use submit::{DECLARED, submit};
pub(super) use withdraw::withdraw;

use domain::CaseId;
use portal::accounts::{Actor, Citizen};
use portal::cases::CaseError;

use super::way::{checked, noted};
use crate::page::{Ctx, DoorResult, PageError};
use crate::paths;

/// Notices that pages show at their top; the text's key is `note-…`.
pub(super) const NOTE_CHANGED: &str = "changed";
pub(super) const NOTE_DISCARDED: &str = "discarded";
pub(super) const NOTE_EARLIER: &str = "earlier";
pub(super) const NOTE_FOLLOWED: &str = "followed";
pub(super) const NOTE_FORGOTTEN: &str = "forgotten";
pub(super) const NOTE_MOVED: &str = "moved";
pub(super) const NOTE_NOT_EDITABLE: &str = "not-editable";
pub(super) const NOTE_PARKED: &str = "parked";
pub(super) const NOTE_PARKED_WITHOUT_FILES: &str = "parked-without-files";
pub(super) const NOTE_REFUSED: &str = "refused";
pub(super) const NOTE_REMOVED: &str = "removed";
pub(super) const NOTE_REUSED: &str = "reused";
pub(super) const NOTE_SAVED: &str = "saved";
pub(super) const NOTE_WITHDRAWN: &str = "withdrawn";

/// The page that explains why an action on a case did not happen.
pub(super) fn refused(error: CaseError, case: &CaseId) -> DoorResult {
    let page = paths::case(case);
    match error {
        CaseError::NotFound | CaseError::NotOnline => Err(PageError::NotFound),
        CaseError::NotEditable => Ok(noted(&page, NOTE_NOT_EDITABLE)),
        CaseError::Incomplete { step } => Ok(checked(&paths::step(case, &step))),
        CaseError::Refused(_) => Ok(noted(&page, NOTE_REFUSED)),
        CaseError::UnderRepair => Ok(paths::review(case)),
        CaseError::Changed => Ok(noted(&page, NOTE_CHANGED)),
        CaseError::Internal(error) => Err(error.into()),
    }
}

/// The citizen who is signed in; everybody else signs in first and comes back to `next`.
fn signed_in<'a>(cx: &'a Ctx, next: &str) -> Result<&'a Citizen, PageError> {
    match &cx.actor {
        Actor::Citizen(citizen) => Ok(citizen),
        Actor::Anonymous => Err(PageError::Redirect(paths::sign_in(next))),
        Actor::Officer(_) => Err(PageError::NotFound),
    }
}
