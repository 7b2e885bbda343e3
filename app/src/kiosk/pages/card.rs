//! The kiosk's card reader. The built-in one is a stand-in: it takes the number that a reader would
//! give, and exists on development servers only.

use std::sync::Arc;

use leptos::prelude::*;

use crate::kiosk::doors::CARD_FORM;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, Button, ErrorSummary, InputKind, TextField, field_id};

const FIELD: &str = "resident_id";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    if !cx.site.development {
        return Err(PageError::NotFound);
    }
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(CARD_FORM).await?,
        None => None,
    };
    let status = if kept.is_some() { 422 } else { 200 };
    let next = params.query("next").unwrap_or_default().to_owned();
    Ok(Page::new(cx.t("kiosk-card-title"), move || {
        view(&cx, &kept.unwrap_or_default(), next)
    })
    .layout(Layout::Kiosk)
    .status(status))
}

fn view(cx: &Ctx, kept: &Kept, next: String) -> impl IntoView + use<> {
    let error = kept.problem(FIELD).map(|key| cx.t(key));
    let summary = error.map(|text| {
        let errors = vec![(field_id(FIELD), text.to_owned())];
        view! { <ErrorSummary title=cx.t("error-summary-title") errors=errors/> }
    });
    let about = cx.t("kiosk-card-stand-in-about");
    view! {
        <div class="container stack">
            {summary}
            <header class="page-header">
                <h1>{cx.t("kiosk-card-title")}</h1>
                <p class="lead">{cx.t("kiosk-card-lead")}</p>
            </header>
            <Banner title=cx.t("kiosk-card-stand-in")>
                <p>{about}</p>
            </Banner>
            <form class="form" method="post" action=paths::door::KIOSK_CARD>
                <input type="hidden" name="next" value=next/>
                <TextField
                    name=FIELD
                    label=cx.t("kiosk-card-number")
                    hint=cx.t("hint-resident_id")
                    error=error
                    kind=InputKind::Code
                    autocomplete="off"
                />
                <Button label=cx.t("kiosk-card-button")/>
            </form>
            <p><a href=paths::kiosk()>{cx.t("back")}</a></p>
        </div>
    }
}
