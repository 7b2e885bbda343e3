//! The pages of accounts.

mod register;
mod sign_in;

use crate::page::{Access, Ctx, PageError, Params, Route, Surface, route};
use crate::paths;
use portal::accounts::Actor;

/// The parameter of an address that shows a form again with what was typed and what is wrong with it.
/// Without it a form is fresh, whatever the session still keeps.
const AGAIN: &str = "again";

/// The pages of this feature. The kiosk has its card reader in place of the sign-in.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/sign-in", Access::Visitor, sign_in::load).on_kiosk(),
        route("/register", Access::Visitor, register::load),
    ]
}

/// The address of a form that is shown again.
pub(super) fn again(form: &str, next: &str) -> String {
    paths::with_query(
        form,
        &[("next", paths::own(next).unwrap_or_default()), (AGAIN, "1")],
    )
}

/// Where the reader wants to go on to; empty for nowhere.
fn wanted(params: &Params) -> String {
    params
        .query("next")
        .and_then(paths::own)
        .unwrap_or_default()
        .to_owned()
}

/// Leads away who has nothing to do here: citizens who are signed in, and everybody at a kiosk.
fn lead_away(cx: &Ctx, next: &str) -> Result<(), PageError> {
    match (&cx.actor, cx.surface) {
        (Actor::Citizen(_), _) if next.is_empty() => Err(PageError::Redirect(paths::my_cases())),
        (Actor::Citizen(_), _) => Err(PageError::Redirect(next.to_owned())),
        (_, Surface::Kiosk) => Err(PageError::Redirect(paths::kiosk_card(next))),
        _ => Ok(()),
    }
}

/// Whether the form is shown again.
fn is_again(params: &Params) -> bool {
    params.query(AGAIN).is_some()
}
