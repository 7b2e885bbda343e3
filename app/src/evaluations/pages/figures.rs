//! The published figures of evaluations.

use std::sync::Arc;

use domain::Text;
use domain::evaluations::{Level, Share, Tally};
use leptos::prelude::*;
use portal::evaluations::{Figures, ItemFigures, Period};

use super::how::{how, struck_out};
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Chart, ChartKind, Column, Empty, Series, Table, Words};

/// Items on the page; a city has thousands, and the download has all of them.
const ITEMS_SHOWN: usize = 50;

/// Stands for a figure that there is not, or that is kept back.
const NONE: &str = "–";

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let figures = cx.portal.evaluations().figures().await?;
    let (title, lead) = (cx.t("evaluations-title"), cx.t("evaluations-lead"));
    Ok(Page::new(title, move || view(&cx, &figures)).description(lead))
}

fn view(cx: &Ctx, figures: &Figures) -> impl IntoView + use<> {
    let trail = vec![(paths::home(), cx.t("home-title").into())];
    let as_of = cx.date(figures.as_of);
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("evaluations-title")}</h1>
                <p class="lead">{cx.t("evaluations-lead")}</p>
                <p class="muted">{cx.tf("evaluations-as-of", &[("date", as_of.into())])}</p>
            </header>
            <section class="stack stack--tight">
                <h2>{cx.t("evaluations-whole")}</h2>
                {whole(cx, figures)}
            </section>
            {by_month(cx, figures)}
            {by_level(cx, &figures.year.city)}
            {departments(cx, &figures.year)}
            {items(cx, &figures.year)}
            {struck_out(cx, &figures.year)}
            {how(cx)}
            <p>
                <a href=paths::evaluations_csv() download="evaluations.csv">
                    {cx.t("evaluations-download")}
                </a>
            </p>
        </div>
    }
}

/// A share in per cent.
fn share(share: Option<Share>) -> String {
    share.map_or_else(
        || NONE.to_owned(),
        |share| {
            let tenths = share.per_mille();
            format!("{}.{}%", tenths / 10, tenths % 10)
        },
    )
}

fn mean(tally: &Tally) -> String {
    match tally.mean() {
        Some(hundredths) if tally.is_public() => {
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        }
        _ => NONE.to_owned(),
    }
}

/// A share that says how few people rated, where they are enough.
fn shown(tally: &Tally, of: Option<Share>) -> String {
    share(of.filter(|_| tally.is_public()))
}

/// All figures of the city, in two columns.
fn whole(cx: &Ctx, figures: &Figures) -> impl IntoView + use<> {
    let periods = [&figures.month, &figures.year];
    let row = |key: &str, figure: &dyn Fn(&Period) -> String| -> Vec<AnyView> {
        let mut cells = vec![cx.t(key).into_any()];
        cells.extend(periods.map(|period| figure(period).into_any()));
        cells
    };
    let rows = vec![
        row("evaluations-finished", &|p| p.city.finished.to_string()),
        row("evaluations-real", &|p| p.city.real().to_string()),
        row("evaluations-response", &|p| share(p.city.response())),
        row("evaluations-good", &|p| shown(&p.city, p.city.good())),
        row("evaluations-mean", &|p| mean(&p.city)),
        row("evaluations-corrected", &|p| {
            shown(&p.city, p.city.corrected())
        }),
        row("evaluations-in-time", &|p| shown(&p.city, p.city.in_time())),
        row("evaluations-coverage", &|p| share(p.coverage)),
        row("evaluations-by-default", &|p| p.city.by_default.to_string()),
        row("evaluations-struck-out", &|p| p.city.struck_out.to_string()),
    ];
    let head = vec![
        Column::new(cx.t("evaluations-metric")),
        Column::new(cx.t("evaluations-month")).number(),
        Column::new(cx.t("evaluations-year")).number(),
    ];
    view! { <Table caption=cx.t("evaluations-whole") head=head rows=rows hide_caption=true/> }
}

fn by_month(cx: &Ctx, figures: &Figures) -> impl IntoView + use<> {
    let labels: Vec<Words> = figures
        .months
        .iter()
        .map(|(first, _)| first.format("%Y-%m").to_string().into())
        .collect();
    let of = |count: fn(&Tally) -> u64| -> Vec<u64> {
        figures
            .months
            .iter()
            .map(|(_, tally)| count(tally))
            .collect()
    };
    let series = vec![
        Series::new(cx.t("evaluations-finished"), of(|tally| tally.finished)),
        Series::new(cx.t("evaluations-real"), of(Tally::real)),
    ];
    view! {
        <Chart
            id="evaluations-months"
            kind=ChartKind::Line
            title=cx.t("evaluations-chart")
            about=cx.t("evaluations-chart-about")
            axis=cx.t("evaluations-axis-month")
            labels=labels
            series=series
        />
    }
}

