//! All departments, by the region that they serve.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::{Department, Region};

use super::side::phone;
use crate::page::{Ctx, Marks, Page, PageResult, Params};
use crate::paths;
use crate::ui::Breadcrumb;

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let catalogue = cx.portal.catalogue();
    let departments = catalogue.departments().await?;
    let regions = catalogue.regions().await?;
    let (title, about) = (cx.t("departments-title"), cx.t("departments-about"));
    let kind = cx.t("column-services");
    let marks = Marks::column(&paths::departments(), title, about, kind);
    let page = Page::new(title, move || view(&cx, &departments, &regions));
    Ok(page.description(about).marks(marks))
}

fn view(cx: &Ctx, departments: &[Department], regions: &[Region]) -> impl IntoView + use<> {
    let trail = vec![(cx.href(paths::home()), cx.t("crumb-home").into())];
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("departments-title")}</h1>
                <p class="lead">{cx.t("departments-about")}</p>
            </header>
            {body(cx, departments, regions)}
        </div>
    }
}

/// A region that is not known is no heading; where all departments serve the same one, none is needed.
fn body(cx: &Ctx, departments: &[Department], regions: &[Region]) -> AnyView {
    let serving = |region: &Region| {
        let found = departments.iter();
        let found = found.filter(|one| region.departments.contains(&one.code));
        found.collect::<Vec<_>>()
    };
    let rest: Vec<_> = departments
        .iter()
        .filter(|one| {
            !regions
                .iter()
                .any(|region| region.departments.contains(&one.code))
        })
        .collect();
    if regions.is_empty() {
        return list(cx, &rest).into_any();
    }
    let parts: Vec<_> = regions
        .iter()
        .map(|region| {
            let name = domain::Text::zh(region.name.as_str());
            let departments = serving(region);
            let list = (!departments.is_empty()).then(|| list(cx, &departments));
            heading(region.depth, cx.text(&name), list)
        })
        .collect();
    let rest = (!rest.is_empty()).then(|| {
        heading(
            0,
            cx.t("departments-elsewhere").into_any(),
            Some(list(cx, &rest)),
        )
    });
    view! { {parts}{rest} }.into_any()
}

/// A region below the heading of its depth; deeper ones than three share the last.
fn heading(depth: usize, name: AnyView, list: Option<impl IntoView + 'static>) -> AnyView {
    match depth {
        0 => view! { <section class="section"><h2 class="section__title">{name}</h2>{list}</section> }
            .into_any(),
        1 => view! { <section class="section"><h3>{name}</h3>{list}</section> }.into_any(),
        _ => view! { <section class="section"><h4>{name}</h4>{list}</section> }.into_any(),
    }
}

fn list(cx: &Ctx, departments: &[&Department]) -> impl IntoView + use<> {
    let rows: Vec<_> = departments.iter().map(|one| row(cx, one)).collect();
    view! { <ul class="item-list">{rows}</ul> }
}

fn row(cx: &Ctx, department: &Department) -> impl IntoView + use<> {
    let count = i64::try_from(department.items).unwrap_or(i64::MAX);
    let href = cx.href(paths::department(&department.code));
    let number = department.phone.as_deref().map(|number| phone(cx, number));
    view! {
        <li class="item-list__row">
            <a class="item-list__name" href=href>{cx.text(&department.name)}</a>
            <p class="item-list__about">
                <span>{cx.tf("items-count", &[("n", count.into())])}</span>
                {number}
            </p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use domain::{DepartmentCode, DivisionCode, Text};
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn department(code: &str, name: &str) -> Department {
        Department {
            code: DepartmentCode::new(code),
            name: Text::zh(name),
            credit_code: None,
            region: DivisionCode::new("990100"),
            phone: Some("099-55500100".into()),
            address: None,
            items: 3,
        }
    }

    #[tokio::test]
    async fn departments_stand_below_the_regions_that_they_serve() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/departments").await;
        let region = |name: &str, depth, codes: &[&str]| Region {
            code: DivisionCode::new(name),
            name: name.to_owned(),
            depth,
            departments: codes
                .iter()
                .map(|code| DepartmentCode::new(*code))
                .collect(),
        };
        let all = [
            department("D-1", "市局"),
            department("D-2", "区局"),
            department("D-3", HOSTILE),
        ];
        let regions = [region("通和市", 0, &["D-1"]), region("云岭区", 1, &["D-2"])];
        let html = html(|| body(&cx, &all, &regions));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "href=\"/departments/D-1\"",
                "3 services",
                "tel:09955500100",
                "Other regions",
            ],
        );
        let places: Vec<_> = ["<h2", "市局", "<h3", "区局", "Other regions"]
            .iter()
            .map(|words| html.find(words))
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}
