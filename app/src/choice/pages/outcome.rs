//! What the guided choice has come to: who cannot apply and why, or the scenario with the exact
//! materials and the way in.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalogue::{EligibilityRule, Outcome};
use domain::forms::Answers;
use leptos::prelude::*;
use portal::choice::ChoiceView;

use super::{materials, open, summary, trail};
use crate::catalogue::pages::{counters, repair_notice, way_in};
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Breadcrumb, ButtonKind, ButtonLink, SummaryList};

/// Everything that the page shows.
struct OutcomePage {
    view: ChoiceView,
    answers: Answers,
    named: BTreeMap<String, String>,
}

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (view, answers) = open(&cx, &params).await?;
    let choice = cx.portal.choice();
    let is_broken = view.outcome(&answers, cx.today()).fault.is_some();
    if let Some(version) = view.item.version.filter(|_| is_broken) {
        let row = &view.item.row;
        let catalogue = cx.portal.catalogue();
        catalogue
            .tell_of_fault(&row.code, version, &row.department)
            .await?;
    }
    let named = choice.divisions(&view, &answers).await?;
    let page = OutcomePage {
        view,
        answers,
        named,
    };
    let item = cx.plain(&page.view.item.row.name);
    let title = cx.tf("choice-outcome-title", &[("item", item.into())]);
    Ok(Page::new(title, move || body(&cx, &page)))
}

fn body(cx: &Ctx, page: &OutcomePage) -> impl IntoView + use<> {
    let outcome = page.view.outcome(&page.answers, cx.today());
    let answers = summary::given(cx, &page.view, &page.answers, &page.named);
    let answers = answers.map(|answers| part(cx, "choice-answers", answers));
    let main = if outcome.fault.is_some() {
        under_repair(cx, &page.view)
    } else if outcome.barred.is_empty() {
        open_way(cx, page, &outcome)
    } else {
        barred(cx, &page.view, &outcome.barred)
    };
    view! {
        <div class="container container--narrow stack">
            <Breadcrumb trail=trail(cx, &page.view)/>
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&page.view.item.row.name)}</p>
                <h1>{cx.t("choice-outcome")}</h1>
            </header>
            {main}
            {answers}
        </div>
    }
}

