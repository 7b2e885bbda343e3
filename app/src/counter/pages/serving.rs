//! Somebody is served: the services of the department, and the citizen's cases there.

use std::sync::Arc;

use leptos::prelude::*;
use portal::cases::CaseSummary;
use portal::catalogue::ItemRow;
use portal::counter::{Overview, Sitting};

use crate::cases::pages::state_tag;
use crate::catalogue::pages::due;
use crate::page::{Ctx, Layout, Page, PageResult};
use crate::paths;
use crate::ui::{Button, ButtonKind, Empty};

/// The states in which the applicant's pages are the place to go on, not the desk's.
const WITH_APPLICANT: [&str; 3] = ["draft", "returned", "correction_requested"];
/// The state in which a result waits to be handed over.
const WAITING: &str = "approved";

pub(super) async fn load(cx: Arc<Ctx>, sitting: Sitting) -> PageResult {
    let found = cx
        .portal
        .counter()
        .overview(cx.officer()?, &sitting)
        .await?;
    let title = cx.t("counter-serving-title");
    Ok(Page::new(title, move || view(&cx, &found)).layout(Layout::Desk))
}

fn view(cx: &Ctx, found: &Overview) -> impl IntoView + use<> {
    let (waiting, others): (Vec<_>, Vec<_>) =
        found.cases.iter().partition(|case| case.state == WAITING);
    let none = found.services.is_empty().then(|| {
        view! { <Empty text=cx.t("counter-no-services")/> }
    });
    let services: Vec<_> = found
        .services
        .iter()
        .map(|item| service(cx, item))
        .collect();
    view! {
        <div class="container container--wide stack">
            <header class="page-header">
                <h1>{cx.t("counter-serving-title")}</h1>
                <p class="lead">{cx.t("counter-serving-lead")}</p>
            </header>
            {cases(cx, "counter-waiting", &waiting)}
            {cases(cx, "counter-cases", &others)}
            <section class="sheet" aria-labelledby="counter-services">
                <h2 class="sheet__title" id="counter-services">{cx.t("counter-services")}</h2>
                {none}
                <ul class="counter-list">{services}</ul>
            </section>
        </div>
    }
}

fn service(cx: &Ctx, item: &ItemRow) -> impl IntoView + use<> {
    let (code, about) = (item.code.to_string(), cx.plain(&item.name));
    view! {
        <li class="counter-list__row">
            <a class="counter-list__name" href=paths::item(&item.code)>{cx.text(&item.name)}</a>
            <form method="post" action=paths::door::START>
                <input type="hidden" name="item" value=code/>
                <Button label=cx.t("counter-apply") kind=ButtonKind::Secondary about=about/>
            </form>
        </li>
    }
}

fn cases(cx: &Ctx, title: &'static str, cases: &[&CaseSummary]) -> Option<AnyView> {
    let rows: Vec<_> = cases.iter().map(|case| row(cx, case)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby=title>
                <h2 class="sheet__title" id=title>{cx.t(title)}</h2>
                <ul class="counter-list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// A case: what waits for the applicant goes on here, everything else at the desk.
fn row(cx: &Ctx, case: &CaseSummary) -> impl IntoView + use<> {
    let href = if WITH_APPLICANT.contains(&case.state) {
        paths::case(&case.id)
    } else {
        paths::desk_case(&case.id)
    };
    let number = case.number.as_ref().map(ToString::to_string);
    let number = number.map(|number| view! { <span class="number">{number}</span> });
    let due = case
        .due
        .map(|date| cx.tf("case-due", &[("date", due(cx, date).into())]));
    let due = due.map(|due| view! { <span>{due}</span> });
    view! {
        <li class="counter-list__row">
            <a class="counter-list__name" href=href>{cx.text(&case.item_name)}</a>
            {state_tag(cx, case.state)}
            {number}
            {due}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::{CaseId, DepartmentCode, ItemCode, Text};

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer, sitting};
    use crate::shell;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn case(id: &str, state: &'static str) -> CaseSummary {
        CaseSummary {
            id: CaseId::new(id),
            number: None,
            item_name: Text::zh(HOSTILE),
            state,
            due: None,
            updated_at: DateTime::UNIX_EPOCH,
            needs_me: false,
        }
    }

    fn item() -> ItemRow {
        ItemRow {
            code: ItemCode::new("A-1"),
            name: Text::zh(HOSTILE),
            department: DepartmentCode::new("police"),
            department_name: Text::zh(HOSTILE),
            item_type: domain::catalogue::ItemType::ALL[0],
            handling: None,
            online: true,
            guided: false,
            topics: Vec::new(),
            life_events: Vec::new(),
            groups: Vec::new(),
            audiences: Vec::new(),
        }
    }

    #[tokio::test]
    async fn cases_lead_to_where_they_go_on() {
        let (_folder, cx) = context(officer("Wang"), Surface::Web, "/desk/counter").await;
        let found = Overview {
            services: vec![Arc::new(item())],
            cases: vec![
                case("draft", "draft"),
                case("open", "submitted"),
                case("done", "approved"),
            ],
        };
        let html = html(|| view(&cx, &found));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "href=\"/cases/draft\"",
                "href=\"/desk/cases/open\"",
                "href=\"/desk/cases/done\"",
                "Waiting to be handed over",
                "action=\"/do/start\"",
                "href=\"/items/A-1\"",
            ],
        );
        assert!(!html.contains(">counter-"), "a text is missing: {html}");
    }

    #[tokio::test]
    async fn every_page_of_a_sitting_says_whom_it_is_for() {
        let (served, attended) = sitting("Anna Berg");
        for (actor, surface, layout, path) in [
            (officer("Wang"), Surface::Web, Layout::Desk, "/desk"),
            (attended, Surface::Counter, Layout::Site, "/cases/c-1"),
        ] {
            let (_folder, mut cx) = context(actor, surface, path).await;
            cx.sitting = Some(served.clone());
            let page = Page::new("Page", || view! { <h1>"Page"</h1> }).layout(layout);
            let html = shell::document(&cx, page);
            assert_contains(
                &html,
                &[
                    "A*** B***",
                    "0241",
                    "action=\"/do/desk-counter-end\"",
                    "noindex",
                ],
            );
            assert!(!html.contains("Anna"), "{html}");
            assert!(!html.contains("href=\"/certificates\""), "{html}");
        }
    }
}
