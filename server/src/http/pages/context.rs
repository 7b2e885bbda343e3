//! Who asks, and everything a page may ask in turn.

use std::sync::Arc;

use app::page::{Modes, Surface, Visitor};
use app::{Ctx, PageError, paths};
use domain::Locale;
use portal::Internal;
use portal::accounts::{Actor, Officer};
use portal::counter::Sitting;

use super::Refused;
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
    /// Whom an officer serves at a counter.
    pub sitting: Option<Sitting>,
}

/// Whose an address is while an officer serves a citizen at a counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The officer's own: the desk.
    Desk,
    /// The citizen's, and the officer uses it for them.
    Citizen,
    /// Closed until the sitting has ended.
    Closed,
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
            sitting: None,
        }
    }

    /// An officer in a sitting, on one side of the counter: on the citizen's the citizen acts through the officer.
    fn at_counter(officer: Actor, inquiry: Inquiry, sitting: Sitting, side: Side) -> Self {
        let (actor, surface) = match side {
            Side::Citizen => (Actor::Citizen(sitting.citizen.clone()), Surface::Counter),
            Side::Desk | Side::Closed => (officer, Surface::Web),
        };
        Self {
            sitting: Some(sitting),
            ..Self::new(actor, inquiry, surface)
        }
    }
}

/// An open sitting of an officer's session; none for everybody else. Says nothing of one that is over.
pub async fn sitting(
    server: &Shared,
    visitor: &Visitor,
    actor: &Actor,
) -> Result<Option<Sitting>, Internal> {
    let (Actor::Officer(officer), Some(id)) = (actor, visitor.sitting().await?) else {
        return Ok(None);
    };
    server.portal.counter().attend(officer, &id).await
}

/// What a request asks for, as far as it matters to who may ask.
pub struct Place {
    /// Where the reader stands, outside a sitting.
    pub surface: Surface,
    /// Whose the address is in a sitting.
    pub side: Side,
    /// Path and query as pages link to them.
    pub path: String,
}

/// Who asks for something, or what they get instead: in a sitting much is closed, and a sitting that has ended by
/// itself is left behind with everything that was typed in it.
pub async fn admit(
    server: &Shared,
    visitor: &Visitor,
    inquiry: Inquiry,
    actor: Actor,
    place: &Place,
) -> Result<Result<Reader, Refused>, Internal> {
    if let Some(sitting) = sitting(server, visitor, &actor).await? {
        let reader = Reader::at_counter(actor, inquiry, sitting, place.side);
        if place.side != Side::Closed {
            return Ok(Ok(reader));
        }
        let cx = ctx(server, reader, place.path.clone(), visitor.clone());
        let closed = PageError::Forbidden("counter-closed");
        return Ok(Err(Refused::error(&cx, closed, inquiry.id)));
    }
    if let Actor::Officer(officer) = &actor
        && leave(visitor, officer).await?
        && place.side != Side::Desk
    {
        return Ok(Err(Refused::Elsewhere(paths::desk_counter_over())));
    }
    Ok(Ok(Reader::new(actor, inquiry, place.surface)))
}

/// Leaves a sitting that is over; `false` where there was none.
async fn leave(visitor: &Visitor, officer: &Officer) -> Result<bool, Internal> {
    let began = visitor.sitting().await?.is_some();
    if began {
        visitor.leave_sitting(&officer.id).await?;
    }
    Ok(began)
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
        sitting,
    } = reader;
    Arc::new(Ctx {
        portal: server.portal.clone(),
        actor,
        locale,
        modes,
        surface,
        path,
        visitor,
        sitting,
        site: server.site,
        now: server.portal.now(),
    })
}
