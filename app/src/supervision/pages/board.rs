//! The board: lights by department, and the list of findings.

use std::sync::Arc;

use domain::DepartmentCode;
use domain::cases::Light;
use domain::supervision::Rules;
use leptos::prelude::*;
use portal::supervision::{
    Board, DepartmentLights, FindingFilter, FindingList, FindingRow, exports, reads_rules,
};

use super::words::{card_name, light_name, light_tag, watched};
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Button, ButtonKind, Chart, ChartKind, Choice, Column, Empty, Select, Series, TabLink, TabLinks,
    Table, Tone,
};

/// The lights from the worst to the best, as columns and bars.
const LIGHTS: [Light; 4] = [Light::Red, Light::Yellow, Light::Blue, Light::Green];

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let filter = FindingFilter {
        closed: params.query("closed").is_some(),
        colour: params.query("colour").and_then(Light::parse),
        rule: params.query("rule").and_then(|rule| rule.parse().ok()),
        department: params.query("department").map(DepartmentCode::new),
        after: params.query("after").map(str::to_owned),
    };
    let supervision = cx.portal.supervision();
    let board = supervision.board(officer).await?;
    let board = board.ok_or(PageError::NotFound)?;
    let found = supervision.findings(officer, &filter).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let links = (reads_rules(officer), exports(officer));
    Ok(Page::new(cx.t("supervision-title"), move || {
        view(&cx, &board, &filter, &found, links)
    })
    .layout(Layout::Desk))
}

fn view(
    cx: &Ctx,
    board: &Board,
    filter: &FindingFilter,
    found: &FindingList,
    (rules, exports): (bool, bool),
) -> impl IntoView + use<> {
    let rules = rules.then(|| {
        view! { <li><a href=paths::supervision_rules()>{cx.t("supervision-rules-title")}</a></li> }
    });
    let exports =
        exports.then(|| view! { <li><a href=paths::desk_export()>{cx.t("export-title")}</a></li> });
    view! {
        <div class="container container--wide stack">
            <header class="page-header">
                <h1>{cx.t("supervision-title")}</h1>
                <p class="lead">{cx.t("supervision-lead")}</p>
            </header>
            <ul class="columns">
                <li><a href=paths::desk_figures("")>{cx.t("figures-title")}</a></li>
                {exports}
                {rules}
            </ul>
            {lights(cx, board)}
            {list(cx, board, filter, found)}
        </div>
    }
}

fn number(row: &DepartmentLights, light: Light) -> u64 {
    match light {
        Light::Green => row.green,
        Light::Yellow => row.yellow,
        Light::Red => row.red,
        Light::Blue => row.blue,
    }
}

fn lights(cx: &Ctx, board: &Board) -> AnyView {
    if board.departments.is_empty() {
        return view! { <Empty text=cx.t("supervision-no-cases")/> }.into_any();
    }
    let head = [Column::new(cx.t("supervision-column-department"))]
        .into_iter()
        .chain(LIGHTS.map(|light| Column::new(light_name(cx, light)).number()))
        .collect();
    let rows = board.departments.iter().map(|row| {
        let name = [cx.text(&row.name)];
        let numbers = LIGHTS.map(|light| cell(row, light));
        name.into_iter().chain(numbers).collect()
    });
    let rows = rows.collect();
    let labels = board
        .departments
        .iter()
        .map(|row| cx.plain(&row.name).into());
    let labels = labels.collect();
    let series = LIGHTS.map(|light| {
        let numbers: Vec<u64> = board
            .departments
            .iter()
            .map(|row| number(row, light))
            .collect();
        Series::new(light_name(cx, light), numbers).tone(tone(light))
    });
    let title = cx.t("supervision-board-title");
    view! {
        <section class="section stack" aria-labelledby="board">
            <h2 class="section__title" id="board">{title}</h2>
            <Table caption=title head=head rows=rows hide_caption=true/>
            <Chart
                id="lights"
                kind=ChartKind::Stacked
                title=title
                about=cx.t("supervision-board-about")
                axis=cx.t("supervision-column-department")
                labels=labels
                series=series.into()
            />
        </section>
    }
    .into_any()
}

const fn tone(light: Light) -> Tone {
    match light {
        Light::Green => Tone::Success,
        Light::Yellow => Tone::Warning,
        Light::Red => Tone::Danger,
        Light::Blue => Tone::Quiet,
    }
}

/// A number that leads to the findings behind it; there are none behind green.
fn cell(row: &DepartmentLights, light: Light) -> AnyView {
    let number = number(row, light);
    if number == 0 || light == Light::Green {
        return number.to_string().into_any();
    }
    let filter = FindingFilter {
        colour: Some(light),
        department: Some(row.code.clone()),
        ..FindingFilter::default()
    };
    view! { <a class="desk-table__count" href=address(&filter)>{number.to_string()}</a> }.into_any()
}

