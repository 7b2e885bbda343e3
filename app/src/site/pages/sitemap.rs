//! All columns of the portal on one page 网站地图: topics and departments as the catalogue has them, and
//! the pages of the table.

use std::sync::Arc;

use domain::catalogue::{LifeEvent, PeopleGroup};
use domain::site::ReportKind;
use leptos::prelude::*;
use portal::catalogue::Home;

use super::Place;
use super::about::{frame, marks};
use crate::catalogue::pages::{group_name, life_name, topic_name};
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;

/// Pages for everybody.
const SERVICES: [Place; 4] = [
    (paths::home, "home-title"),
    (paths::items, "nav-services"),
    (paths::departments, "departments-title"),
    (verify, "nav-verify"),
];

/// Pages for those who sign in.
const MINE: [Place; 8] = [
    (sign_in, "sign-in"),
    (paths::register, "register-title"),
    (paths::my_cases, "nav-my-cases"),
    (paths::my_certificates, "nav-my-certificates"),
    (paths::my_materials, "library-title"),
    (paths::notices, "nav-notices"),
    (paths::notice_settings, "notices-settings"),
    (paths::access_records, "nav-access-records"),
];

/// Pages about the site.
const ABOUT: [Place; 9] = [
    (paths::contact, "about-contact-title"),
    (paths::privacy, "about-privacy-title"),
    (paths::accessibility, "about-accessibility-title"),
    (display, "display-title"),
    (paths::terms, "about-terms-title"),
    (paths::open_data, "open-data-title"),
    (report, "report-error-title"),
    (report_illegal, "report-illegal-title"),
    (paths::sitemap, "about-sitemap-title"),
];

fn sign_in() -> String {
    paths::sign_in("")
}

fn verify() -> String {
    paths::verify("")
}

fn display() -> String {
    paths::display("")
}

fn report() -> String {
    paths::report("")
}

fn report_illegal() -> String {
    paths::report_kind(ReportKind::Illegal.key(), "")
}

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let home = cx.portal.catalogue().home().await?;
    let (title, lead) = (cx.t("about-sitemap-title"), cx.t("about-sitemap-lead"));
    let marks = marks(&cx, &paths::sitemap(), title, lead);
    Ok(Page::new(title, move || view(&cx, &home))
        .description(lead)
        .marks(marks))
}

fn view(cx: &Ctx, home: &Home) -> AnyView {
    let topics = home
        .topics
        .iter()
        .map(|(topic, _)| {
            let href = paths::items_by_topic(topic.key());
            view! { <li><a href=href>{topic_name(cx, *topic)}</a></li> }
        })
        .collect_view();
    let (person, business): (Vec<_>, Vec<_>) = LifeEvent::ALL
        .into_iter()
        .partition(|event| !event.is_of_business());
    let people = PeopleGroup::ALL
        .map(|group| link(paths::people(group.key()), group_name(cx, group)))
        .collect_view();
    let departments = home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .map(|department| {
            let href = paths::department(&department.code);
            view! { <li><a href=href>{cx.text(&department.name)}</a></li> }
        })
        .collect_view();
    let body = view! {
        {group(cx, "sitemap-services", places(cx, &SERVICES))}
        {group(cx, "home-life", events(cx, &person))}
        {group(cx, "home-business", events(cx, &business))}
        {group(cx, "home-groups", people.into_any())}
        {group(cx, "home-topics", topics.into_any())}
        {group(cx, "home-departments", departments.into_any())}
        {group(cx, "sitemap-mine", places(cx, &MINE))}
        {group(cx, "sitemap-about", places(cx, &ABOUT))}
    };
    frame(cx, "sitemap", body.into_any())
}

fn events(cx: &Ctx, events: &[LifeEvent]) -> AnyView {
    let links = events
        .iter()
        .map(|event| link(paths::life(event.key()), life_name(cx, *event)));
    links.collect_view().into_any()
}

fn link(href: String, name: &'static str) -> impl IntoView {
    view! { <li><a href=href>{name}</a></li> }
}

fn places(cx: &Ctx, places: &[Place]) -> AnyView {
    places
        .iter()
        .map(|(path, key)| view! { <li><a href=path()>{cx.t(key)}</a></li> })
        .collect_view()
        .into_any()
}

fn group(cx: &Ctx, key: &'static str, links: AnyView) -> impl IntoView + use<> {
    view! {
        <section class="section" aria-labelledby=key>
            <h2 class="section__title" id=key>{cx.t(key)}</h2>
            <ul class="columns">{links}</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::Topic;
    use domain::{DepartmentCode, Text};
    use portal::accounts::Actor;
    use portal::catalogue::Department;

    use super::*;
    use crate::page::testing::context;
    use crate::page::{Access, Surface};
    use crate::ui::testing::{assert_contains, html};

    fn catalogue() -> Home {
        Home {
            topics: vec![(Topic::Housing, 3)],
            departments: vec![Department {
                code: DepartmentCode::new("D-1"),
                name: Text::zh("住建局"),
                credit_code: None,
                region: domain::DivisionCode::new("990100"),
                phone: None,
                address: None,
                items: 3,
            }],
            online: Vec::new(),
            total: 3,
        }
    }

    async fn shown() -> String {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/about/sitemap").await;
        html(|| view(&cx, &catalogue()))
    }

    #[tokio::test]
    async fn topics_and_departments_come_from_the_catalogue() {
        assert_contains(
            &shown().await,
            &[
                "href=\"/items?topic=housing\"",
                "href=\"/departments/D-1\"",
                "href=\"/report?kind=illegal\"",
            ],
        );
    }

    #[tokio::test]
    async fn every_page_with_a_fixed_address_is_named() {
        let html = shown().await;
        let elsewhere = ["/desk", "/kiosk", "/dev/"];
        for route in crate::routes() {
            let own = route.access != Access::Development
                && !elsewhere
                    .iter()
                    .any(|start| route.pattern.starts_with(start));
            // What follows a form is no place to go to.
            if own && !route.pattern.contains('{') && route.pattern != "/report/received" {
                assert_contains(&html, &[&format!("href=\"{}\"", route.pattern)]);
            }
        }
    }
}
