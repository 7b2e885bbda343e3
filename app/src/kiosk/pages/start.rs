//! The kiosk's first page.

use std::sync::Arc;

use leptos::prelude::*;
use portal::accounts::Actor;

use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Icon, IconKind};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    Ok(Page::new(cx.t("kiosk-title"), move || view(&cx)).layout(Layout::Kiosk))
}

fn view(cx: &Ctx) -> impl IntoView + use<> {
    let known = matches!(cx.actor, Actor::Citizen(_));
    let mine = |path: String| {
        if known {
            paths::on_kiosk(&path)
        } else {
            paths::kiosk_card(&path)
        }
    };
    let online = paths::on_kiosk(&paths::items());
    let tiles = [
        (online, "kiosk-tile-services", IconKind::Search),
        (mine(paths::my_cases()), "kiosk-tile-cases", IconKind::Clock),
        (
            mine(paths::my_certificates()),
            "kiosk-tile-certificates",
            IconKind::IdCard,
        ),
    ]
    .map(|(href, key, sign)| {
        view! {
            <li>
                <a class="kiosk-tile" href=href>
                    <span class="kiosk-tile__sign"><Icon kind=sign/></span>
                    <span class="kiosk-tile__words">
                        {cx.t(key)}
                        <span class="kiosk-tile__about">{cx.t(&format!("{key}-about"))}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <div class="container kiosk-start">
            <header class="page-header">
                <h1>{cx.t("kiosk-title")}</h1>
                <p class="lead">{cx.t("kiosk-lead")}</p>
            </header>
            <ul class="kiosk-tiles">{tiles.collect_view()}</ul>
        </div>
    }
}
