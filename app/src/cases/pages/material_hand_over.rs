//! The code that leads a telephone to a slot, on the screen of a desktop or a kiosk.

use std::sync::Arc;

use leptos::prelude::*;
use portal::cases::{CaseView, HAND_OVER_MINUTES, HandOver, HandOverError};

use super::{open, trail};
use crate::cases::doors::{SECRET, hand_over_form};
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, ButtonLink, QrCode, field_id};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let key = params.path("slot");
    let slot = view
        .definition
        .form
        .material(key)
        .ok_or(PageError::NotFound)?;
    let steps = &view.definition.form.steps;
    let step = steps.iter().find(|step| step.materials.contains(slot));
    let step = step.ok_or(PageError::NotFound)?;
    let back = format!(
        "{}#{}",
        paths::step(&view.case.id, &step.key),
        field_id(key)
    );
    let kept = cx.visitor.kept(&hand_over_form(&view.case.id, key)).await?;
    let secret = kept.unwrap_or_default().value(SECRET);
    let now = match cx.portal.cases().hand_over(&secret).await {
        Ok(now) => Some((secret, now)),
        Err(HandOverError::Ended) => None,
        Err(HandOverError::Internal(error)) => return Err(error.into()),
    };
    let title = cx.tf("hand-over-title", &[("name", cx.plain(&slot.name).into())]);
    Ok(Page::new(title.clone(), move || {
        body(&cx, &view, &title, now.as_ref(), &back)
    }))
}

fn body(
    cx: &Ctx,
    view: &CaseView,
    title: &str,
    now: Option<&(String, HandOver)>,
    back: &str,
) -> impl IntoView + use<> {
    let code = match now {
        Some((secret, open)) => code(cx, secret, open),
        None => {
            let text = cx.t("hand-over-over-text");
            view! {
                <Banner title=cx.t("hand-over-over") kind=BannerKind::Warning><p>{text}</p></Banner>
            }
            .into_any()
        }
    };
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <h1>{title.to_owned()}</h1>
            {code}
            <p class="actions"><ButtonLink href=cx.href(back) label=cx.t("hand-over-show")/></p>
        </div>
    }
}

fn code(cx: &Ctx, secret: &str, open: &HandOver) -> AnyView {
    let address = format!(
        "{}{}",
        cx.portal.settings().base_url,
        paths::hand_over(secret)
    );
    let lead = cx.tf("hand-over-lead", &[("n", HAND_OVER_MINUTES.into())]);
    let until = cx.tf(
        "hand-over-until",
        &[("at", cx.date_time(open.expires_at).into())],
    );
    view! {
        <p class="lead">{lead}</p>
        <QrCode text=address.clone() label=cx.t("hand-over-qr")/>
        <p class="hint">{cx.t("hand-over-address")}</p>
        <p class="number">{address}</p>
        <p>{until}</p>
        <p class="muted">{cx.t("hand-over-warning")}</p>
    }
    .into_any()
}
