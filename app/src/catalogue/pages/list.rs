//! The list of services: browsing and search.

use std::sync::Arc;

use domain::Text;
use domain::catalogue::{Audience, Topic};
use leptos::prelude::*;
use portal::catalogue::{Department, Filter, Home, ItemPage, ItemRow};

use super::filters::{address, audience_key, is_narrow, read};
use super::words::{service_tags, topic_name};
use crate::page::{Ctx, Marks, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Choice, Empty, Pagination, SearchBox, Select, Tag, Words};

/// Everything that the page shows.
struct Listing {
    filter: Filter,
    found: ItemPage,
    home: Home,
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let filter = read(&params);
    let catalogue = cx.portal.catalogue();
    let found = catalogue.browse(&filter).await?;
    let home = catalogue.home().await?;
    let listing = Listing {
        filter,
        found,
        home,
    };
    let title = title(&cx, &listing);
    let description = cx.t("items-description");
    let path = address(&listing.filter);
    let marks = Marks::column(&path, &title, description, cx.t("column-services"));
    Ok(Page::new(title, move || view(&cx, &listing))
        .description(description)
        .marks(marks))
}

/// The title names what was chosen, so that tabs and histories can be told apart.
fn title(cx: &Ctx, listing: &Listing) -> String {
    let Filter { topic, query, .. } = &listing.filter;
    let what = match (query, topic, department(listing)) {
        (Some(query), ..) => cx.tf("items-title-search", &[("query", query.as_str().into())]),
        (_, Some(topic), _) => cx.tf("items-title-of", &[("name", topic_name(cx, *topic).into())]),
        (_, _, Some(found)) => cx.tf("items-title-of", &[("name", cx.plain(&found.name).into())]),
        _ => cx.t("items-title").to_owned(),
    };
    match listing.found.page {
        1 => what,
        page => cx.tf(
            "items-title-page",
            &[("title", what.into()), ("n", number(page).into())],
        ),
    }
}

fn department(listing: &Listing) -> Option<&Department> {
    let wanted = listing.filter.department.as_ref()?;
    listing
        .home
        .departments
        .iter()
        .find(|department| department.code == *wanted)
}

fn view(cx: &Ctx, listing: &Listing) -> impl IntoView + use<> {
    let heading = match listing.filter.topic {
        Some(topic) => cx.tf("items-title-of", &[("name", topic_name(cx, topic).into())]),
        None => cx.t("items-title").to_owned(),
    };
    view! {
        <div class="container">
            <header class="page-header">
                <h1>{heading}</h1>
                <SearchBox
                    action=cx.href(paths::items())
                    label=cx.t("home-search-label")
                    value=listing.filter.query.clone().unwrap_or_default()
                    id="items-search"
                    large=true
                />
            </header>
            <div class="browse">
                {sidebar(cx, listing)}
                <section aria-labelledby="items-found">{results(cx, listing)}</section>
            </div>
        </div>
    }
}

/// Topics as links, and a form for the rest: both work by address alone. On a phone they fold away;
/// a choice that was made there stays in sight.
fn sidebar(cx: &Ctx, listing: &Listing) -> impl IntoView + use<> {
    let all = Filter {
        topic: None,
        page: 1,
        ..listing.filter.clone()
    };
    let none = listing.filter.topic.is_none();
    let open = listing.filter.department.is_some() || listing.filter.audience.is_some();
    let topics: Vec<_> = listing
        .home
        .topics
        .iter()
        .map(|(topic, count)| topic_link(cx, listing, *topic, *count))
        .collect();
    view! {
        <details class="filters" open=open>
            <summary class="filters__summary">{cx.t("items-filters")}</summary>
            <div class="filter-list">
                <nav aria-labelledby="items-topics">
                    <h2 class="filter-list__title" id="items-topics">{cx.t("items-by-topic")}</h2>
                    <ul class="filter-list__links">
                        <li>
                            <a class="filter-list__link" href=cx.href(address(&all)) aria-current=none.then_some("true")>
                                {cx.t("items-all-topics")}
                            </a>
                        </li>
                        {topics}
                    </ul>
                </nav>
                {narrowing_form(cx, listing)}
            </div>
        </details>
    }
}

/// A topic with the number of its services; the number is known where nothing else narrows the list.
fn topic_link(cx: &Ctx, listing: &Listing, topic: Topic, count: usize) -> impl IntoView + use<> {
    let here = listing.filter.topic == Some(topic);
    let to = Filter {
        topic: Some(topic),
        page: 1,
        ..listing.filter.clone()
    };
    let whole = Filter {
        topic: None,
        ..listing.filter.clone()
    };
    let count = (!is_narrow(&whole))
        .then(|| view! { " "<span class="filter-list__count">{count.to_string()}</span> });
    view! {
        <li>
            <a class="filter-list__link" href=cx.href(address(&to)) aria-current=here.then_some("true")>
                {topic_name(cx, topic)}
                {count}
            </a>
        </li>
    }
}

