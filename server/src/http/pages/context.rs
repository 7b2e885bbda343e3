//! Who asks, and everything a page may ask in turn.

use std::sync::Arc;

use app::Ctx;
use app::page::{Surface, Visitor};
use domain::Locale;
use portal::Internal;
use portal::accounts::Actor;

use crate::http::Shared;

/// Who is signed in.
pub async fn actor(server: &Shared, visitor: &Visitor) -> Result<Actor, Internal> {
    match visitor.account().await? {
        Some(id) => server.portal.accounts().actor(&id).await,
        None => Ok(Actor::Anonymous),
    }
}

/// The context of a request. `path`: path and query as pages link to them, without the kiosk's prefix.
pub fn ctx(
    server: &Shared,
    actor: Actor,
    locale: Locale,
    surface: Surface,
    path: String,
    visitor: Visitor,
) -> Arc<Ctx> {
    Arc::new(Ctx {
        portal: server.portal.clone(),
        actor,
        locale,
        surface,
        path,
        visitor,
        site: server.site,
        now: server.portal.now(),
    })
}
