//! Signing in with a password.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::AccountId;
use entities::account;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Set};

use super::{Accounts, password, store};
use crate::{Internal, Portal, audit};

/// Failures in a row before an account rests: the number that assessors of 等保 level 3 expect.
const MAX_FAILURES: i32 = 5;
/// How long it rests.
const LOCK_MINUTES: i64 = 30;

/// Which sign-in page was used: a citizen's account does not open the desk, nor the reverse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInDoor {
    /// The citizens' page.
    Citizen,
    /// The civil servants' page.
    Desk,
}

impl SignInDoor {
    fn kind(self) -> &'static str {
        match self {
            Self::Citizen => store::CITIZEN,
            Self::Desk => store::OFFICER,
        }
    }
}

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No such account, or not its password: which of the two is not said.
    #[error("wrong credentials")]
    WrongCredentials,
    /// Too many failures.
    #[error("locked for {minutes} minutes")]
    Locked {
        /// Whole minutes until the next try, at least one.
        minutes: i64,
    },
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Accounts<'_> {
    /// Signs somebody in by e-mail address and password.
    ///
    /// # Errors
    /// [`SignInError::WrongCredentials`] without saying why; [`SignInError::Locked`] after five
    /// failures in a row.
    pub async fn sign_in(
        &self,
        login: &str,
        password: &str,
        door: SignInDoor,
    ) -> Result<AccountId, SignInError> {
        let row = store::by_login(self.0.db().read(), self.0.keys(), login)
            .await?
            .filter(|row| row.kind == door.kind() && !row.disabled);
        if let Some(minutes) = row.as_ref().and_then(|row| resting(row, self.0.now())) {
            return Err(SignInError::Locked { minutes });
        }
        let stored = row.as_ref().map(|row| row.password_hash.clone());
        let right = password::verify(password.to_owned(), stored).await?;
        let Some(row) = row else {
            return Err(SignInError::WrongCredentials);
        };
        let portal = self.0.clone();
        self.0
            .db()
            .write::<_, SignInError, _>(move |tx| {
                Box::pin(async move { Ok(note(&portal, tx, &row.id, right).await?) })
            })
            .await?
            .ok_or(SignInError::WrongCredentials)
    }
}

/// Minutes that an account still rests after too many failures.
fn resting(row: &account::Model, now: DateTime<Utc>) -> Option<i64> {
    let left = row.locked_until? - now;
    (left > TimeDelta::zero()).then(|| left.num_minutes() + 1)
}

/// Writes down how the try went; the account's id when it was right.
async fn note(
    portal: &Portal,
    tx: &DatabaseTransaction,
    id: &str,
    right: bool,
) -> Result<Option<AccountId>, Internal> {
    let Some(row) = account::Entity::find_by_id(id).one(tx).await? else {
        return Ok(None);
    };
    let now = portal.now();
    let failures = if right { 0 } else { row.failed_count + 1 };
    let id = AccountId::new(row.id.clone());
    let who = if row.kind == store::OFFICER {
        audit::Actor::Officer(&id)
    } else {
        audit::Actor::Citizen(&id)
    };
    let outcome = if right { audit::DONE } else { "wrong-password" };
    audit::record(
        tx,
        who,
        "account.sign-in",
        "account",
        Some(id.as_str()),
        outcome,
        now,
    )
    .await?;
    if row.failed_count != failures || row.locked_until.is_some() {
        let mut changed = row.into_active_model();
        changed.locked_until =
            Set((failures >= MAX_FAILURES).then(|| now + TimeDelta::minutes(LOCK_MINUTES)));
        changed.failed_count = Set(if failures >= MAX_FAILURES {
            0
        } else {
            failures
        });
        changed.update(tx).await?;
    }
    Ok(right.then_some(id))
}
