//! The head of the public portal.

use leptos::prelude::*;
use portal::accounts::Actor;

use super::session::session;
use super::tools::{display_tools, language_list};
use super::wordmark::wordmark;
use crate::page::Ctx;
use crate::paths;
use crate::ui::SearchBox;

/// Name, search, language, session, and the main places.
pub(super) fn header(cx: &Ctx) -> impl IntoView + use<> {
    let notices = matches!(cx.actor, Actor::Citizen(_))
        .then(|| view! { <a class="tool" href=paths::notices()>{cx.t("nav-notices")}</a> });
    // The first page has the large search of its own.
    let search = (path(cx) != "/").then(|| {
        view! { <SearchBox action=paths::items() label=cx.t("search-header-label") id="header-search"/> }
    });
    view! {
        <header class="site-header">
            <div class="container site-header__bar">
                {wordmark(cx, paths::home(), None)}
                <div class="site-header__search">{search}</div>
                <div class="site-header__tools">{language_list(cx)} {display_tools(cx)} {notices} {session(cx)}</div>
            </div>
            <nav class="site-nav" aria-label=cx.t("nav-label")>
                <ul class="container site-nav__list">
                    {place(cx, paths::items(), "nav-services")}
                    {place(cx, paths::my_cases(), "nav-my-cases")}
                    {place(cx, paths::my_certificates(), "nav-my-certificates")}
                    {place(cx, paths::verify(""), "nav-verify")}
                </ul>
            </nav>
        </header>
    }
}

/// One of the main places, marked when the reader is there or below it.
pub(super) fn place(cx: &Ctx, href: String, key: &str) -> impl IntoView + use<> {
    let here = path(cx)
        .strip_prefix(href.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    view! {
        <li class="site-nav__item">
            <a class="site-nav__link" href=href aria-current=here.then_some("true")>{cx.t(key)}</a>
        </li>
    }
}

fn path(cx: &Ctx) -> &str {
    cx.path.split('?').next().unwrap_or_default()
}
