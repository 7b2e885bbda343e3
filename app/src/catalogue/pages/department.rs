//! One department: where it is, how to reach it, what it does.

use std::sync::Arc;

use domain::{DepartmentCode, Text};
use leptos::prelude::*;
use portal::catalogue::{Department, Filter, ItemPage};

use super::life::services;
use super::side::phone;
use crate::page::{Ctx, Marks, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, SummaryList, SummaryRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let code = DepartmentCode::new(params.path("code"));
    let catalogue = cx.portal.catalogue();
    let mut all = catalogue.departments().await?.into_iter();
    let department = all.find(|one| one.code == code);
    let department = department.ok_or(PageError::NotFound)?;
    let number = params.query("page").and_then(|page| page.parse().ok());
    let filter = Filter {
        department: Some(code),
        page: number.unwrap_or(1).max(1),
        ..Filter::default()
    };
    let found = catalogue.browse(&filter).await?;
    let title = cx.plain(&department.name);
    let about = cx.tf("department-description", &[("name", title.as_str().into())]);
    let path = paths::department(&department.code);
    let marks = Marks::column(&path, &title, &about, cx.t("column-services"));
    let page = Page::new(title, move || view(&cx, &department, &found));
    Ok(page.description(about).marks(marks))
}

fn view(cx: &Ctx, department: &Department, found: &ItemPage) -> impl IntoView + use<> {
    let trail = vec![
        (cx.href(paths::home()), cx.t("crumb-home").into()),
        (
            cx.href(paths::departments()),
            cx.t("departments-title").into(),
        ),
    ];
    let rows = facts(cx, department);
    let facts = (!rows.is_empty()).then(|| view! { <SummaryList rows=rows/> });
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header"><h1>{cx.text(&department.name)}</h1></header>
            {facts}
            <section class="stack stack--tight" aria-labelledby="items-found">
                {services(cx, &paths::department(&department.code), found)}
            </section>
        </div>
    }
}

fn facts(cx: &Ctx, department: &Department) -> Vec<SummaryRow> {
    let address = department.address.as_deref().map(Text::zh);
    let mut rows: Vec<SummaryRow> = address
        .map(|address| SummaryRow::new(cx.t("place-address"), cx.text(&address)))
        .into_iter()
        .collect();
    let number = department.phone.as_deref();
    rows.extend(number.map(|number| SummaryRow::new(cx.t("place-phone"), phone(cx, number))));
    let code = department.credit_code.clone();
    rows.extend(code.map(|code| {
        SummaryRow::new(
            cx.t("authority-credit-code"),
            view! { <span class="number">{code}</span> },
        )
    }));
    rows
}
