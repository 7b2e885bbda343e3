//! The work behind the desk's doors.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use domain::cases::{EventKind, Outcome};
use portal::accounts::{SignInDoor, SignInError};
use portal::desk::{DeskAction, DeskError};

use crate::page::{Ctx, Door, DoorResult, Kept, PageError, Surface};
use crate::paths;

/// Name of the sign-in form in the visitor's session.
pub(super) const SIGN_IN_FORM: &str = "desk-sign-in";

/// Name of the form of one case in the officer's session.
pub(super) fn act_form(case: &CaseId) -> String {
    format!("desk-act:{case}")
}

/// An action as it was posted.
pub(super) struct Posted {
    /// The case.
    pub(super) case: String,
    /// The revision that the officer's page was made from.
    pub(super) revision: u32,
    /// Key of the event.
    pub(super) action: String,
    /// Notice, reason or opinion.
    pub(super) text: String,
    /// Direction of a decision or a proposal.
    pub(super) outcome: String,
}

pub(super) async fn sign_in(login: String, password: String) {
    Door::current()
        .open(|cx| async move { try_sign_in(&cx, &login, &password).await })
        .await;
}

async fn try_sign_in(cx: &Arc<Ctx>, login: &str, password: &str) -> DoorResult {
    let key = match cx
        .portal
        .accounts()
        .sign_in(login, password, SignInDoor::Desk)
        .await
    {
        Ok(account) => {
            cx.visitor.sign_in(&account, Surface::Web).await?;
            return Ok(paths::desk());
        }
        Err(SignInError::WrongCredentials) => "problem-wrong-credentials",
        Err(SignInError::Locked { .. }) => "problem-account-locked",
        Err(SignInError::Internal(internal)) => return Err(internal.into()),
    };
    let kept = Kept {
        values: BTreeMap::from([("login".to_owned(), login.to_owned())]),
        problems: vec![(String::new(), key.to_owned())],
    };
    cx.visitor.keep(SIGN_IN_FORM, kept).await?;
    Ok(paths::again(&paths::desk_sign_in()))
}

pub(super) async fn act(posted: Posted) {
    Door::current()
        .open(|cx| async move { try_act(&cx, posted).await })
        .await;
}

async fn try_act(cx: &Arc<Ctx>, posted: Posted) -> DoorResult {
    let officer = cx.officer()?;
    let id = CaseId::new(posted.case.clone());
    let form = act_form(&id);
    let Some(action) = action(&posted) else {
        return keep(cx, &id, &posted, "refusal-choose-outcome").await;
    };
    match cx
        .portal
        .desk()
        .act(officer, &id, posted.revision, action)
        .await
    {
        Ok(()) => {
            cx.visitor.forget(&form).await?;
            Ok(paths::with_query(
                &paths::desk_case(&id),
                &[("done", &posted.action)],
            ))
        }
        Err(DeskError::NotFound) => Err(PageError::NotFound),
        Err(DeskError::Changed) => keep(cx, &id, &posted, "desk-changed").await,
        Err(DeskError::Refused(refusal)) => keep(cx, &id, &posted, refusal.key()).await,
        Err(DeskError::Internal(internal)) => Err(internal.into()),
    }
}

/// Keeps what the officer typed and leads back to the case.
async fn keep(cx: &Arc<Ctx>, id: &CaseId, posted: &Posted, key: &str) -> DoorResult {
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let kept = Kept {
        values: BTreeMap::from([
            value("action", &posted.action),
            value("text", &posted.text),
            value("outcome", &posted.outcome),
        ]),
        problems: vec![(posted.action.clone(), key.to_owned())],
    };
    cx.visitor.keep(&act_form(id), kept).await?;
    Ok(paths::again(&paths::desk_case(id)))
}

/// The action behind the posted fields; none when a decision has no direction.
fn action(posted: &Posted) -> Option<DeskAction> {
    let text = posted.text.trim().to_owned();
    let outcome = Outcome::parse(&posted.outcome);
    Some(match EventKind::parse(&posted.action)? {
        EventKind::Accept => DeskAction::Accept,
        EventKind::RequestCorrection => DeskAction::RequestCorrection { notice: text },
        EventKind::RefuseAcceptance => DeskAction::RefuseAcceptance { reason: text },
        EventKind::Propose => DeskAction::Propose {
            outcome: outcome?,
            opinion: text,
        },
        EventKind::SendBack => DeskAction::SendBack { opinion: text },
        EventKind::Decide => DeskAction::Decide {
            outcome: outcome?,
            opinion: text,
        },
        _ => return None,
    })
}
