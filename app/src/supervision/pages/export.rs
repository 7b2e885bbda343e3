//! Choosing which cases to save as a list.

use std::sync::Arc;

use domain::cases::Role;
use domain::{DepartmentCode, ItemCode};
use leptos::prelude::*;
use portal::supervision::{ExportFilter, MAX_EXPORT_ROWS, exports};

use super::words::count;
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::supervision::chosen::{export_filter, typed_date};
use crate::ui::{Banner, BannerKind, Breadcrumb, Button, Choice, Choices, DateField, Select};

/// The states of cases that were handed in.
const STATES: [&str; 13] = [
    "prechecking",
    "returned",
    "submitted",
    "correction_requested",
    "accepted",
    "suspended",
    "proposed",
    "approved",
    "rejected",
    "not_accepted",
    "withdrawn",
    "closed",
    "delivered",
];

/// What can be chosen, beside what stands in the address.
struct Offer {
    services: Vec<Choice>,
    departments: Vec<Choice>,
    with_answers: bool,
    from: String,
    to: String,
    size: u64,
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    if !exports(officer) {
        return Err(PageError::NotFound);
    }
    let query = |name: &str| params.query(name).map(str::to_owned);
    let filter = export_filter(&query);
    let problem = filter.is_none();
    let filter = filter.unwrap_or_default();
    let supervision = cx.portal.supervision();
    let size = supervision.export_size(officer, &filter).await?;
    let is_city = officer.role == Role::Supervisor;
    let department = (!is_city).then(|| officer.department.clone());
    let offer = Offer {
        services: services(&cx, department).await?,
        departments: if is_city {
            departments(&cx).await?
        } else {
            Vec::new()
        },
        with_answers: !is_city,
        from: typed_date(&query, "from").unwrap_or_default(),
        to: typed_date(&query, "to").unwrap_or_default(),
        size: size.unwrap_or_default(),
    };
    let too_many = offer.size > MAX_EXPORT_ROWS;
    Ok(Page::new(cx.t("export-title"), move || {
        view(&cx, &filter, offer, problem)
    })
    .layout(Layout::Desk)
    .status(if too_many || problem { 422 } else { 200 }))
}

/// The services that can be done online, of one department or of all.
async fn services(cx: &Ctx, department: Option<DepartmentCode>) -> Result<Vec<Choice>, PageError> {
    let home = cx.portal.catalogue().home().await?;
    let rows = home.online.iter();
    let own = rows.filter(|row| department.as_ref().is_none_or(|own| *own == row.department));
    Ok(own
        .map(|row| Choice::new(row.code.as_str(), cx.plain(&row.name)))
        .collect())
}

async fn departments(cx: &Ctx) -> Result<Vec<Choice>, PageError> {
    let all = cx.portal.catalogue().departments().await?;
    let online = all.iter().filter(|department| department.items > 0);
    Ok(online
        .map(|department| Choice::new(department.code.as_str(), cx.plain(&department.name)))
        .collect())
}

fn view(cx: &Ctx, filter: &ExportFilter, offer: Offer, problem: bool) -> impl IntoView + use<> {
    let trail = vec![(paths::supervision(), cx.t("supervision-title").into())];
    let limit = [("n", count(MAX_EXPORT_ROWS).into())];
    let wrong = if problem {
        Some(cx.t("export-dates-wrong").to_owned())
    } else {
        (offer.size > MAX_EXPORT_ROWS).then(|| cx.tf("export-too-many", &limit))
    };
    let wrong = wrong.map(|title| view! { <Banner title=title kind=BannerKind::Danger/> });
    let size = cx.tf("export-size", &[("n", count(offer.size).into())]);
    let formats = ["csv", "xlsx"].map(|format| {
        let key = format!("export-format-{format}");
        Choice::new(format, cx.t(&key))
    });
    let answers = offer.with_answers.then(|| {
        let yes = Choice::new("yes", cx.t("export-answers")).hint(cx.t("export-answers-hint"));
        view! {
            <Choices
                name="answers[]"
                legend=cx.t("export-personal")
                options=vec![yes]
                many=true
                required=false
            />
        }
    });
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            {wrong}
            <header class="page-header">
                <h1>{cx.t("export-title")}</h1>
                <p class="lead">{cx.tf("export-lead", &limit)}</p>
            </header>
            <p class="muted">{size}</p>
            <form class="form sheet" method="get" action=paths::export_file()>
                {chosen(cx, filter, offer)}
                <Choices
                    name="format"
                    legend=cx.t("export-format")
                    options=formats.to_vec()
                    chosen=vec!["csv".to_owned()]
                />
                {answers}
                <Button label=cx.t("export-save")/>
            </form>
        </div>
    }
}

fn chosen(cx: &Ctx, filter: &ExportFilter, offer: Offer) -> impl IntoView + use<> {
    let states = STATES.map(|state| {
        let key = format!("case-state-{state}");
        Choice::new(state, cx.t(&key))
    });
    let departments = (!offer.departments.is_empty()).then(|| {
        let chosen = filter.department.as_ref().map(ToString::to_string);
        view! {
            <Select
                name="department"
                label=cx.t("supervision-column-department")
                options=offer.departments
                chosen=chosen.unwrap_or_default()
                blank=cx.t("supervision-all")
                required=false
            />
        }
    });
    view! {
        {departments}
        <Select
            name="item"
            label=cx.t("supervision-column-service")
            options=offer.services
            chosen=filter.item.as_ref().map(ItemCode::to_string).unwrap_or_default()
            blank=cx.t("supervision-all")
            required=false
        />
        <Select
            name="state"
            label=cx.t("desk-column-state")
            options=states.to_vec()
            chosen=filter.state.clone().unwrap_or_default()
            blank=cx.t("supervision-all")
            required=false
        />
        <DateField name="from" legend=cx.t("export-from") value=offer.from required=false/>
        <DateField name="to" legend=cx.t("export-to") value=offer.to required=false/>
    }
}
