//! An administrator changes a rule: the form, and what the change would mean.

use std::sync::Arc;

use domain::cases::Light;
use domain::supervision::{Card, Rule, Told};
use leptos::prelude::*;
use portal::supervision::{RuleOutlook, changes_rules};

use super::rules::{in_force, told};
use super::words::{card_name, count, light_name, watched};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::supervision::doors::{STALE, change, change_of};
use crate::ui::{
    Banner, BannerKind, Breadcrumb, Button, ButtonKind, Choice, Choices, Column, NumberField, Table,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    if !changes_rules(officer) {
        return Err(PageError::NotFound);
    }
    let number: u16 = params
        .path("number")
        .parse()
        .map_err(|_| PageError::NotFound)?;
    let supervision = cx.portal.supervision();
    let version = supervision
        .rules(officer)
        .await?
        .ok_or(PageError::NotFound)?;
    let rule = version.rules.rule(number).cloned();
    let rule = rule.ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&change_of(&number.to_string())).await?,
        None => None,
    };
    let sound = kept.as_ref().filter(|kept| kept.problems.is_empty());
    let outlook = match sound.and_then(change) {
        Some(change) => supervision.look_at_rule(officer, number, change).await.ok(),
        None => None,
    };
    let has_problem = kept.as_ref().is_some_and(|kept| !kept.problems.is_empty());
    let status = if has_problem { 422 } else { 200 };
    let typed = kept.unwrap_or_else(|| as_it_is(&rule));
    let title = cx.t("supervision-rule-title");
    Ok(
        Page::new(title, move || view(&cx, &rule, &typed, outlook.as_ref()))
            .layout(Layout::Desk)
            .status(status),
    )
}

/// The rule as somebody would have typed it.
fn as_it_is(rule: &Rule) -> Kept {
    let told: Vec<_> = rule.told.iter().map(|told| told.key()).collect();
    let on = if rule.on { "yes" } else { "no" };
    let days = rule.watch.working_days().unwrap_or_default();
    let values = [
        ("on", on.to_owned()),
        ("colour", rule.colour.key().to_owned()),
        ("card", rule.card.key().to_owned()),
        ("told", told.join(" ")),
        ("days", days.to_string()),
    ];
    Kept {
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        problems: Vec::new(),
    }
}

fn view(
    cx: &Ctx,
    rule: &Rule,
    typed: &Kept,
    outlook: Option<&RuleOutlook>,
) -> impl IntoView + use<> {
    let trail = vec![(
        paths::supervision_rules(),
        cx.t("supervision-rules-title").into(),
    )];
    let problem = typed
        .problem(STALE)
        .map(|key| view! { <Banner title=cx.t(key) kind=BannerKind::Danger/> });
    let outlook = outlook.map(|outlook| look(cx, rule, typed, outlook));
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            {problem}
            <header class="page-header">
                <h1>{watched(cx, rule.watch)}</h1>
            </header>
            {outlook}
            <form class="form sheet" method="post" action=paths::door::SUPERVISION_RULE>
                <h2 class="sheet__title">{cx.t("supervision-rule-title")}</h2>
                <input type="hidden" name="rule" value=rule.number.to_string()/>
                {fields(cx, rule, typed)}
                <Button label=cx.t("supervision-look") kind=ButtonKind::Secondary/>
            </form>
        </div>
    }
}

fn fields(cx: &Ctx, rule: &Rule, typed: &Kept) -> impl IntoView + use<> {
    let on = [
        Choice::new("yes", cx.t("supervision-on")),
        Choice::new("no", cx.t("supervision-off")),
    ];
    let colours = [Light::Yellow, Light::Red, Light::Blue]
        .map(|light| Choice::new(light.key(), light_name(cx, light)));
    let cards = Card::ALL.map(|card| Choice::new(card.key(), card_name(cx, card)));
    let readers = Told::ALL.map(|told| {
        let name = cx.t(&format!("supervision-told-{}", told.key()));
        Choice::new(told.key(), name)
    });
    let chosen = typed.value("told");
    let chosen: Vec<_> = chosen.split_whitespace().map(str::to_owned).collect();
    let days = rule.watch.working_days().map(|_| {
        view! {
            <NumberField
                name="days"
                label=cx.t("supervision-days")
                value=typed.value("days")
                hint=cx.t("supervision-days-hint")
            />
        }
    });
    view! {
        <Choices
            name="on"
            legend=cx.t("supervision-column-in-force")
            options=on.to_vec()
            chosen=vec![typed.value("on")]
        />
        {days}
        <Choices
            name="colour"
            legend=cx.t("supervision-column-light")
            options=colours.to_vec()
            chosen=vec![typed.value("colour")]
        />
        <Choices
            name="card"
            legend=cx.t("supervision-column-card")
            options=cards.to_vec()
            chosen=vec![typed.value("card")]
        />
        <Choices
            name="told[]"
            legend=cx.t("supervision-column-told")
            options=readers.to_vec()
            chosen=chosen
            many=true
            required=false
        />
    }
}

/// What is and what would be, side by side, with the button that does it.
fn look(cx: &Ctx, rule: &Rule, typed: &Kept, outlook: &RuleOutlook) -> impl IntoView + use<> {
    let RuleOutlook {
        version,
        before,
        after,
        open,
    } = outlook;
    let head: Vec<Column> = ["what", "before", "after"]
        .map(|column| cx.t(&format!("supervision-outlook-{column}")).into())
        .into();
    let row = |key: &'static str, of: &dyn Fn(&Rule) -> String| -> Vec<AnyView> {
        vec![
            cx.t(key).into_any(),
            of(before).into_any(),
            of(after).into_any(),
        ]
    };
    let rows = vec![
        row("supervision-column-rule", &|rule| watched(cx, rule.watch)),
        row("supervision-column-in-force", &|rule| {
            in_force(cx, rule).to_owned()
        }),
        row("supervision-column-light", &|rule| {
            light_name(cx, rule.colour).to_owned()
        }),
        row("supervision-column-card", &|rule| {
            card_name(cx, rule.card).to_owned()
        }),
        row("supervision-column-told", &|rule| told(cx, &rule.told)),
    ];
    let names = ["on", "colour", "card", "days"];
    let hidden = names
        .map(|name| view! { <input type="hidden" name=name value=typed.value(name)/> })
        .collect_view();
    let readers = after
        .told
        .iter()
        .map(|told| view! { <input type="hidden" name="told[]" value=told.key()/> })
        .collect_view();
    let open = cx.tf("supervision-outlook-open", &[("n", count(*open).into())]);
    view! {
        <section class="sheet stack" aria-labelledby="outlook">
            <h2 class="sheet__title" id="outlook">{cx.t("supervision-outlook")}</h2>
            <Table caption=cx.t("supervision-outlook") head=head rows=rows hide_caption=true/>
            <p>{open}</p>
            <form class="form" method="post" action=paths::door::SUPERVISION_RULE>
                <input type="hidden" name="rule" value=rule.number.to_string()/>
                <input type="hidden" name="version" value=version.to_string()/>
                {hidden}
                {readers}
                <Button label=cx.t("supervision-outlook-do")/>
            </form>
        </section>
    }
}
