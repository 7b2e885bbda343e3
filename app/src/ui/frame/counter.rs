//! The frame of a citizen's page that an officer uses at a counter, and the band that names the citizen on every
//! page of a sitting.

use leptos::prelude::*;

use super::skip_link;
use super::tools::{conversion_note, display_tools, language_list, read_aloud};
use super::wordmark::wordmark;
use crate::page::Ctx;
use crate::paths;

/// A dense head without the citizen's places: none of them is open here.
pub(crate) fn counter(cx: &Ctx, body: AnyView) -> AnyView {
    let place = Some(cx.t("counter-name"));
    view! {
        {skip_link(cx)}
        <header class="desk-header">
            <div class="container desk-header__bar">
                {wordmark(cx, paths::desk_counter(), place)}
                <div class="site-header__tools">{language_list(cx)} {display_tools(cx)}</div>
            </div>
        </header>
        {band(cx)}
        {conversion_note(cx)}
        {read_aloud(cx)}
        <main class="main" id="main" tabindex="-1">{body}</main>
    }
    .into_any()
}

/// Whom the officer serves, and the way to say goodbye; nothing outside a sitting.
pub(super) fn band(cx: &Ctx) -> Option<AnyView> {
    let sitting = cx.sitting.as_ref()?;
    let who = [
        ("name", sitting.name_masked.as_str().into()),
        ("end", sitting.number_end.as_str().into()),
    ];
    let serving = cx.tf("counter-serving", &who);
    Some(
        view! {
            <section class="counter-band" aria-label=cx.t("counter-band")>
                <div class="container container--wide counter-band__bar">
                    <p class="counter-band__who">{serving}</p>
                    <a class="counter-band__link" href=paths::desk_counter()>{cx.t("counter-back")}</a>
                    <form method="post" action=paths::door::DESK_COUNTER_END>
                        <button class="button button--danger" type="submit">{cx.t("counter-end")}</button>
                    </form>
                </div>
            </section>
        }
        .into_any(),
    )
}
