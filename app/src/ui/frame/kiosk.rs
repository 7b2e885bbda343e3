//! The kiosk's frame.

use leptos::prelude::*;
use portal::accounts::Actor;

use super::skip_link;
use super::tools::{conversion_note, display_tools, elder_help, language_list, read_aloud};
use super::wordmark::wordmark;
use crate::islands::KioskIdle;
use crate::page::Ctx;
use crate::paths;

/// Large head, the button that ends the session, and the watch over an empty place.
pub(crate) fn kiosk(cx: &Ctx, body: AnyView) -> AnyView {
    let ending = (!is_start(cx)).then(|| {
        view! {
            <form id="kiosk-end" method="post" action=paths::door::KIOSK_END>
                <button class="button button--danger kiosk-header__end" type="submit">
                    {cx.t("kiosk-end")}
                </button>
            </form>
        }
    });
    let idle = ending.is_some().then(|| idle_question(cx));
    let name = match &cx.actor {
        Actor::Citizen(citizen) => {
            Some(view! { <span class="kiosk-header__name">{citizen.name.clone()}</span> })
        }
        _ => None,
    };
    view! {
        {skip_link(cx)}
        <header class="kiosk-header">
            {wordmark(cx, paths::kiosk(), Some(cx.t("kiosk-name")))}
            <div class="kiosk-header__tools">{language_list(cx)} {display_tools(cx)} {name} {ending}</div>
        </header>
        {conversion_note(cx)}
        {read_aloud(cx)}
        <main class="main main--kiosk" id="main" tabindex="-1">{body}</main>
        {elder_help(cx)}
        {idle}
    }
    .into_any()
}

/// Asked when nobody has touched the screen for a minute.
fn idle_question(cx: &Ctx) -> impl IntoView + use<> {
    let [title, text, go_on, end] =
        ["title", "text", "continue", "end"].map(|part| cx.t(&format!("kiosk-idle-{part}")));
    view! {
        <KioskIdle>
            <h2 class="kiosk-idle__title" id="kiosk-idle-title">{title}</h2>
            <p>{text}</p>
            <div class="kiosk-idle__buttons">
                <button class="button" type="button">{go_on}</button>
                <button class="button button--secondary" type="submit" form="kiosk-end">{end}</button>
            </div>
        </KioskIdle>
    }
}

/// The start page of a kiosk that nobody uses: there is nothing to end.
fn is_start(cx: &Ctx) -> bool {
    let path = cx.path.split('?').next().unwrap_or_default();
    matches!(cx.actor, Actor::Anonymous) && matches!(path, "" | "/" | paths::KIOSK_PREFIX)
}
