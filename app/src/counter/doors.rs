//! What stands behind the doors of the counter.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::counter::Card;
use portal::counter::BeginError;

use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Name of the form in the officer's session.
pub(super) const FORM: &str = "counter";
/// The value of a comparison that was made.
pub(super) const COMPARED: &str = "yes";
/// The beginning of the keys that say why an officer may not sit at a counter.
pub(super) const WRONG_ROLE: &str = "counter-wrong-role";

/// What the form of a counter has posted.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) resident_id: String,
    pub(super) phone: String,
    pub(super) compared: String,
}

/// Begins a sitting. What one citizen has left in the session is gone with it.
pub(super) async fn begin(cx: Arc<Ctx>, shown: Shown) -> DoorResult {
    let officer = cx.officer()?;
    let card = Card {
        name: &shown.name,
        resident_id: &shown.resident_id,
        phone: &shown.phone,
        compared: shown.compared == COMPARED,
    };
    let problems = match cx.portal.counter().begin(officer, &card).await {
        Ok(sitting) => {
            cx.visitor.begin_sitting(&officer.id, &sitting).await?;
            return Ok(paths::desk_counter());
        }
        Err(BeginError::Invalid(problems)) => problems,
        Err(BeginError::WrongRole) => return Err(PageError::Forbidden(WRONG_ROLE)),
        Err(BeginError::Internal(error)) => return Err(error.into()),
    };
    let typed = [
        ("name", shown.name),
        ("resident_id", shown.resident_id),
        ("phone", shown.phone),
    ];
    let kept = Kept {
        values: BTreeMap::from(typed.map(|(field, value)| (field.to_owned(), value))),
        problems: problems
            .into_iter()
            .map(|(field, key)| (field.to_owned(), key.to_owned()))
            .collect(),
    };
    cx.visitor.keep(FORM, kept).await?;
    Ok(paths::again(&paths::desk_counter()))
}

/// Ends the sitting; pressed twice, or after it has ended by itself, it only leads back.
pub(super) async fn end(cx: Arc<Ctx>) -> DoorResult {
    let officer = cx.officer()?;
    if let Some(sitting) = &cx.sitting {
        cx.portal.counter().end(sitting).await?;
        cx.visitor.leave_sitting(&officer.id).await?;
    }
    Ok(paths::desk_counter())
}
