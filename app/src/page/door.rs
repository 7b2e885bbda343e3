//! Doors: where a form arrives. A door never answers with an error; it saves what it can and says
//! which page comes next.

use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::expect_context;
use portal::Internal;

use super::ctx::href;
use super::{Ctx, PageError};
use crate::paths;

/// What the work behind a door returns: the page that comes next, as a function of [`crate::paths`]
/// gives it.
pub type DoorResult = Result<String, PageError>;

/// The door of one request. The server puts it into the context of the server function and reads
/// afterwards where it leads.
#[derive(Clone)]
pub struct Door {
    /// The request's context.
    pub cx: Arc<Ctx>,
    outcome: Arc<Mutex<Outcome>>,
}

#[derive(Default)]
struct Outcome {
    location: Option<String>,
    not_found: bool,
    forbidden: Option<&'static str>,
    failure: Option<Internal>,
}

impl Door {
    /// A door that leads nowhere yet.
    #[must_use]
    pub fn new(cx: Arc<Ctx>) -> Self {
        Self {
            cx,
            outcome: Arc::default(),
        }
    }

    /// The door of the server function that is running. Take it before the first `await`.
    ///
    /// # Panics
    /// Outside a request that came through the server's handler of doors: a mistake of the program.
    #[must_use]
    pub fn current() -> Self {
        expect_context::<Self>()
    }

    /// Runs the work behind the door and keeps where it leads.
    pub async fn open<F, R>(self, work: F)
    where
        F: FnOnce(Arc<Ctx>) -> R,
        R: Future<Output = DoorResult>,
    {
        match work(Arc::clone(&self.cx)).await {
            Ok(path) | Err(PageError::Redirect(path)) => self.go(path),
            Err(PageError::SignIn) => self.go(paths::sign_in("")),
            Err(PageError::OfficerSignIn) => self.go(paths::desk_sign_in()),
            Err(PageError::NotFound) => self.set(|outcome| outcome.not_found = true),
            Err(PageError::Forbidden(why)) => self.set(|outcome| outcome.forbidden = Some(why)),
            Err(PageError::Internal(error)) => self.set(|outcome| outcome.failure = Some(error)),
        }
    }

    /// The page that comes next (303 See Other), on the surface where the reader stands.
    pub fn go(&self, path: impl Into<String>) {
        let path = href(self.cx.surface, path.into());
        self.set(|outcome| outcome.location = Some(path));
    }

    /// Where the door leads; none when it was not opened, leads to nothing or failed.
    #[must_use]
    pub fn location(&self) -> Option<String> {
        self.read(|outcome| outcome.location.clone())
    }

    /// Whether what the form speaks of does not exist, or is not this reader's.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.read(|outcome| outcome.not_found)
    }

    /// Why this reader may not pass, as [`PageError::Forbidden`] has it.
    #[must_use]
    pub fn forbidden(&self) -> Option<&'static str> {
        self.read(|outcome| outcome.forbidden)
    }

    /// The failure of the infrastructure behind the door, if there was one.
    #[must_use]
    pub fn failure(&self) -> Option<Internal> {
        self.read(|outcome| outcome.failure.clone())
    }

    fn set(&self, change: impl FnOnce(&mut Outcome)) {
        change(&mut self.outcome.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn read<T>(&self, look: impl FnOnce(&Outcome) -> T) -> T {
        look(&self.outcome.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use portal::accounts::Actor;

    async fn opened(surface: Surface, result: DoorResult) -> Door {
        let (_folder, cx) = context(Actor::Anonymous, surface, "/").await;
        let door = Door::new(Arc::new(cx));
        door.clone().open(|_| async { result }).await;
        door
    }

    #[tokio::test]
    async fn a_door_leads_to_the_next_page_on_the_same_surface() {
        let door = opened(Surface::Web, Ok(paths::my_cases())).await;
        assert_eq!(door.location().as_deref(), Some("/cases"));
        let door = opened(Surface::Kiosk, Err(PageError::Redirect(paths::home()))).await;
        assert_eq!(door.location().as_deref(), Some("/kiosk"));
    }

    #[tokio::test]
    async fn what_cannot_go_on_is_told_apart() {
        let door = opened(Surface::Web, Err(PageError::SignIn)).await;
        assert_eq!(door.location().as_deref(), Some("/sign-in"));
        let door = opened(Surface::Web, Err(PageError::OfficerSignIn)).await;
        assert_eq!(door.location().as_deref(), Some("/desk/sign-in"));
        let door = opened(Surface::Web, Err(PageError::NotFound)).await;
        assert!(door.is_not_found() && door.location().is_none());
        let door = opened(Surface::Web, Err(PageError::Forbidden("why"))).await;
        assert_eq!((door.forbidden(), door.location()), (Some("why"), None));
        let door = opened(Surface::Web, Err(Internal::new("away").into())).await;
        assert!(door.failure().is_some() && door.location().is_none());
    }
}
