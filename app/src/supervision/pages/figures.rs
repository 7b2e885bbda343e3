//! The monthly figures at the desk.

use std::sync::Arc;

use domain::supervision::{Figures, Month};
use leptos::prelude::*;
use portal::supervision::{FigureLine, FiguresView};

use super::words::tenths;
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Chart, ChartKind, Choice, Column, Empty, Select, Series, Table,
};

/// A figure: the end of its Fluent key `figures-…`, and how it is read.
type Figure = (&'static str, fn(&Figures) -> String);

/// What came and what was decided, and how soon.
const WORK: [Figure; 9] = [
    ("handed-in", |it| it.handed_in.to_string()),
    ("accepted", |it| it.accepted.to_string()),
    ("decided", |it| it.decided().to_string()),
    ("in-time", |it| it.in_time().to_string()),
    ("late-promise", |it| it.late_promise.to_string()),
    ("late-law", |it| it.late_law.to_string()),
    ("punctuality", |it| per_cent(it.punctuality())),
    ("average", |it| {
        it.average_tenths().map(tenths).unwrap_or_default()
    }),
    ("promised", |it| {
        it.promised_tenths().map(tenths).unwrap_or_default()
    }),
];

/// How cases went and ended.
const COURSE: [Figure; 11] = [
    ("corrections", |it| it.corrections.to_string()),
    ("returned", |it| it.returned.to_string()),
    ("extended", |it| it.extended.to_string()),
    ("suspended", |it| it.days_suspended.to_string()),
    ("granted", |it| it.granted.to_string()),
    ("refused", |it| it.refused.to_string()),
    ("not-accepted", |it| it.not_accepted.to_string()),
    ("withdrawn", |it| it.withdrawn.to_string()),
    ("void", |it| it.void.to_string()),
    ("deleted", |it| it.deleted.to_string()),
    ("transferred", |it| it.transferred.to_string()),
];

fn per_cent(share: Option<u64>) -> String {
    share.map(|share| format!("{share}%")).unwrap_or_default()
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let month = params.query("month").and_then(Month::parse);
    let found = cx.portal.supervision().figures(officer, month).await?;
    let found = found.ok_or(PageError::NotFound)?;
    Ok(Page::new(cx.t("figures-title"), move || view(&cx, &found)).layout(Layout::Desk))
}

fn view(cx: &Ctx, found: &FiguresView) -> impl IntoView + use<> {
    let trail = vec![(paths::supervision(), cx.t("supervision-title").into())];
    let months = found.months.iter();
    let months = months.map(|month| Choice::new(month.to_string(), month.to_string()));
    let counted = match found.counted_at {
        Some(at) => cx.tf("figures-counted", &[("at", cx.date_time(at).into())]),
        None => cx.t("figures-not-counted").to_owned(),
    };
    let body = if found.departments.is_empty() {
        view! { <Empty text=cx.t("figures-none")/> }.into_any()
    } else {
        body(cx, found)
    };
    let heading = cx.tf("figures-of", &[("month", found.month.to_string().into())]);
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{heading}</h1>
                <p class="lead">{cx.t("figures-lead")}</p>
            </header>
            <form class="form" method="get" action=paths::desk_figures("")>
                <Select
                    name="month"
                    label=cx.t("figures-month")
                    options=months.collect()
                    chosen=found.month.to_string()
                />
                <Button label=cx.t("figures-show") kind=ButtonKind::Secondary/>
            </form>
            <p class="muted">{counted}</p>
            {body}
        </div>
    }
}

fn body(cx: &Ctx, found: &FiguresView) -> AnyView {
    let department = |line: &FigureLine| cx.text(&line.department_name);
    let service = |line: &FigureLine| match &line.item_name {
        Some(name) => cx.text(name),
        None => cx.text(&line.department_name),
    };
    view! {
        {charts(cx, found)}
        {table(cx, "figures-by-department", &WORK, &found.departments, &department)}
        {table(cx, "figures-course", &COURSE, &found.departments, &department)}
        {table(cx, "figures-by-service", &WORK, &found.services, &service)}
        {table(cx, "figures-course-by-service", &COURSE, &found.services, &service)}
    }
    .into_any()
}

fn charts(cx: &Ctx, found: &FiguresView) -> impl IntoView + use<> {
    let of = |lines: &[FigureLine], read: fn(&Figures) -> u64| -> Vec<u64> {
        lines.iter().map(|line| read(&line.figures)).collect()
    };
    let departments = &found.departments;
    let labels = departments
        .iter()
        .map(|line| cx.plain(&line.department_name).into())
        .collect();
    let decided = vec![
        Series::new(cx.t("figures-in-time"), of(departments, Figures::in_time)),
        Series::new(
            cx.t("figures-late-promise"),
            of(departments, |it| it.late_promise),
        ),
    ];
    let months = found
        .trend
        .iter()
        .map(|(month, _)| month.to_string().into());
    let months = months.collect();
    let by_month = |read: fn(&Figures) -> u64| -> Vec<u64> {
        found
            .trend
            .iter()
            .map(|(_, figures)| read(figures))
            .collect()
    };
    let trend = vec![
        Series::new(cx.t("figures-handed-in"), by_month(|it| it.handed_in)),
        Series::new(cx.t("figures-decided"), by_month(Figures::decided)),
    ];
    view! {
        <Chart
            id="punctuality"
            kind=ChartKind::Stacked
            title=cx.t("figures-chart-punctuality")
            about=cx.t("figures-chart-punctuality-about")
            axis=cx.t("supervision-column-department")
            labels=labels
            series=decided
        />
        <Chart
            id="trend"
            kind=ChartKind::Line
            title=cx.t("figures-chart-trend")
            about=cx.t("figures-chart-trend-about")
            axis=cx.t("figures-month")
            labels=months
            series=trend
        />
    }
}

fn table(
    cx: &Ctx,
    title: &'static str,
    figures: &[Figure],
    lines: &[FigureLine],
    name: &dyn Fn(&FigureLine) -> AnyView,
) -> impl IntoView + use<> {
    let columns = figures
        .iter()
        .map(|(key, _)| Column::new(cx.t(&format!("figures-{key}"))).number());
    let head = [Column::new(cx.t("figures-name"))]
        .into_iter()
        .chain(columns)
        .collect();
    let rows = lines.iter().map(|line| {
        let numbers = figures
            .iter()
            .map(|(_, read)| read(&line.figures).into_any());
        [name(line)].into_iter().chain(numbers).collect()
    });
    let rows = rows.collect();
    view! {
        <section class="section" aria-labelledby=title>
            <h2 class="section__title" id=title>{cx.t(title)}</h2>
            <Table caption=cx.t(title) head=head rows=rows hide_caption=true/>
        </section>
    }
}
