//! How new cases of a department find their officer.

use std::sync::Arc;

use domain::cases::Role;
use domain::desk::AssignmentRule;
use leptos::prelude::*;
use portal::desk::RuleView;

use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, Column, Table};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let officer = cx.officer()?;
    let rules = cx.portal.desk().assignment_rules(officer).await?;
    let edits = officer.role == Role::Reviewer;
    let title = cx.t("desk-rules");
    Ok(Page::new(title, move || view(&cx, &rules, edits)).layout(Layout::Desk))
}

fn view(cx: &Ctx, rules: &[RuleView], edits: bool) -> impl IntoView + use<> {
    let head: Vec<Column> = ["desk-column-service", "desk-rule"]
        .map(|key| cx.t(key).into())
        .into();
    let rows = rules.iter().map(|rule| row(cx, rule, edits)).collect();
    let who = (!edits).then(|| view! { <p class="hint">{cx.t("desk-rules-reviewers")}</p> });
    view! {
        <div class="container container--wide stack">
            <header class="page-header"><h1>{cx.t("desk-rules")}</h1></header>
            <p class="lead">{cx.t("desk-rules-lead")}</p>
            {who}
            <Table caption=cx.t("desk-rules") head=head rows=rows hide_caption=true/>
        </div>
    }
}

fn row(cx: &Ctx, rule: &RuleView, edits: bool) -> Vec<AnyView> {
    let name = match &rule.name {
        Some(name) => cx.text(name),
        None => cx.t("desk-rule-every").into_any(),
    };
    let about = match &rule.name {
        Some(name) => cx.plain(name),
        None => cx.t("desk-rule-every").to_owned(),
    };
    let words = |rule: Option<AssignmentRule>| match rule {
        Some(rule) => cx.t(&format!("desk-rule-{}", rule.key())),
        None => cx.t("desk-rule-none"),
    };
    if !edits {
        return vec![name, words(rule.rule).into_any()];
    }
    let item = rule
        .item
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let all = [None].into_iter().chain(AssignmentRule::ALL.map(Some));
    let options: Vec<_> = all
        .map(|one| {
            let value = one.map(AssignmentRule::key).unwrap_or_default();
            view! { <option value=value selected=one == rule.rule>{words(one)}</option> }
        })
        .collect();
    let id = format!("rule-{item}");
    let form = view! {
        <form class="desk-rule" method="post" action=paths::door::DESK_RULE>
            <input type="hidden" name="item" value=item/>
            <label class="visually-hidden" for=id.clone()>{cx.t("desk-rule")} " " {about.clone()}</label>
            <select class="input select" id=id name="rule">{options}</select>
            <Button label=cx.t("desk-rule-set") kind=ButtonKind::Secondary about=about/>
        </form>
    };
    vec![name, form.into_any()]
}
