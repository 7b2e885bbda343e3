//! The open data: the monthly figures as everybody may read and save them.

use std::sync::Arc;

use domain::supervision::{FEW, Month, PublicFigures};
use leptos::prelude::*;
use portal::supervision::OpenMonth;

use super::words::{count, tenths};
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Chart, ChartKind, Column, Empty, Series, Table, Words};

/// The columns behind the name; each is the end of a Fluent key `open-data-…`.
const COLUMNS: [&str; 7] = [
    "handed-in",
    "accepted",
    "decided",
    "granted",
    "in-time",
    "average",
    "promised",
];

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let asked = params.path("month");
    let month = match asked {
        "" => None,
        asked => Some(Month::parse(asked).ok_or(PageError::NotFound)?),
    };
    let found = cx.portal.supervision().open_month(month).await?;
    if found.is_none() && month.is_some() {
        return Err(PageError::NotFound);
    }
    let (title, lead) = (cx.t("open-data-title"), cx.t("open-data-lead"));
    Ok(Page::new(title, move || view(&cx, found.as_ref())).description(lead))
}

fn view(cx: &Ctx, found: Option<&OpenMonth>) -> impl IntoView + use<> {
    let trail: Vec<(String, Words)> = vec![(paths::home(), cx.t("crumb-home").into())];
    let body = match found {
        Some(found) => month(cx, found),
        None => view! { <Empty text=cx.t("open-data-none")/> }.into_any(),
    };
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("open-data-title")}</h1>
                <p class="lead">{cx.t("open-data-lead")}</p>
            </header>
            {body}
        </div>
    }
}

fn month(cx: &Ctx, found: &OpenMonth) -> AnyView {
    let departments = found.departments.iter();
    let departments = departments.map(|(name, figures)| line(cx, cx.text(name), figures));
    let services = found.lines.iter();
    let services = services.map(|(_, name, _, figures)| line(cx, cx.text(name), figures));
    let file = paths::open_data_file(&found.month.to_string());
    let title = cx.tf("open-data-of", &[("month", found.month.to_string().into())]);
    let few = cx.tf("open-data-few", &[("n", count(FEW).into())]);
    let others = found.months.iter().map(|other| {
        let href = paths::open_data_month(&other.to_string());
        let here = (*other == found.month).then_some("page");
        view! { <li><a href=href aria-current=here>{other.to_string()}</a></li> }
    });
    let others = others.collect_view();
    view! {
        <h2 class="section__title">{title}</h2>
        <p>{few}</p>
        <p class="actions"><a href=file download="">{cx.t("open-data-file")}</a></p>
        {chart(cx, found)}
        {table(cx, "open-data-by-department", departments.collect())}
        {table(cx, "open-data-by-service", services.collect())}
        <section class="section" aria-labelledby="open-data-months">
            <h2 class="section__title" id="open-data-months">{cx.t("open-data-months")}</h2>
            <ul class="columns">{others}</ul>
        </section>
    }
    .into_any()
}

/// Only what is open is drawn; a department with too few decisions has no bar.
fn chart(cx: &Ctx, found: &OpenMonth) -> impl IntoView + use<> {
    let shown: Vec<_> = found
        .departments
        .iter()
        .filter_map(|(name, figures)| {
            Some((name, figures.average_tenths?, figures.promised_tenths?))
        })
        .collect();
    let labels: Vec<Words> = shown
        .iter()
        .map(|(name, ..)| cx.plain(name).into())
        .collect();
    // Whole days: a chart counts in whole numbers.
    let days = |tenths: u64| (tenths + 5) / 10;
    let taken: Vec<u64> = shown.iter().map(|(_, taken, _)| days(*taken)).collect();
    let promised: Vec<u64> = shown.iter().map(|(.., promised)| days(*promised)).collect();
    (!shown.is_empty()).then(|| {
        let series = vec![
            Series::new(cx.t("open-data-average"), taken),
            Series::new(cx.t("open-data-promised"), promised),
        ];
        view! {
            <Chart
                id="days"
                kind=ChartKind::Bars
                title=cx.t("open-data-chart")
                about=cx.t("open-data-chart-about")
                axis=cx.t("open-data-department")
                labels=labels
                series=series
            />
        }
    })
}

fn line(cx: &Ctx, name: AnyView, figures: &PublicFigures) -> Vec<AnyView> {
    let few = cx.tf("open-data-fewer", &[("n", count(FEW).into())]);
    let counts = [
        figures.handed_in,
        figures.accepted,
        figures.decided,
        figures.granted,
        figures.in_time,
    ]
    .map(|count| count.map_or_else(|| few.clone(), |count| count.to_string()));
    let averages = [figures.average_tenths, figures.promised_tenths]
        .map(|average| average.map(tenths).unwrap_or_default());
    let cells = counts.into_iter().chain(averages);
    [name]
        .into_iter()
        .chain(cells.map(IntoAny::into_any))
        .collect()
}

fn table(cx: &Ctx, title: &'static str, rows: Vec<Vec<AnyView>>) -> impl IntoView + use<> {
    let columns = COLUMNS.map(|column| Column::new(cx.t(&format!("open-data-{column}"))).number());
    let head = [Column::new(cx.t("figures-name"))]
        .into_iter()
        .chain(columns)
        .collect();
    view! {
        <section class="section" aria-labelledby=title>
            <h3 class="section__title" id=title>{cx.t(title)}</h3>
            <Table caption=cx.t(title) head=head rows=rows hide_caption=true/>
        </section>
    }
}
