//! The first page: a citizen starts in one glance.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::Home;

use super::mine::Mine;
use super::{elder, entries, mine};
use crate::catalogue::pages::service_cards;
use crate::page::{Access, Ctx, Marks, Page, PageResult, Params, Route, route};
use crate::paths;
use crate::ui::{Icon, IconKind, SearchBox};

/// Services shown as cards; the list has all of them, those online first.
const MAX_CARDS: usize = 9;

/// Searches that show how to ask: `home-example-1` and so on.
const EXAMPLES: std::ops::RangeInclusive<u8> = 1..=5;

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/", Access::Anyone, load)]
}

async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let home = cx.portal.catalogue().home().await?;
    let mine = mine::load(&cx).await?;
    let description = cx.t("home-description");
    let (title, kind) = (cx.t("home-title"), cx.t("column-home"));
    let marks = Marks::column(&paths::home(), title, description, kind);
    let page = Page::new(title, move || {
        if cx.modes.elder {
            elder::view(&cx)
        } else {
            view(&cx, &home, mine.as_ref()).into_any()
        }
    });
    Ok(page.description(description).marks(marks))
}

fn view(cx: &Ctx, home: &Home, mine: Option<&Mine>) -> impl IntoView + use<> {
    view! {
        {hero(cx, home)}
        <div class="container home">
            {shortcuts(cx)}
            {mine.map(|mine| mine::view(cx, mine))}
            {entries::life(cx)}
            {entries::groups(cx)}
            {online(cx, home)}
            {entries::topics(cx, home)}
            {entries::departments(cx, home)}
            {help(cx)}
        </div>
    }
}

fn hero(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let total = i64::try_from(home.total).unwrap_or(i64::MAX);
    let examples: Vec<_> = EXAMPLES
        .map(|n| {
            let words = cx.t(&format!("home-example-{n}"));
            let href = paths::with_query(&paths::items(), &[("q", words)]);
            view! { <li><a href=href>{words}</a></li> }
        })
        .collect();
    view! {
        <div class="hero">
            {gates()}
            <div class="container hero__inner">
                <h1 class="hero__title">{cx.t("home-heading")}</h1>
                <p class="hero__lead">{cx.tf("home-lead", &[("n", total.into())])}</p>
                <SearchBox
                    action=paths::items()
                    label=cx.t("home-search-label")
                    id="home-search"
                    large=true
                />
                <div class="hero__examples">
                    <p id="home-examples">{cx.t("home-examples")}</p>
                    <ul aria-labelledby="home-examples">{examples}</ul>
                </div>
            </div>
        </div>
    }
}

/// The gate of the mark, over and over: one way through many doors.
fn gates() -> impl IntoView {
    let arches: Vec<_> = [50, 80, 110, 140, 170, 200]
        .map(|radius| {
            let d = format!(
                "M{} 320V220a{radius} {radius} 0 0 1 {} 0V320",
                220 - radius,
                2 * radius
            );
            view! { <path class="hero__arch" d=d/> }
        })
        .into();
    view! {
        <svg class="hero__gate" viewBox="0 0 440 320" aria-hidden="true" focusable="false">
            {arches}
            <path class="hero__way" d="M198 320V220a22 22 0 0 1 44 0V320z"/>
        </svg>
    }
}

/// What people come back for.
fn shortcuts(cx: &Ctx) -> impl IntoView + use<> {
    let links = [
        (paths::my_cases(), "home-link-progress", IconKind::Clock),
        (paths::verify(""), "home-link-verify", IconKind::Shield),
        (
            paths::access_records(),
            "home-link-access-records",
            IconKind::Display,
        ),
    ]
    .map(|(href, key, sign)| {
        view! {
            <li class="shortcut">
                <span class="shortcut__sign"><Icon kind=sign/></span>
                <div>
                    <a class="shortcut__link" href=href>{cx.t(key)}</a>
                    <p class="shortcut__about">{cx.t(&format!("{key}-about"))}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="shortcuts">{links.collect_view()}</ul> }
}

fn online(cx: &Ctx, home: &Home) -> Option<impl IntoView + use<>> {
    let shown = home.online.get(..MAX_CARDS).unwrap_or(&home.online);
    (!shown.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="home-online">
                <h2 class="section__title" id="home-online">{cx.t("home-online")}</h2>
                <div class="grid">{service_cards(cx, shown)}</div>
            </section>
        }
    })
}

/// Somebody to talk to, for those who would rather not read on.
fn help(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        <section class="call" aria-labelledby="home-help">
            <h2 id="home-help">{cx.t("home-help")}</h2>
            <p>{cx.t("home-help-text")}</p>
            <p><a class="call__number" href="tel:12345">"12345"</a></p>
        </section>
    }
}
