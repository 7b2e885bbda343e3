//! Making an account.

use std::sync::Arc;

use domain::accounts::MIN_PASSWORD_CHARS;
use leptos::prelude::*;

use super::{is_again, lead_away, wanted};
use crate::accounts::doors::REGISTER;
use crate::page::{Ctx, Kept, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ErrorSummary, InputKind, TextField, field_id};

/// One field of the form: name, keyboard, purpose for the browser's own filling. Label and hint are
/// `account-…` and `account-…-hint`.
const FIELDS: [(&str, InputKind, &str); 5] = [
    ("name", InputKind::Text, "name"),
    ("resident_id", InputKind::Code, "off"),
    ("phone", InputKind::Tel, "tel"),
    ("email", InputKind::Email, "email"),
    ("password", InputKind::Password, "new-password"),
];

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let next = wanted(&params);
    lead_away(&cx, &next)?;
    let kept = if is_again(&params) {
        cx.visitor.kept(REGISTER).await?
    } else {
        None
    };
    let status = if kept.is_some() { 422 } else { 200 };
    let title = cx.t("register-title");
    Ok(Page::new(title, move || view(&cx, &next, &kept.unwrap_or_default())).status(status))
}

fn view(cx: &Ctx, next: &str, kept: &Kept) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let fields: Vec<_> = FIELDS
        .into_iter()
        .map(|field| text_field(cx, kept, field))
        .collect();
    view! {
        <div class="container container--narrow stack">
            <header class="page-header">
                <h1>{cx.t("register-title")}</h1>
                <p class="lead">{cx.t("register-lead")}</p>
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <form class="form" method="post" novalidate=true action=paths::door::REGISTER>
                <input type="hidden" name="next" value=next.to_owned()/>
                {fields}
                <p class="muted">{cx.t("register-privacy")}</p>
                <div class="actions"><Button label=cx.t("register-button")/></div>
            </form>
            <p>{cx.t("register-have-one")} " " <a href=paths::sign_in(next)>{cx.t("sign-in")}</a></p>
        </div>
    }
}

fn text_field(
    cx: &Ctx,
    kept: &Kept,
    (name, kind, purpose): (&'static str, InputKind, &'static str),
) -> AnyView {
    let hint = match name {
        "password" => {
            let least = i64::try_from(MIN_PASSWORD_CHARS).unwrap_or(i64::MAX);
            cx.tf("account-password-hint", &[("n", least.into())])
        }
        _ => cx.t(&format!("account-{name}-hint")).to_owned(),
    };
    view! {
        <TextField
            name=name
            label=cx.t(&format!("account-{name}"))
            hint=hint
            value=kept.value(name)
            error=kept.problem(name).map(|key| cx.t(key))
            kind=kind
            autocomplete=purpose
        />
    }
    .into_any()
}
