//! The first page: a citizen starts in one glance.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::Home;

use crate::catalogue::pages::{service_cards, topic_name};
use crate::page::{Access, Ctx, Marks, Page, PageResult, Params, Route, route};
use crate::paths;
use crate::ui::SearchBox;

/// Services shown as cards; the list has all of them, those online first.
const MAX_CARDS: usize = 12;

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/", Access::Anyone, load)]
}

async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let home = cx.portal.catalogue().home().await?;
    let description = cx.t("home-description");
    let (title, kind) = (cx.t("home-title"), cx.t("column-home"));
    let marks = Marks::column(&cx, &paths::home(), title, description, kind);
    Ok(Page::new(title, move || view(&cx, &home))
        .description(description)
        .marks(marks))
}

fn view(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    view! {
        {hero(cx, home)}
        <div class="container">
            {online(cx, home)}
            {topics(cx, home)}
            {departments(cx, home)}
        </div>
    }
}

fn hero(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let total = i64::try_from(home.total).unwrap_or(i64::MAX);
    let links = [
        (paths::my_cases(), "home-link-progress"),
        (paths::verify(""), "home-link-verify"),
        (paths::access_records(), "home-link-access-records"),
    ]
    .map(|(href, key)| view! { <li><a href=href>{cx.t(key)}</a></li> });
    view! {
        <div class="hero">
            <div class="container hero__inner">
                <h1 class="hero__title">{cx.t("home-heading")}</h1>
                <p class="lead">{cx.tf("home-lead", &[("n", total.into())])}</p>
                <SearchBox
                    action=paths::items()
                    label=cx.t("home-search-label")
                    id="home-search"
                    large=true
                />
                <ul class="hero__links">{links.collect_view()}</ul>
            </div>
        </div>
    }
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

fn topics(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let tiles: Vec<_> = home
        .topics
        .iter()
        .map(|(topic, count)| {
            view! {
                <li>
                    <a class="tile" href=paths::items_by_topic(topic.key())>
                        {topic_name(cx, *topic)}
                        <span class="tile__count">{items(cx, *count)}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" aria-labelledby="home-topics">
            <h2 class="section__title" id="home-topics">{cx.t("home-topics")}</h2>
            <ul class="tiles">{tiles}</ul>
        </section>
    }
}

fn departments(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let links: Vec<_> = home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .map(|department| {
            let href =
                paths::with_query(&paths::items(), &[("department", department.code.as_str())]);
            view! { <li><a href=href>{cx.text(&department.name)}</a></li> }
        })
        .collect();
    view! {
        <section class="section" aria-labelledby="home-departments">
            <h2 class="section__title" id="home-departments">{cx.t("home-departments")}</h2>
            <ul class="columns">{links}</ul>
        </section>
    }
}

fn items(cx: &Ctx, count: usize) -> String {
    cx.tf(
        "items-count",
        &[("n", i64::try_from(count).unwrap_or(i64::MAX).into())],
    )
}