fn narrowing_form(cx: &Ctx, listing: &Listing) -> impl IntoView + use<> {
    let Filter {
        topic,
        department,
        audience,
        query,
        ..
    } = listing.filter.clone();
    let departments = listing
        .home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .map(|department| Choice::new(department.code.as_str(), cx.plain(&department.name)))
        .collect();
    let audiences =
        Audience::ALL.map(|audience| Choice::new(audience_key(audience), cx.t(audience.key())));
    let kept = [
        ("q", query),
        ("topic", topic.map(|topic| topic.key().to_owned())),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        value.map(|value| view! { <input type="hidden" name=name value=value/> })
    })
    .collect_view();
    view! {
        <form class="filter-list" method="get" action=cx.href(paths::items())>
            {kept}
            <Select
                name="department"
                label=cx.t("items-department")
                options=departments
                chosen=department.map(|code| code.to_string()).unwrap_or_default()
                blank=cx.t("items-all-departments")
            />
            <Select
                name="audience"
                label=cx.t("items-audience")
                options=audiences.to_vec()
                chosen=audience.map(audience_key).unwrap_or_default()
                blank=cx.t("items-all-audiences")
            />
            <button class="button button--secondary" type="submit">{cx.t("items-narrow")}</button>
        </form>
    }
}

fn results(cx: &Ctx, listing: &Listing) -> AnyView {
    let Listing { filter, found, .. } = listing;
    let count = cx.tf("items-found", &[("n", number(found.total).into())]);
    if found.rows.is_empty() {
        return view! {
            <h2 class="section__title" id="items-found">{count}</h2>
            {nothing(cx, listing)}
        }
        .into_any();
    }
    let rows: Vec<_> = found.rows.iter().map(|row| item(cx, row)).collect();
    let addresses: Vec<_> = (1..=found.pages)
        .map(|page| {
            cx.href(address(&Filter {
                page,
                ..filter.clone()
            }))
        })
        .collect();
    let href = move |page: usize| {
        addresses
            .get(page.saturating_sub(1))
            .cloned()
            .unwrap_or_default()
    };
    view! {
        <h2 class="section__title" id="items-found">{count}</h2>
        {chosen(cx, listing)}
        <ul class="item-list">{rows}</ul>
        <Pagination page=found.page pages=found.pages href=href/>
    }
    .into_any()
}

/// The way back from a choice, where one was made.
fn chosen(cx: &Ctx, listing: &Listing) -> Option<impl IntoView + use<>> {
    is_narrow(&listing.filter).then(|| {
        let query = listing.filter.query.clone();
        let words = query.map(|query| cx.tf("items-searched", &[("query", query.into())]));
        view! { <p class="actions">{words} <a href=cx.href(paths::items())>{cx.t("items-reset")}</a></p> }
    })
}

/// One line. The list can be a thousand lines long, so each is as few elements as possible.
pub(super) fn item(cx: &Ctx, row: &ItemRow) -> impl IntoView + use<> {
    let tags: Vec<_> = service_tags(cx, row)
        .into_iter()
        .map(|(kind, text)| view! { <Tag kind=kind text=text/> })
        .collect();
    let choose = row.guided.then(|| {
        let about = cx.plain(&row.name);
        view! {
            <a href=cx.href(paths::choose(&row.code))>
                {cx.t("choice-enter-short")}
                <span class="visually-hidden">" "{about}</span>
            </a>
        }
    });
    view! {
        <li class="item-list__row">
            <a class="item-list__name" href=cx.href(paths::item(&row.code)) lang=foreign(cx, &row.name)>
                {cx.plain(&row.name)}
            </a>
            <p class="item-list__about">
                <span lang=foreign(cx, &row.department_name)>{cx.plain(&row.department_name)}</span>
                {tags}
                {choose}
            </p>
        </li>
    }
}

/// The language of a text where it is not the page's.
fn foreign(cx: &Ctx, text: &Text) -> Option<&'static str> {
    let language = text.lang(cx.locale);
    (language != cx.locale).then_some(language.tag())
}

/// What to do when nothing was found.
fn nothing(cx: &Ctx, listing: &Listing) -> impl IntoView + use<> {
    let text: Words = match &listing.filter.query {
        Some(query) => cx
            .tf("items-none-for", &[("query", query.as_str().into())])
            .into(),
        None => cx.t("items-none").into(),
    };
    let wider = (listing.filter.query.is_some()
        && is_narrow(&Filter { query: None, ..listing.filter.clone() }))
    .then(|| {
        let only_query = Filter { query: listing.filter.query.clone(), page: 1, ..Filter::default() };
        view! { <li><a href=cx.href(address(&only_query))>{cx.t("items-advice-everywhere")}</a></li> }
    });
    let advice = view! {
        <div class="prose">
            <ul>
                <li>{cx.t("items-advice-shorter")}</li>
                {wider}
                <li><a href=cx.href(paths::items())>{cx.t("items-advice-all")}</a></li>
                <li>{cx.t("items-advice-call")}</li>
            </ul>
        </div>
    };
    view! { <Empty text=text>{advice}</Empty> }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
