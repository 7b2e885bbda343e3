//! The citizen's sign-in.

use std::sync::Arc;

use leptos::prelude::*;

use super::{is_again, lead_away, wanted};
use crate::accounts::doors::{LOCKED, MINUTES, SIGN_IN};
use crate::page::{Ctx, Kept, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ErrorSummary, InputKind, TextField, field_id};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let next = wanted(&params);
    lead_away(&cx, &next)?;
    let kept = if is_again(&params) {
        cx.visitor.kept(SIGN_IN).await?
    } else {
        None
    };
    let status = match kept.as_ref().and_then(|kept| kept.problem("")) {
        None => 200,
        Some(LOCKED) => 429,
        Some(_) => 422,
    };
    let title = cx.t("sign-in-title");
    Ok(Page::new(title, move || view(&cx, &next, kept.unwrap_or_default())).status(status))
}

fn view(cx: &Ctx, next: &str, kept: Kept) -> impl IntoView + use<> {
    let errors = problem(cx, &kept)
        .map(|text| (field_id("login"), text))
        .into_iter()
        .collect();
    let register = paths::with_query(&paths::register(), &[("next", next)]);
    let waiting =
        (!next.is_empty()).then(|| view! { <p class="lead">{cx.t("sign-in-waiting")}</p> });
    view! {
        <div class="container container--narrow stack">
            <header class="page-header">
                <h1>{cx.t("sign-in-title")}</h1>
                {waiting}
            </header>
            <ErrorSummary title=cx.t("sign-in-problem") errors=errors/>
            <form class="form" method="post" novalidate=true action=paths::door::SIGN_IN>
                <input type="hidden" name="next" value=next.to_owned()/>
                <TextField
                    name="login"
                    label=cx.t("sign-in-login")
                    value=kept.value("login")
                    kind=InputKind::Email
                    autocomplete="username"
                />
                <TextField
                    name="password"
                    label=cx.t("account-password")
                    kind=InputKind::Password
                    autocomplete="current-password"
                />
                <div class="actions"><Button label=cx.t("sign-in")/></div>
            </form>
            <section class="section" aria-labelledby="sign-in-new">
                <h2 class="section__title" id="sign-in-new">{cx.t("sign-in-new")}</h2>
                <p>{cx.t("sign-in-new-text")}</p>
                <p><a href=register>{cx.t("register-title")}</a></p>
            </section>
            <p class="muted">{cx.t("sign-in-help")}</p>
        </div>
    }
}

fn problem(cx: &Ctx, kept: &Kept) -> Option<String> {
    Some(match kept.problem("")? {
        LOCKED => {
            let minutes: i64 = kept.value(MINUTES).parse().unwrap_or(1);
            cx.tf(LOCKED, &[("n", minutes.into())])
        }
        key => cx.t(key).to_owned(),
    })
}