fn part(cx: &Ctx, heading: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="stack stack--tight" aria-labelledby=heading>
            <h2 id=heading>{cx.t(heading)}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Nothing can be decided now. Nothing that was answered is lost, and there is somebody to ask.
fn under_repair(cx: &Ctx, view: &ChoiceView) -> AnyView {
    view! {
        {repair_notice(cx, &view.definition.guide.consult_phone)}
        <ButtonLink
            href=cx.href(paths::item(&view.item.row.code))
            label=cx.t("choice-to-guide")
            kind=ButtonKind::Secondary
        />
    }
    .into_any()
}

/// Why not, what would change it, and what is right instead.
fn barred(cx: &Ctx, view: &ChoiceView, rules: &[&EligibilityRule]) -> AnyView {
    let reasons: Vec<_> = rules.iter().map(|rule| reason(cx, view, rule)).collect();
    let again = cx.href(paths::choose(&view.item.row.code));
    let text = cx.t("choice-barred-text");
    view! {
        <Banner title=cx.t("choice-barred") kind=BannerKind::Warning>
            <p>{text}</p>
        </Banner>
        {reasons}
        <div class="actions">
            <ButtonLink href=again label=cx.t("choice-change") kind=ButtonKind::Secondary/>
            <a href=cx.href(paths::item(&view.item.row.code))>{cx.t("choice-to-guide")}</a>
        </div>
    }
    .into_any()
}

fn reason(cx: &Ctx, view: &ChoiceView, rule: &EligibilityRule) -> impl IntoView + use<> {
    let remedy = rule.remedy.as_ref().map(|remedy| {
        view! {
            <p><strong>{cx.t("choice-remedy")}</strong></p>
            <p>{cx.text(remedy)}</p>
        }
    });
    let better = rule.instead.as_ref();
    let better = better.and_then(|code| Some((code, view.instead.get(code)?)));
    let better = better.map(|(code, name)| {
        let words = cx.tf("choice-instead", &[("item", cx.plain(name).into())]);
        view! { <ButtonLink href=cx.href(paths::item(code)) label=words/> }
    });
    view! {
        <section class="stack stack--tight choice__reason">
            <h2>{cx.text(&rule.reason)}</h2>
            {remedy}
            {better}
        </section>
    }
}

/// The scenario, the materials, the facts, and the way in.
fn open_way(cx: &Ctx, page: &OutcomePage, outcome: &Outcome<'_>) -> AnyView {
    let guide = &page.view.definition.guide;
    let facts = view! { <SummaryList rows=summary::facts(cx, guide)/> }.into_any();
    let is_at_counter = !page.view.item.row.online || guide.on_site_visits > 0;
    let places = (is_at_counter && !guide.places.is_empty())
        .then(|| part(cx, "choice-where", counters(cx, guide).into_any()));
    view! {
        {standing(cx, page, outcome)}
        {scenario(cx, outcome)}
        {part(cx, "choice-materials", materials::lists(cx, outcome))}
        {part(cx, "choice-facts", facts)}
        {places}
        {outcome.is_settled().then(|| onwards(cx, page))}
    }
    .into_any()
}

/// Whether the reader can apply, as far as the answers tell.
fn standing(cx: &Ctx, page: &OutcomePage, outcome: &Outcome<'_>) -> AnyView {
    if !outcome.is_settled() {
        let open = i64::try_from(outcome.open.len()).unwrap_or(i64::MAX);
        let text = cx.tf("choice-open-text", &[("n", open.into())]);
        let go_on = cx.href(paths::choose(&page.view.item.row.code));
        return view! {
            <Banner title=cx.t("choice-open")><p>{text}</p></Banner>
            <ButtonLink href=go_on label=cx.t("choice-go-on")/>
        }
        .into_any();
    }
    let rules = &page.view.definition.choice.eligibility;
    let eligible = (outcome.is_eligible() && !rules.is_empty()).then(|| {
        let text = cx.t("choice-eligible-text");
        view! {
            <Banner title=cx.t("choice-eligible") kind=BannerKind::Success><p>{text}</p></Banner>
        }
    });
    eligible.into_any()
}

fn scenario(cx: &Ctx, outcome: &Outcome<'_>) -> Option<AnyView> {
    outcome.scenario.map(|scenario| {
        let advice = scenario.advice.as_ref();
        let advice = advice.map(|advice| view! { <p class="lead">{cx.text(advice)}</p> });
        let (label, name) = (cx.t("choice-scenario"), cx.text(&scenario.name));
        view! {
            <section class="stack stack--tight choice__scenario" aria-labelledby="choice-scenario">
                <h2 id="choice-scenario">{label}" "{name}</h2>
                {advice}
            </section>
        }
        .into_any()
    })
}

/// The sheet to print, and the way into the application with these answers, or where to go.
fn onwards(cx: &Ctx, page: &OutcomePage) -> AnyView {
    let item = &page.view.item;
    let sheet = cx.href(paths::checklist(&item.row.code));
    let way = if item.row.online {
        let carried = cx.t("choice-carried");
        view! {
            <div class="choice__apply">
                {way_in(cx, item, &paths::outcome(&item.row.code))}
                <p class="muted">{carried}</p>
            </div>
        }
        .into_any()
    } else {
        let text = cx.t("choice-counter-text");
        view! { <Banner title=cx.t("choice-counter")><p>{text}</p></Banner> }.into_any()
    };
    view! {
        {way}
        <div class="actions">
            <ButtonLink href=sheet label=cx.t("choice-checklist") kind=ButtonKind::Secondary/>
            <a href=cx.href(paths::choose(&item.row.code))>{cx.t("choice-change")}</a>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
