//! The question whether a case shall really be withdrawn.

use std::sync::Arc;

use domain::cases::{CaseState, EventKind};
use leptos::prelude::*;
use portal::cases::CaseView;

use super::{open, trail};
use crate::cases::doors::NOTE_REFUSED;
use crate::cases::way::noted;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, ButtonLink};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    if !view.allowed.contains(&EventKind::Withdraw) {
        return Err(PageError::Redirect(noted(
            &paths::case(&view.case.id),
            NOTE_REFUSED,
        )));
    }
    let title = title(&cx, &view);
    Ok(Page::new(title, move || body(&cx, &view)))
}

fn is_draft(view: &CaseView) -> bool {
    matches!(view.case.state, CaseState::Draft)
}

fn title(cx: &Ctx, view: &CaseView) -> &'static str {
    cx.t(if is_draft(view) {
        "discard-title"
    } else {
        "withdraw-title"
    })
}

fn body(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let (text, button) = if is_draft(view) {
        ("discard-text", "discard-button")
    } else {
        ("withdraw-text", "withdraw-button")
    };
    let back = cx.href(paths::case(&view.case.id));
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <h1>{title(cx, view)}</h1>
            <p class="lead">{cx.text(&view.item_name)}</p>
            <p>{cx.t(text)}</p>
            <form class="actions" method="post" action=paths::door::WITHDRAW>
                <input type="hidden" name="case" value=view.case.id.to_string()/>
                <Button label=cx.t(button) kind=ButtonKind::Danger/>
                <ButtonLink href=back label=cx.t("withdraw-keep") kind=ButtonKind::Secondary/>
            </form>
        </div>
    }
}
