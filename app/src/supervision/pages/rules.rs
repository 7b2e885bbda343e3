//! The rules of supervision.

use std::sync::Arc;

use domain::supervision::{Rule, Told};
use leptos::prelude::*;
use portal::supervision::{RulesVersion, changes_rules};

use super::words::{card_name, light_tag, watched};
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Column, Table};

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let officer = cx.officer()?;
    let changes = changes_rules(officer);
    let rules = cx.portal.supervision().rules(officer).await?;
    let rules = rules.ok_or(PageError::NotFound)?;
    Ok(Page::new(cx.t("supervision-rules-title"), move || {
        view(&cx, &rules, changes)
    })
    .layout(Layout::Desk))
}

fn view(cx: &Ctx, rules: &RulesVersion, changes: bool) -> impl IntoView + use<> {
    // Administrators have no board.
    let trail = (!changes).then(|| {
        let trail = vec![(paths::supervision(), cx.t("supervision-title").into())];
        view! { <Breadcrumb trail=trail/> }
    });
    let version = match rules.at {
        Some(at) => cx.tf(
            "supervision-rules-version",
            &[
                ("n", i64::from(rules.version).into()),
                ("at", cx.date_time(at).into()),
            ],
        ),
        None => cx.t("supervision-rules-built-in").to_owned(),
    };
    let mut head: Vec<Column> = ["rule", "in-force", "light", "card", "told"]
        .map(|column| cx.t(&format!("supervision-column-{column}")).into())
        .into();
    if changes {
        head.push(cx.t("supervision-column-change").into());
    }
    let rows = rules.rules.rules.iter();
    let rows = rows.map(|rule| row(cx, rule, changes)).collect();
    view! {
        <div class="container container--wide stack">
            {trail}
            <header class="page-header">
                <h1>{cx.t("supervision-rules-title")}</h1>
                <p class="lead">{cx.t("supervision-rules-lead")}</p>
            </header>
            <p class="muted">{version}</p>
            <Table caption=cx.t("supervision-rules-title") head=head rows=rows hide_caption=true/>
        </div>
    }
}

fn row(cx: &Ctx, rule: &Rule, changes: bool) -> Vec<AnyView> {
    let name = watched(cx, rule.watch);
    let mut cells = vec![
        name.clone().into_any(),
        in_force(cx, rule).into_any(),
        light_tag(cx, rule.colour).into_any(),
        card_name(cx, rule.card).into_any(),
        told(cx, &rule.told).into_any(),
    ];
    if changes {
        let href = paths::supervision_rule(&rule.number.to_string());
        cells.push(
            view! {
                <a href=href>
                    {cx.t("supervision-change")} <span class="visually-hidden">" "{name}</span>
                </a>
            }
            .into_any(),
        );
    }
    cells
}

/// Whether a rule is in force, in a word.
pub(super) fn in_force(cx: &Ctx, rule: &Rule) -> &'static str {
    if rule.on {
        cx.t("supervision-on")
    } else {
        cx.t("supervision-off")
    }
}

/// Who is told, in words.
pub(super) fn told(cx: &Ctx, told: &[Told]) -> String {
    if told.is_empty() {
        return cx.t("supervision-told-nobody").to_owned();
    }
    let names: Vec<_> = told
        .iter()
        .map(|told| cx.t(&format!("supervision-told-{}", told.key())))
        .collect();
    names.join(cx.t("supervision-told-and"))
}
