//! The services of an event of life 一件事, and those made for a group of people.

use std::sync::Arc;

use domain::catalogue::{LifeEvent, PeopleGroup};
use leptos::prelude::*;
use portal::catalogue::{Filter, ItemPage};

use super::list::item;
use super::words::{group_name, life_name};
use crate::page::{Ctx, Marks, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Empty, Pagination};

/// What people look for, in words.
struct Wanted {
    path: String,
    name: String,
    about: &'static str,
    /// The others of the same list, with their addresses.
    others: Vec<(String, &'static str)>,
}

/// The services of an event.
pub(super) async fn event(cx: Arc<Ctx>, params: Params) -> PageResult {
    let event = LifeEvent::parse(params.path("event")).ok_or(PageError::NotFound)?;
    let same =
        |other: &LifeEvent| *other != event && other.is_of_business() == event.is_of_business();
    let others = LifeEvent::ALL.into_iter().filter(same);
    let wanted = Wanted {
        path: paths::life(event.key()),
        name: life_name(&cx, event).to_owned(),
        about: cx.t(&format!("life-{}-about", event.key())),
        others: others
            .map(|other| (paths::life(other.key()), life_name(&cx, other)))
            .collect(),
    };
    let filter = Filter {
        life_event: Some(event),
        ..Filter::default()
    };
    show(cx, params, wanted, filter).await
}

/// The services made for a group of people.
pub(super) async fn people(cx: Arc<Ctx>, params: Params) -> PageResult {
    let group = PeopleGroup::parse(params.path("group")).ok_or(PageError::NotFound)?;
    let others = PeopleGroup::ALL.into_iter().filter(|other| *other != group);
    let wanted = Wanted {
        path: paths::people(group.key()),
        name: cx.tf("people-title", &[("name", group_name(&cx, group).into())]),
        about: cx.t("people-about"),
        others: others
            .map(|other| (paths::people(other.key()), group_name(&cx, other)))
            .collect(),
    };
    let filter = Filter {
        group: Some(group),
        ..Filter::default()
    };
    show(cx, params, wanted, filter).await
}

async fn show(cx: Arc<Ctx>, params: Params, wanted: Wanted, filter: Filter) -> PageResult {
    let number = params.query("page").and_then(|page| page.parse().ok());
    let filter = Filter {
        page: number.unwrap_or(1).max(1),
        ..filter
    };
    let found = cx.portal.catalogue().browse(&filter).await?;
    let (title, kind) = (wanted.name.clone(), cx.t("column-services"));
    let marks = Marks::column(&wanted.path, &title, wanted.about, kind);
    let about = wanted.about;
    let page = Page::new(title, move || view(&cx, &wanted, &found));
    Ok(page.description(about).marks(marks))
}

fn view(cx: &Ctx, wanted: &Wanted, found: &ItemPage) -> impl IntoView + use<> {
    let trail = vec![
        (cx.href(paths::home()), cx.t("crumb-home").into()),
        (cx.href(paths::items()), cx.t("items-title").into()),
    ];
    let others: Vec<_> = wanted
        .others
        .iter()
        .map(|(path, name)| {
            view! { <li><a class="chip" href=cx.href(path.clone())>{*name}</a></li> }
        })
        .collect();
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{wanted.name.clone()}</h1>
                <p class="lead">{wanted.about}</p>
            </header>
            <section class="stack stack--tight" aria-labelledby="items-found">
                {services(cx, &wanted.path, found)}
            </section>
            <nav class="section" aria-labelledby="browse-others">
                <h2 class="section__title" id="browse-others">{cx.t("browse-others")}</h2>
                <ul class="chips">{others}</ul>
            </nav>
        </div>
    }
}

/// A page of services below their number, with the way to the other pages.
pub(super) fn services(cx: &Ctx, path: &str, found: &ItemPage) -> AnyView {
    let total = i64::try_from(found.total).unwrap_or(i64::MAX);
    let count = cx.tf("items-found", &[("n", total.into())]);
    let heading = view! { <h2 class="section__title" id="items-found">{count}</h2> };
    if found.rows.is_empty() {
        let all = cx.href(paths::items());
        let words = cx.t("items-advice-all");
        return view! {
            {heading}
            <Empty text=cx.t("browse-none")><p><a href=all>{words}</a></p></Empty>
        }
        .into_any();
    }
    let rows: Vec<_> = found.rows.iter().map(|row| item(cx, row)).collect();
    let path = cx.href(path.to_owned());
    let href = move |page: usize| {
        let page = if page > 1 {
            page.to_string()
        } else {
            String::new()
        };
        paths::with_query(&path, &[("page", &page)])
    };
    view! {
        {heading}
        <ul class="item-list">{rows}</ul>
        <Pagination page=found.page pages=found.pages href=href/>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::catalogue::ItemType;
    use domain::{DepartmentCode, ItemCode, Text};
    use portal::accounts::Actor;
    use portal::catalogue::ItemRow;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn page_of(name: &str) -> ItemPage {
        let row = ItemRow {
            code: ItemCode::new("A-1"),
            name: Text::zh(name),
            department: DepartmentCode::new("D-1"),
            department_name: Text::zh("民政局"),
            item_type: ItemType::Payment,
            handling: None,
            online: true,
            guided: true,
            topics: Vec::new(),
            life_events: vec![LifeEvent::OldAge],
            groups: Vec::new(),
            audiences: Vec::new(),
        };
        ItemPage {
            rows: vec![Arc::new(row)],
            total: 51,
            page: 1,
            pages: 2,
            all_on_one: false,
        }
    }

    #[tokio::test]
    async fn an_event_lists_its_services_and_the_way_into_their_guided_choice() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Kiosk, "/life/old_age").await;
        let html = html(|| services(&cx, "/life/old_age", &page_of(HOSTILE)));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "51 services",
                "href=\"/kiosk/items/A-1\"",
                "href=\"/kiosk/items/A-1/choose\"",
                "href=\"/kiosk/life/old_age?page=2\"",
            ],
        );
    }

    #[tokio::test]
    async fn pages_are_found_by_their_keys_alone() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/life/x").await;
        let params = |name: &str| Params::new(vec![(name.into(), "nobody".into())], Vec::new());
        let cx = Arc::new(cx);
        let found = event(Arc::clone(&cx), params("event")).await;
        assert!(matches!(found, Err(PageError::NotFound)));
        let found = people(cx, params("group")).await;
        assert!(matches!(found, Err(PageError::NotFound)));
    }
}
