//! The kiosk's farewell: nothing of the last person is left.

use std::sync::Arc;

use leptos::prelude::*;

use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{ButtonLink, Panel};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    Ok(Page::new(cx.t("kiosk-ended-title"), move || view(&cx)).layout(Layout::Kiosk))
}

fn view(cx: &Ctx) -> impl IntoView + use<> {
    let text = cx.t("kiosk-ended-text");
    view! {
        <div class="container stack">
            <Panel title=cx.t("kiosk-ended-title")>
                <p>{text}</p>
            </Panel>
            <p><ButtonLink href=paths::kiosk() label=cx.t("kiosk-ended-again")/></p>
        </div>
    }
}
