//! Officers sign in.

use std::sync::Arc;

use leptos::prelude::*;
use portal::accounts::Actor;

use crate::desk::doors::SIGN_IN_FORM;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ErrorSummary, InputKind, TextField};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    if matches!(cx.actor, Actor::Officer(_)) {
        return Err(PageError::Redirect(paths::desk()));
    }
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(SIGN_IN_FORM).await?,
        None => None,
    };
    let status = if kept.is_some() { 422 } else { 200 };
    Ok(Page::new(cx.t("desk-sign-in-title"), move || {
        view(&cx, kept.unwrap_or_default())
    })
    .layout(Layout::Desk)
    .status(status))
}

fn view(cx: &Ctx, kept: Kept) -> impl IntoView + use<> {
    let errors: Vec<_> = kept
        .problems
        .iter()
        .map(|(_, key)| ("field-login".to_owned(), cx.t(key).to_owned()))
        .collect();
    let summary = (!errors.is_empty())
        .then(|| view! { <ErrorSummary title=cx.t("error-summary-title") errors=errors/> });
    view! {
        <div class="container stack">
            {summary}
            <header class="page-header">
                <h1>{cx.t("desk-sign-in-title")}</h1>
                <p class="lead">{cx.t("desk-sign-in-lead")}</p>
            </header>
            <form class="form" method="post" action=paths::door::DESK_SIGN_IN>
                <TextField
                    name="login"
                    label=cx.t("desk-sign-in-login")
                    value=kept.value("login")
                    kind=InputKind::Email
                    autocomplete="username"
                />
                <TextField
                    name="password"
                    label=cx.t("desk-sign-in-password")
                    kind=InputKind::Password
                    autocomplete="current-password"
                />
                <Button label=cx.t("desk-sign-in-button")/>
            </form>
            <p><a href=paths::sign_in("")>{cx.t("desk-sign-in-citizens")}</a></p>
        </div>
    }
}
