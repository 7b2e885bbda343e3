//! A case changes hands, and how new ones find their officer.

use std::sync::Arc;

use domain::desk::AssignmentRule;
use domain::{AccountId, CaseId, ItemCode};
use portal::desk::AssignmentError;

use super::kept;
use crate::page::{Ctx, Door, DoorResult, PageError};
use crate::paths;

/// Name in the officer's session of why a case did not change hands.
pub(crate) const ASSIGN_FORM: &str = "desk-assign";

pub(crate) async fn assign(case: String, seen: String, to: String) {
    Door::current()
        .open(|cx| async move { try_assign(&cx, CaseId::new(case), &seen, &to).await })
        .await;
}

/// An officer's identifier; a blank is nobody.
pub(super) fn somebody(id: &str) -> Option<AccountId> {
    let id = id.trim();
    (!id.is_empty()).then(|| AccountId::new(id))
}

async fn try_assign(cx: &Arc<Ctx>, case: CaseId, seen: &str, to: &str) -> DoorResult {
    let officer = cx.officer()?;
    let (seen, to) = (somebody(seen), somebody(to));
    let desk = cx.portal.desk();
    let done = desk.assign(officer, &case, seen.as_ref(), to.as_ref());
    let (holder, problem) = match done.await {
        Ok(()) => return Ok(paths::desk_case(&case)),
        Err(AssignmentError::NotFound) => return Err(PageError::NotFound),
        Err(AssignmentError::Internal(internal)) => return Err(internal.into()),
        Err(AssignmentError::Changed(holder)) => (holder, "assignment-changed"),
        Err(AssignmentError::Refused(refusal)) => (None, refusal.key()),
    };
    let told = kept([("holder", &holder.unwrap_or_default())], ("", problem));
    cx.visitor.keep(ASSIGN_FORM, told).await?;
    Ok(paths::with_query(
        &paths::desk_case(&case),
        &[("hands", "1")],
    ))
}

pub(crate) async fn rule(item: String, rule: String) {
    Door::current()
        .open(|cx| async move { try_rule(&cx, &item, &rule).await })
        .await;
}

async fn try_rule(cx: &Arc<Ctx>, item: &str, rule: &str) -> DoorResult {
    let officer = cx.officer()?;
    let code = match item {
        "" => None,
        code => Some(ItemCode::parse(code).map_err(|_| PageError::NotFound)?),
    };
    let rule = AssignmentRule::parse(rule);
    let desk = cx.portal.desk();
    if desk
        .set_assignment_rule(officer, code.as_ref(), rule)
        .await?
    {
        Ok(paths::desk_assignment())
    } else {
        Err(PageError::NotFound)
    }
}