fn by_level(cx: &Ctx, city: &Tally) -> Option<AnyView> {
    city.is_public().then(|| {
        let labels = Level::ALL.map(|level| cx.t(level.key()).into()).into();
        let counts = Level::ALL.map(|level| city.of(level));
        let series = vec![Series::new(cx.t("evaluations-count"), counts)];
        view! {
            <Chart
                id="evaluations-levels"
                title=cx.t("evaluations-levels")
                about=cx.t("evaluations-levels-about")
                axis=cx.t("evaluations-level")
                labels=labels
                series=series
            />
        }
        .into_any()
    })
}

/// The columns of a table of places.
fn head(cx: &Ctx, first: &'static str) -> Vec<Column> {
    let numbers = [
        "evaluations-finished",
        "evaluations-real",
        "evaluations-response",
        "evaluations-good",
        "evaluations-mean",
        "evaluations-corrected",
        "evaluations-in-time",
        "evaluations-struck-out",
    ];
    let mut head = vec![Column::new(cx.t(first))];
    head.extend(numbers.map(|key| Column::new(cx.t(key)).number()));
    head
}

fn row(name: AnyView, tally: &Tally) -> Vec<AnyView> {
    vec![
        name,
        tally.finished.to_string().into_any(),
        tally.real().to_string().into_any(),
        share(tally.response()).into_any(),
        shown(tally, tally.good()).into_any(),
        mean(tally).into_any(),
        shown(tally, tally.corrected()).into_any(),
        shown(tally, tally.in_time()).into_any(),
        tally.struck_out.to_string().into_any(),
    ]
}

fn departments(cx: &Ctx, year: &Period) -> impl IntoView + use<> {
    let title = cx.t("evaluations-departments");
    let body = if year.departments.is_empty() {
        view! { <Empty text=cx.t("evaluations-none")/> }.into_any()
    } else {
        let one = |(name, tally): &(Text, Tally)| row(cx.text(name), tally);
        let rows = year.departments.iter().map(one).collect();
        let head = head(cx, "evaluations-department");
        view! { <Table caption=title head=head rows=rows hide_caption=true/> }.into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{title}</h2>
            {body}
        </section>
    }
}

fn items(cx: &Ctx, year: &Period) -> Option<AnyView> {
    if year.items.is_empty() {
        return None;
    }
    let title = cx.t("evaluations-items");
    let one = |item: &ItemFigures| {
        let (href, name) = (paths::item(&item.code), cx.text(&item.name));
        let department = cx.text(&item.department);
        let name = view! {
            <a href=href>{name}</a>
            <br/>
            <span class="muted">{department}</span>
        };
        row(name.into_any(), &item.tally)
    };
    let rows = year.items.iter().take(ITEMS_SHOWN).map(one).collect();
    let more = (year.items.len() > ITEMS_SHOWN).then(|| {
        let n = i64::try_from(ITEMS_SHOWN).unwrap_or(i64::MAX);
        let words = cx.tf("evaluations-items-more", &[("n", n.into())]);
        view! { <p class="muted">{words}</p> }
    });
    let head = head(cx, "evaluations-item");
    Some(
        view! {
            <section class="stack stack--tight">
                <h2>{title}</h2>
                {more}
                <Table caption=title head=head rows=rows hide_caption=true/>
            </section>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::ItemCode;
    use domain::evaluations::StrikeGround;
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn tally(real: u64) -> Tally {
        let mut tally = Tally {
            finished: 20,
            struck_out: 1,
            ..Tally::default()
        };
        tally.add(Level::VerySatisfied, real);
        tally
    }

    fn figures(real: u64) -> Figures {
        let tally = tally(real);
        let period = Period {
            city: tally,
            coverage: Share::of(1, 3),
            departments: vec![(Text::zh(HOSTILE), tally)],
            items: vec![ItemFigures {
                code: ItemCode::new("A-1"),
                name: Text::zh(HOSTILE),
                department: Text::zh(HOSTILE),
                tally,
            }],
            struck_out: vec![(StrikeGround::Malicious, 1)],
        };
        let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        Figures {
            as_of: first,
            month: period.clone(),
            year: period,
            months: vec![(first, tally)],
        }
    }

    async fn page(real: u64) -> String {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/evaluations").await;
        let html = html(|| view(&cx, &figures(real)));
        assert_escaped(&html);
        assert!(!html.contains(">evaluations-"), "a text is missing: {html}");
        html
    }

    #[tokio::test]
    async fn figures_are_published_with_their_download() {
        let html = page(10).await;
        assert_contains(
            &html,
            &[
                "href=\"/evaluations.csv\"",
                "5.00",
                "100.0%",
                "55.0%",
                "33.3%",
                "href=\"/items/A-1\"",
                "Meant to do harm",
                "id=\"evaluations-levels-title\"",
            ],
        );
    }

    #[tokio::test]
    async fn few_ratings_show_no_levels() {
        let html = page(4).await;
        assert!(!html.contains("5.00") && !html.contains("100.0%"), "{html}");
        assert!(!html.contains("evaluations-levels"), "{html}");
    }
}
