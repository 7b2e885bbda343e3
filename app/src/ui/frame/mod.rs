//! The frames around a page's body: public portal, desk, kiosk.

mod counter;
mod desk;
mod footer;
mod header;
mod kiosk;
mod session;
mod tools;
mod wordmark;

pub(crate) use counter::counter;
pub(crate) use desk::desk;
pub(crate) use kiosk::kiosk;

use leptos::prelude::*;

use crate::page::Ctx;

/// The public portal: header, body, footer.
pub(crate) fn site(cx: &Ctx, body: AnyView) -> AnyView {
    view! {
        {skip_link(cx)}
        {header::header(cx)}
        {tools::conversion_note(cx)}
        {tools::read_aloud(cx)}
        <main class="main" id="main" tabindex="-1">{body}</main>
        {footer::footer(cx)}
        {tools::elder_help(cx)}
    }
    .into_any()
}

/// Only the body, for a sheet of paper.
pub(crate) fn print(body: AnyView) -> AnyView {
    view! { <main class="main main--print" id="main">{body}</main> }.into_any()
}

/// The first thing that a keyboard reaches.
fn skip_link(cx: &Ctx) -> impl IntoView + use<> {
    view! { <a class="skip-link" href="#main">{cx.t("skip-link")}</a> }
}
