//! Officers sign in.

use std::collections::BTreeMap;
use std::sync::Arc;

use portal::accounts::{SignInDoor, SignInError};

use crate::page::{Ctx, Door, DoorResult, Kept, Surface};
use crate::paths;

/// Name of the sign-in form in the visitor's session.
pub(crate) const SIGN_IN_FORM: &str = "desk-sign-in";

pub(crate) async fn sign_in(login: String, password: String) {
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
            if let Some(sitting) = &cx.sitting {
                cx.portal.counter().end(sitting).await?;
            }
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
