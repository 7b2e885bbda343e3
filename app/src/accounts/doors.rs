//! What stands behind the doors of accounts.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::AccountId;
use portal::accounts::{Actor, NewCitizen, RegisterError, SignInDoor, SignInError};

use super::pages;
use crate::cases::parked::Parked;
use crate::choice::kept::Carried;
use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Where the kept forms lie in the session.
pub(super) const SIGN_IN: &str = "sign-in";
pub(super) const REGISTER: &str = "register";

/// The value that a locked account's page needs: whole minutes to wait.
pub(super) const MINUTES: &str = "minutes";
/// The Fluent key of a locked account.
pub(super) const LOCKED: &str = "sign-in-locked";

/// The form of a new account.
pub(super) struct Registration {
    pub(super) name: String,
    pub(super) resident_id: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) password: String,
    pub(super) next: String,
}

pub(super) async fn sign_in(
    cx: Arc<Ctx>,
    login: String,
    password: String,
    next: String,
) -> DoorResult {
    let accounts = cx.portal.accounts();
    let mut values = BTreeMap::new();
    let problem = match accounts
        .sign_in(&login, &password, SignInDoor::Citizen)
        .await
    {
        Ok(account) => return arrive(&cx, &account, &next).await,
        Err(SignInError::WrongCredentials) => "sign-in-wrong",
        Err(SignInError::Locked { minutes }) => {
            values.insert(MINUTES.to_owned(), minutes.to_string());
            LOCKED
        }
        Err(SignInError::Internal(error)) => return Err(error.into()),
    };
    values.insert("login".to_owned(), login);
    let kept = Kept {
        values,
        problems: vec![(String::new(), problem.to_owned())],
    };
    cx.visitor.keep(SIGN_IN, kept).await?;
    Ok(pages::again(&paths::sign_in(""), &next))
}

pub(super) async fn register(cx: Arc<Ctx>, form: Registration) -> DoorResult {
    let Registration {
        name,
        resident_id,
        phone,
        email,
        password,
        next,
    } = form;
    let new = NewCitizen {
        email: email.clone(),
        phone: phone.clone(),
        name: name.clone(),
        resident_id: resident_id.clone(),
        password,
        locale: cx.locale,
    };
    let problems = match cx.portal.accounts().register(new).await {
        Ok(account) => return arrive(&cx, &account, &next).await,
        Err(RegisterError::Invalid(problems)) => problems,
        Err(RegisterError::Internal(error)) => return Err(error.into()),
    };
    let typed = [
        ("name", name),
        ("resident_id", resident_id),
        ("phone", phone),
        ("email", email),
    ];
    let kept = Kept {
        values: typed
            .into_iter()
            .map(|(field, value)| (field.to_owned(), value))
            .collect(),
        problems: problems
            .into_iter()
            .map(|(field, key)| (field.to_owned(), key.to_owned()))
            .collect(),
    };
    cx.visitor.keep(REGISTER, kept).await?;
    Ok(pages::again(&paths::register(), &next))
}

pub(super) async fn sign_out(cx: Arc<Ctx>) -> DoorResult {
    let home = match &cx.actor {
        Actor::Officer(_) => paths::desk_sign_in(),
        Actor::Anonymous | Actor::Citizen(_) => paths::home(),
    };
    if let Some(sitting) = &cx.sitting {
        cx.portal.counter().end(sitting).await?;
    }
    cx.visitor.sign_out().await?;
    Ok(home)
}

/// Signs a citizen in and goes on: with what was begun before the sign-in, if it was about `next`, else
/// to `next`, else to the citizen's cases.
///
/// # Errors
/// When the store of sessions or the database fails.
pub(crate) async fn arrive(cx: &Ctx, account: &AccountId, next: &str) -> DoorResult {
    // Signing in empties the session, so what was parked in it is taken out before.
    let parked = Parked::take(&cx.visitor).await?;
    let chosen = Carried::take(&cx.visitor, next).await?;
    cx.visitor.sign_in(account, cx.surface).await?;
    chosen.put(&cx.visitor).await?;
    let Actor::Citizen(citizen) = cx.portal.accounts().actor(account).await? else {
        return Err(PageError::NotFound);
    };
    let next = paths::own(next).unwrap_or_default();
    match parked {
        Some(parked) if parked.is_for(next) => parked.resume(cx, &citizen).await,
        _ if next.is_empty() => Ok(paths::my_cases()),
        _ => Ok(next.to_owned()),
    }
}
