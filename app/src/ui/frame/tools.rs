//! In which language and how a page is shown: links that lead to the same page in another way.

use domain::Locale;
use leptos::prelude::*;
use portal::texts;

use crate::islands::ReadAloud;
use crate::page::{Ctx, Surface};
use crate::paths;

/// The telephone help of every city.
pub(super) const HELP_PHONE: &str = "12345";

/// The same page in each language, by its short name in itself.
pub(super) fn language_list(cx: &Ctx) -> impl IntoView + use<> {
    let links = Locale::ALL
        .map(|locale| language(cx, locale))
        .collect_view();
    view! { <ul class="language-list" aria-label=cx.t("display-language")>{links}</ul> }
}

fn language(cx: &Ctx, locale: Locale) -> impl IntoView + use<> {
    let tag = locale.tag();
    let href = cx.href(paths::in_language(&cx.path, tag));
    let [name, short] =
        ["name", "short"].map(|form| texts::text(locale, &format!("language-{form}-{tag}")));
    let here = (locale == cx.locale).then_some("true");
    view! {
        <li>
            <a class="tool" href=href lang=tag hreflang=tag rel="nofollow" aria-label=name aria-current=here>
                {short}
            </a>
        </li>
    }
}

/// Into elder mode or out of it, and to all settings.
pub(super) fn display_tools(cx: &Ctx) -> impl IntoView + use<> {
    let (word, key) = if cx.modes.elder {
        ("no-elder", "display-tools-standard")
    } else {
        ("elder", "display-tools-elder")
    };
    let elder = cx.href(paths::in_mode(&cx.path, word));
    let settings = cx.href(paths::display(&cx.path));
    view! {
        <ul class="display-tools" aria-label=cx.t("display-tools")>
            <li><a class="tool" href=elder rel="nofollow">{cx.t(key)}</a></li>
            <li><a class="tool" href=settings rel="nofollow">{cx.t("display-tools-settings")}</a></li>
        </ul>
    }
}

/// Says that traditional characters are made by a program. The law wants it said; so do its errors.
pub(super) fn conversion_note(cx: &Ctx) -> Option<impl IntoView + use<>> {
    (cx.locale == Locale::ZhHant).then(|| {
        view! { <p class="mode-note"><span class="container">{cx.t("display-converted")}</span></p> }
    })
}

/// In elder mode: help by telephone, in sight wherever the page is scrolled to. A kiosk has no
/// telephone, so there it is only the number.
pub(super) fn elder_help(cx: &Ctx) -> Option<impl IntoView + use<>> {
    cx.modes.elder.then(|| {
        let text = cx.tf("display-elder-help", &[("phone", HELP_PHONE.into())]);
        let text = match cx.surface {
            Surface::Web | Surface::Counter => {
                view! { <a href=format!("tel:{HELP_PHONE}")>{text}</a> }.into_any()
            }
            Surface::Kiosk => text.into_any(),
        };
        view! { <aside class="elder-help" aria-label=cx.t("footer-help-title")>{text}</aside> }
    })
}

/// The bar that reads the page aloud, for those who have asked for it. Its buttons appear when the
/// browser can speak.
pub(super) fn read_aloud(cx: &Ctx) -> Option<impl IntoView + use<>> {
    let words = ["start", "pause", "resume", "stop"].map(|word| cx.t(&format!("aloud-{word}")));
    let label = cx.t("aloud-label");
    cx.modes.aloud.then(|| {
        let [start, pause, resume, stop] = words;
        view! {
            <ReadAloud>
                <span class="read-aloud__label">{label}</span>
                <button class="button button--secondary" type="button" data-aloud-do="start">{start}</button>
                <button class="button button--secondary" type="button" data-aloud-do="pause">{pause}</button>
                <button class="button button--secondary" type="button" data-aloud-do="resume">{resume}</button>
                <button class="button button--secondary" type="button" data-aloud-do="stop">{stop}</button>
            </ReadAloud>
        }
    })
}
