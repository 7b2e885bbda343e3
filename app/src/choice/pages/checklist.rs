//! The personal checklist on a sheet of paper.

use std::sync::Arc;

use domain::catalogue::{MaterialNeed, Need, Outcome};
use domain::forms::Answers;
use leptos::prelude::*;
use portal::choice::ChoiceView;

use super::{materials, open, summary};
use crate::catalogue::pages::{copies, counters};
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{PrintButton, PrintSheet, SummaryList};

/// Only what is settled goes on paper: on a sheet nothing can be answered any more.
pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (view, answers) = open(&cx, &params).await?;
    let is_ready = {
        let outcome = view.outcome(&answers, cx.today());
        outcome.is_settled() && outcome.is_eligible()
    };
    if !is_ready {
        return Err(PageError::Redirect(paths::outcome(&view.item.row.code)));
    }
    let item = cx.plain(&view.item.row.name);
    let title = cx.tf("checklist-title", &[("item", item.into())]);
    Ok(Page::new(title.clone(), move || {
        body(&cx, &view, &answers, title)
    }))
}

fn body(cx: &Ctx, view: &ChoiceView, answers: &Answers, title: String) -> impl IntoView + use<> {
    let outcome = view.outcome(answers, cx.today());
    let guide = &view.definition.guide;
    let back = cx.href(paths::outcome(&view.item.row.code));
    let tools = view! {
        <PrintButton label=cx.t("print")/>
        <a href=back>{cx.t("checklist-back")}</a>
    };
    let scenario = outcome
        .scenario
        .map(|scenario| view! { <p>{cx.t("choice-scenario")}" "{cx.text(&scenario.name)}</p> });
    let places = (!guide.places.is_empty())
        .then(|| view! { <h2>{cx.t("choice-where")}</h2>{counters(cx, guide)} });
    let made = cx.tf("checklist-made", &[("date", cx.date(cx.today()).into())]);
    let (wanted, boxes) = (cx.t("choice-materials"), boxes(cx, &outcome));
    let (about, facts) = (cx.t("choice-facts"), summary::facts(cx, guide));
    let issuer = cx.plain(&view.item.department.name);
    view! {
        <div class="container stack">
            <PrintSheet title=title tools=tools.into_any() issuer=issuer>
                {scenario}
                <h2>{wanted}</h2>
                {boxes}
                <h2>{about}</h2>
                <SummaryList rows=facts/>
                {places}
                <p class="muted">{made}</p>
            </PrintSheet>
        </div>
    }
}

/// What to bring, each with a box to tick by pen; below it what need not be brought.
fn boxes(cx: &Ctx, outcome: &Outcome<'_>) -> AnyView {
    let (spared, bring): (Vec<_>, Vec<_>) = outcome
        .materials
        .iter()
        .filter(|one| one.need == Need::Needed)
        .partition(|one| one.is_spared());
    let rows: Vec<_> = bring.into_iter().map(|one| to_bring(cx, one)).collect();
    let bring = if rows.is_empty() {
        view! { <p>{cx.t("choice-bring-nothing")}</p> }.into_any()
    } else {
        view! { <ul class="checklist">{rows}</ul> }.into_any()
    };
    let rows: Vec<_> = spared
        .into_iter()
        .map(|one| not_to_bring(cx, one))
        .collect();
    let spared = (!rows.is_empty()).then(|| {
        view! {
            <h3>{cx.t("choice-spared")}</h3>
            <div class="prose"><ul>{rows}</ul></div>
        }
    });
    view! { {bring}{spared} }.into_any()
}

fn to_bring(cx: &Ctx, one: &MaterialNeed<'_>) -> impl IntoView + use<> {
    view! {
        <li class="checklist__row">
            <p><strong>{cx.text(&one.material.name)}</strong>{copies(cx, one.material)}</p>
            {materials::ways(cx, one)}
        </li>
    }
}

fn not_to_bring(cx: &Ctx, one: &MaterialNeed<'_>) -> impl IntoView + use<> {
    view! { <li>{cx.text(&one.material.name)}{materials::ways(cx, one)}</li> }
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::choice::testing::{typed, view};
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn only_what_is_needed_stands_on_paper() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items/A-1/checklist").await;
        let answers = typed(&[("years", "30"), ("kind", "lost")]);
        let html = html(|| body(&cx, &view(false), &answers, "Checklist".to_owned()));
        let (tools, paper) = html.split_once("<article").unwrap();
        assert_contains(tools, &["href=\"/items/A-1/outcome\""]);
        assert_contains(
            paper,
            &[
                "Checklist",
                "Another card",
                "Proof",
                "Old card",
                "5 working days",
                "Hall",
                "Bureau",
            ],
        );
        assert!(!paper.contains("Photo"), "{paper}");
    }
}
