//! Who stands in while an officer is away.

use std::sync::Arc;

use domain::AccountId;
use portal::desk::AbsenceError;

use super::kept;
use crate::page::{Ctx, Door, DoorResult};
use crate::paths;

/// Name of the form in the officer's session.
pub(crate) const AWAY_FORM: &str = "desk-away";

pub(crate) async fn away(deputy: String, from: String, until: String, remove: String) {
    Door::current()
        .open(|cx| async move { try_away(&cx, [&deputy, &from, &until], &remove).await })
        .await;
}

async fn try_away(cx: &Arc<Ctx>, told: [&String; 3], remove: &str) -> DoorResult {
    let officer = cx.officer()?;
    let desk = cx.portal.desk();
    if !remove.is_empty() {
        desk.remove_absence(officer, remove).await?;
        return Ok(paths::desk_away());
    }
    let [deputy, from, until] = told.map(|text| text.trim());
    let (problem, field) = match (from.parse(), until.parse()) {
        (Err(_), _) => ("absence-no-day", "from"),
        (_, Err(_)) => ("absence-no-day", "until"),
        (Ok(first), Ok(last)) => {
            let deputy = AccountId::new(deputy);
            match desk.add_absence(officer, &deputy, first, last).await {
                Ok(()) => {
                    cx.visitor.forget(AWAY_FORM).await?;
                    return Ok(paths::desk_away());
                }
                Err(AbsenceError::NotFound) => ("absence-no-deputy", "deputy"),
                Err(AbsenceError::Problem(problem)) => (problem.key(), "until"),
                Err(AbsenceError::Internal(internal)) => return Err(internal.into()),
            }
        }
    };
    let values = [("deputy", deputy), ("from", from), ("until", until)];
    cx.visitor
        .keep(AWAY_FORM, kept(values, (field, problem)))
        .await?;
    Ok(paths::again(&paths::desk_away()))
}
