//! Who asks, and everything a page may ask in turn.

use std::sync::Arc;

use app::Ctx;
use app::page::{Modes, Surface, Visitor};
use domain::Locale;
use portal::Internal;
use portal::accounts::Actor;

use crate::http::{Inquiry, Shared};

/// Who is signed in.
pub async fn actor(server: &Shared, visitor: &Visitor) -> Result<Actor, Internal> {
    match visitor.account().await? {
        Some(id) => server.portal.accounts().actor(&id).await,
        None => Ok(Actor::Anonymous),
    }
}

/// Who reads, where and how.
pub struct Reader {
    /// Who is signed in.
    pub actor: Actor,
    /// The language of the answer.
    pub locale: Locale,
    /// How it is shown.
    pub modes: Modes,
    /// Where the reader stands.
    pub surface: Surface,
}

impl Reader {
    /// Somebody whom nobody has looked up.
    pub fn unknown(inquiry: Inquiry, surface: Surface) -> Self {
        Self::new(Actor::Anonymous, inquiry, surface)
    }

    /// Somebody who has been looked up. A language chosen here comes before the account's.
    pub fn new(actor: Actor, inquiry: Inquiry, surface: Surface) -> Self {
        Self {
            locale: inquiry.language.for_account(preferred(&actor)),
            modes: inquiry.wish.modes,
            surface,
            actor,
        }
    }
}

/// The language that an account prefers.
pub fn preferred(actor: &Actor) -> Option<Locale> {
    match actor {
        Actor::Anonymous => None,
        Actor::Citizen(citizen) => Some(citizen.locale),
        Actor::Officer(officer) => Some(officer.locale),
    }
}

/// The context of a request. `path`: path and query as pages link to them, without the kiosk's prefix.
pub fn ctx(server: &Shared, reader: Reader, path: String, visitor: Visitor) -> Arc<Ctx> {
    let Reader {
        actor,
        locale,
        modes,
        surface,
    } = reader;
    Arc::new(Ctx {
        portal: server.portal.clone(),
        actor,
        locale,
        modes,
        surface,
        path,
        visitor,
        site: server.site,
        now: server.portal.now(),
    })
}
