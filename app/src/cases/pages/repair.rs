//! A form whose rules do not work: no page of it is shown, and nothing is decided by it.

use std::sync::Arc;

use leptos::prelude::*;
use portal::cases::CaseView;

use super::trail;
use crate::catalogue::pages::repair_notice;
use crate::page::{Ctx, Page, PageError};

/// Try later: the department has been told.
const UNAVAILABLE: u16 = 503;

/// The page in place of any page of the form, where a rule of it fails with these answers; its department
/// is told. None where everything works. What was answered stays as it is.
pub(super) async fn instead(cx: &Arc<Ctx>, view: &CaseView) -> Result<Option<Page>, PageError> {
    if view.read(cx.today()).fault().is_none() {
        return Ok(None);
    }
    let case = &view.case;
    let catalogue = cx.portal.catalogue();
    catalogue
        .tell_of_fault(&case.item, case.version, &case.department)
        .await?;
    let (cx, view) = (cx.clone(), view.clone());
    let title = cx.t("repair-title");
    Ok(Some(
        Page::new(title, move || body(&cx, &view)).status(UNAVAILABLE),
    ))
}

fn body(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <h1>{cx.text(&view.item_name)}</h1>
            {repair_notice(cx, &view.definition.guide.consult_phone)}
        </div>
    }
}
