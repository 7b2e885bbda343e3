//! The visitor's session: who is signed in, and what was typed into a form that had problems.

use std::collections::BTreeMap;

use domain::AccountId;
use portal::Internal;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;
use tower_sessions::session::Error as SessionError;

use super::Surface;

const SURFACE: &str = "surface";
const SITTING: &str = "sitting";

/// What a form with problems is shown again with. It lives in the sealed session, so nothing that was
/// typed stands in an address, and a reload loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What was typed, by the field's name; never passwords.
    pub values: BTreeMap<String, String>,
    /// Field name and Fluent key of each problem; the name is empty where the whole form is meant.
    pub problems: Vec<(String, String)>,
}

impl Kept {
    /// What was typed into a field; empty when nothing was.
    #[must_use]
    pub fn value(&self, field: &str) -> String {
        self.values.get(field).cloned().unwrap_or_default()
    }

    /// The Fluent key of a field's first problem.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, key)| key.as_str())
    }
}

/// The visitor's session.
#[derive(Clone, Debug)]
pub struct Visitor {
    session: Session,
}

impl Visitor {
    /// Where a session holds who is signed in: the store keeps it in a column too, to find all
    /// sessions of an account.
    pub const ACCOUNT: &str = "account";

    /// The visitor behind a session.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self { session }
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn account(&self) -> Result<Option<AccountId>, Internal> {
        self.session.get(Self::ACCOUNT).await.map_err(internal)
    }

    /// Where the visitor stands: a session that began at a kiosk stays there.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn surface(&self) -> Result<Surface, Internal> {
        let on_kiosk: Option<bool> = self.session.get(SURFACE).await.map_err(internal)?;
        Ok(if on_kiosk == Some(true) {
            Surface::Kiosk
        } else {
            Surface::Web
        })
    }

    /// Signs in: forgets what the session held before and gives it a new identifier, so that an
    /// identifier that was known before the sign-in is worth nothing.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn sign_in(&self, account: &AccountId, surface: Surface) -> Result<(), Internal> {
        self.session.clear().await;
        self.session.cycle_id().await.map_err(internal)?;
        self.session
            .insert(Self::ACCOUNT, account)
            .await
            .map_err(internal)?;
        let on_kiosk = surface == Surface::Kiosk;
        self.session
            .insert(SURFACE, on_kiosk)
            .await
            .map_err(internal)
    }

    /// Begins a sitting at a counter: the officer's session is as fresh as after a sign-in, so that it holds
    /// nothing of another citizen.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn begin_sitting(&self, officer: &AccountId, sitting: &str) -> Result<(), Internal> {
        self.sign_in(officer, Surface::Web).await?;
        self.session
            .insert(SITTING, sitting)
            .await
            .map_err(internal)
    }

    /// The sitting that the session has begun, whether it is still open or not.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn sitting(&self) -> Result<Option<String>, Internal> {
        self.session.get(SITTING).await.map_err(internal)
    }

    /// Leaves a sitting: the officer stays signed in, and everything about the citizen is forgotten.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn leave_sitting(&self, officer: &AccountId) -> Result<(), Internal> {
        self.sign_in(officer, Surface::Web).await
    }

    /// Signs out: deletes the session and everything in it.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn sign_out(&self) -> Result<(), Internal> {
        self.session.flush().await.map_err(internal)
    }

    /// Keeps what was typed into a form, until [`Visitor::forget`] or the end of the session.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn keep(&self, form: &str, kept: Kept) -> Result<(), Internal> {
        self.session
            .insert(&form_key(form), kept)
            .await
            .map_err(internal)
    }

    /// What was typed into a form; it stays, so that a reload shows it again.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn kept(&self, form: &str) -> Result<Option<Kept>, Internal> {
        self.session.get(&form_key(form)).await.map_err(internal)
    }

    /// Forgets what was typed into a form; call it when the form went through.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub async fn forget(&self, form: &str) -> Result<(), Internal> {
        self.session
            .remove_value(&form_key(form))
            .await
            .map(|_| ())
            .map_err(internal)
    }
}

fn form_key(form: &str) -> String {
    format!("form:{form}")
}

fn internal(error: SessionError) -> Internal {
    Internal::caused("the store of sessions failed", error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::testing::context;
    use portal::accounts::Actor;

    #[tokio::test]
    async fn what_was_typed_is_kept_until_it_is_forgotten() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/register").await;
        let kept = Kept {
            values: BTreeMap::from([("email".to_owned(), "a@example.org".to_owned())]),
            problems: vec![("phone".to_owned(), "problem-phone".to_owned())],
        };
        cx.visitor.keep("register", kept.clone()).await.unwrap();
        for _reload in 0..2 {
            assert_eq!(
                cx.visitor.kept("register").await.unwrap(),
                Some(kept.clone())
            );
        }
        assert_eq!(kept.value("email"), "a@example.org");
        assert_eq!(kept.value("name"), "");
        assert_eq!(kept.problem("phone"), Some("problem-phone"));
        assert_eq!(kept.problem("email"), None);
        cx.visitor.forget("register").await.unwrap();
        assert_eq!(cx.visitor.kept("register").await.unwrap(), None);
    }

    #[tokio::test]
    async fn nothing_of_a_sitting_outlives_it() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/desk").await;
        let (visitor, officer) = (&cx.visitor, AccountId::new("officer"));
        visitor.sign_in(&officer, Surface::Web).await.unwrap();
        visitor.keep("desk-search", Kept::default()).await.unwrap();
        visitor.begin_sitting(&officer, "s-1").await.unwrap();
        assert_eq!(visitor.sitting().await.unwrap().as_deref(), Some("s-1"));
        assert_eq!(visitor.kept("desk-search").await.unwrap(), None);
        visitor.keep("step:c-1:you", Kept::default()).await.unwrap();
        visitor.leave_sitting(&officer).await.unwrap();
        assert_eq!(visitor.sitting().await.unwrap(), None);
        assert_eq!(visitor.kept("step:c-1:you").await.unwrap(), None);
        assert_eq!(visitor.account().await.unwrap(), Some(officer));
    }

    #[tokio::test]
    async fn signing_in_and_out_forgets_what_came_before() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Kiosk, "/").await;
        let (visitor, account) = (&cx.visitor, AccountId::new("citizen"));
        visitor.keep("register", Kept::default()).await.unwrap();
        visitor.sign_in(&account, Surface::Kiosk).await.unwrap();
        assert_eq!(visitor.kept("register").await.unwrap(), None);
        assert_eq!(visitor.account().await.unwrap(), Some(account));
        assert_eq!(visitor.surface().await.unwrap(), Surface::Kiosk);
        visitor.sign_out().await.unwrap();
        assert_eq!(visitor.account().await.unwrap(), None);
        assert_eq!(visitor.surface().await.unwrap(), Surface::Web);
    }
}
