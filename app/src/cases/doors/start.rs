//! Starting a case.

use std::sync::Arc;

use domain::ItemCode;
use portal::accounts::{Actor, Citizen};
use portal::cases::{CaseError, Channel};

use crate::cases::parked::Parked;
use crate::cases::way::resume;
use crate::choice::kept;
use crate::page::{Ctx, DoorResult, PageError, Surface};
use crate::paths;

/// Starts a case of `item`. Who is not signed in does so first, and the case starts by itself then.
pub(crate) async fn start(cx: Arc<Ctx>, item: String) -> DoorResult {
    let item = ItemCode::parse(&item).map_err(|_| PageError::NotFound)?;
    match &cx.actor {
        Actor::Citizen(citizen) => begin(&cx, citizen, &item).await,
        Actor::Anonymous => Parked::Start(item).park(&cx.visitor).await,
        Actor::Officer(_) => Err(PageError::NotFound),
    }
}

/// Starts a case for a citizen, or goes on with the draft that there is. What was answered in the guided
/// choice goes into the form.
pub(crate) async fn begin(cx: &Ctx, citizen: &Citizen, item: &ItemCode) -> DoorResult {
    let channel = match cx.surface {
        Surface::Web => Channel::Web,
        Surface::Kiosk => Channel::Kiosk,
        Surface::Counter => Channel::Counter,
    };
    let cases = cx.portal.cases();
    let early = kept::answers(&cx.visitor, item).await?;
    let id = match cases.start_with(citizen, item, channel, &early).await {
        Ok(id) => id,
        // It went offline while the guide was being read; the guide says so by now.
        Err(CaseError::NotOnline) => return Ok(paths::item(item)),
        Err(CaseError::Internal(error)) => return Err(error.into()),
        Err(_) if cx.surface == Surface::Counter => {
            return Err(PageError::Forbidden("counter-elsewhere"));
        }
        Err(_) => return Err(PageError::NotFound),
    };
    kept::forget(&cx.visitor, item).await?;
    let view = cases.open(citizen, &id).await?.ok_or(PageError::NotFound)?;
    Ok(resume(&view, cx.today()))
}