/// The address of the list with this filter.
fn address(filter: &FindingFilter) -> String {
    let rule = filter.rule.map(|rule| rule.to_string());
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    paths::with_query(
        &paths::supervision(),
        &[
            ("closed", if filter.closed { "1" } else { "" }),
            ("colour", filter.colour.map_or("", Light::key)),
            ("rule", &rule.unwrap_or_default()),
            (
                "department",
                &text(filter.department.as_ref().map(DepartmentCode::as_str)),
            ),
            ("after", &text(filter.after.as_deref())),
        ],
    )
}

fn list(
    cx: &Ctx,
    board: &Board,
    filter: &FindingFilter,
    found: &FindingList,
) -> impl IntoView + use<> {
    let tab = |label, closed| TabLink {
        href: address(&FindingFilter {
            closed,
            after: None,
            ..filter.clone()
        }),
        label: cx.t(label).into(),
        count: None,
        current: filter.closed == closed,
    };
    let tabs = vec![
        tab("supervision-open", false),
        tab("supervision-closed", true),
    ];
    let rows = if found.rows.is_empty() {
        view! { <Empty text=cx.t("supervision-none")/> }.into_any()
    } else {
        table(cx, found)
    };
    let next = found.next.as_ref().map(|next| {
        let filter = FindingFilter {
            after: Some(next.clone()),
            ..filter.clone()
        };
        view! { <p class="actions"><a href=address(&filter) rel="next">{cx.t("supervision-next")}</a></p> }
    });
    view! {
        <section class="section stack" aria-labelledby="findings">
            <h2 class="section__title" id="findings">{cx.t("supervision-findings")}</h2>
            <TabLinks label=cx.t("supervision-findings") tabs=tabs/>
            {narrowing(cx, board, filter)}
            {rows}
            {next}
        </section>
    }
}

fn narrowing(cx: &Ctx, board: &Board, filter: &FindingFilter) -> impl IntoView + use<> {
    let colours = [Light::Red, Light::Yellow, Light::Blue]
        .map(|light| Choice::new(light.key(), light_name(cx, light)));
    // What a rule watches never changes, so its number says it.
    let rules = Rules::default().rules.into_iter();
    let rules = rules.map(|rule| Choice::new(rule.number.to_string(), watched(cx, rule.watch)));
    let departments = board.is_city.then(|| {
        let departments = board.departments.iter();
        let options = departments
            .map(|row| Choice::new(row.code.as_str(), cx.plain(&row.name)))
            .collect();
        let chosen = filter.department.as_ref().map(ToString::to_string);
        view! {
            <Select
                name="department"
                label=cx.t("supervision-column-department")
                options=options
                chosen=chosen.unwrap_or_default()
                blank=cx.t("supervision-all")
                required=false
            />
        }
    });
    let closed = filter
        .closed
        .then(|| view! { <input type="hidden" name="closed" value="1"/> });
    view! {
        <form class="form inbox-filter" method="get" action=paths::supervision()>
            {closed}
            <div class="inbox-filter__fields">
                <Select
                    name="colour"
                    label=cx.t("supervision-column-light")
                    options=colours.to_vec()
                    chosen=filter.colour.map_or("", Light::key)
                    blank=cx.t("supervision-all")
                    required=false
                />
                <Select
                    name="rule"
                    label=cx.t("supervision-column-rule")
                    options=rules.collect()
                    chosen=filter.rule.map(|rule| rule.to_string()).unwrap_or_default()
                    blank=cx.t("supervision-all")
                    required=false
                />
                {departments}
            </div>
            <Button label=cx.t("supervision-narrow") kind=ButtonKind::Secondary/>
        </form>
    }
}

fn table(cx: &Ctx, found: &FindingList) -> AnyView {
    let head: Vec<Column> = [
        "number",
        "service",
        "department",
        "rule",
        "light",
        "card",
        "day",
        "state",
    ]
    .map(|column| cx.t(&format!("supervision-column-{column}")).into())
    .into();
    let rows = found.rows.iter().map(|row| line(cx, row)).collect();
    view! { <Table caption=cx.t("supervision-findings") head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn line(cx: &Ctx, row: &FindingRow) -> Vec<AnyView> {
    let rule = row.watch.map(|watch| watched(cx, watch));
    let rule = rule.unwrap_or_else(|| row.rule.to_string());
    let number = row.number.clone();
    let number = number.unwrap_or_else(|| cx.t("supervision-finding").to_owned());
    vec![
        view! { <a class="desk-table__number" href=paths::finding(&row.id)>{number}</a> }
            .into_any(),
        cx.text(&row.item_name),
        cx.text(&row.department_name),
        rule.into_any(),
        light_tag(cx, row.colour).into_any(),
        card_name(cx, row.card).into_any(),
        cx.date(row.day).into_any(),
        stand(cx, row).into_any(),
    ]
}

/// How far a finding has come.
pub(super) fn stand(cx: &Ctx, row: &FindingRow) -> &'static str {
    match row.ruling {
        Some(ruling) => cx.t(&format!("supervision-ruling-{}", ruling.key())),
        None if row.explained => cx.t("supervision-explained"),
        None if row.closed_at.is_some() => cx.t("supervision-over"),
        None => cx.t("supervision-going-on"),
    }
}
