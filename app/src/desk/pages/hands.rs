//! Whose case it is, and how it changes hands.

use domain::desk::AssignmentChange;
use leptos::prelude::*;
use portal::desk::DeskCase;

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Button, ButtonKind, Choice, Disclosure, Select, Timeline, TimelineRow,
};

/// Why the case did not change hands.
pub(super) fn news(cx: &Ctx, kept: &Kept) -> Option<AnyView> {
    let key = kept.problem("")?;
    let holder = kept.value("holder");
    let text = (!holder.is_empty())
        .then(|| cx.tf("bulk-holder", &[("name", holder.into())]))
        .map(|text| view! { <p>{text}</p> });
    let title = cx.t(key);
    Some(view! { <Banner title=title kind=BannerKind::Danger>{text}</Banner> }.into_any())
}

/// Who has it, and the forms that change it.
pub(super) fn hands(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let officer = cx.officer().ok().filter(|_| case.is_own)?;
    let holder = case.holder.as_ref();
    let who = match holder {
        Some(holder) => holder.name.clone(),
        None => cx.t("desk-nobodys").to_owned(),
    };
    let can = officer.role.has_cases() && case.view.case.state.is_open();
    let is_mine = holder.is_some_and(|holder| holder.id == officer.id);
    let seen = holder
        .map(|holder| holder.id.to_string())
        .unwrap_or_default();
    let me = officer.id.to_string();
    let take = (can && holder.is_none()).then(|| one(cx, case, &seen, &me, "desk-take"));
    let give = (can && is_mine).then(|| one(cx, case, &seen, "", "desk-give-back"));
    let others = case
        .colleagues
        .iter()
        .filter(|one| holder.is_none_or(|holder| holder.id != one.id));
    let others: Vec<_> = others
        .map(|one| Choice::new(one.id.to_string(), one.name.clone()))
        .collect();
    let assign = (can && !others.is_empty()).then(|| {
        let id = case.view.case.id.to_string();
        let form = view! {
            <form class="form" method="post" action=paths::door::DESK_ASSIGN>
                <input type="hidden" name="case" value=id/>
                <input type="hidden" name="seen" value=seen.clone()/>
                <Select name="to" label=cx.t("desk-assign-to") options=others/>
                <Button label=cx.t("desk-assign") kind=ButtonKind::Secondary/>
            </form>
        };
        view! { <Disclosure summary=cx.t("desk-assign")>{form}</Disclosure> }
    });
    let rows = history(cx, case);
    let history = (!rows.is_empty()).then(|| {
        view! {
            <Disclosure summary=cx.t("desk-hands-history")>
                <Timeline rows=rows/>
            </Disclosure>
        }
    });
    Some(
        view! {
            <section class="sheet" id="hands">
                <h2 class="sheet__title">{cx.t("desk-hands")}</h2>
                <p><strong>{who}</strong></p>
                <p class="hint">{cx.t("desk-hands-hint")}</p>
                <div class="actions">{take} {give}</div>
                {assign}
                {history}
            </section>
        }
        .into_any(),
    )
}

fn one(cx: &Ctx, case: &DeskCase, seen: &str, to: &str, key: &str) -> AnyView {
    let id = case.view.case.id.to_string();
    let (seen, to, label) = (seen.to_owned(), to.to_owned(), cx.t(key));
    view! {
        <form method="post" action=paths::door::DESK_ASSIGN>
            <input type="hidden" name="case" value=id/>
            <input type="hidden" name="seen" value=seen/>
            <input type="hidden" name="to" value=to/>
            <Button label=label kind=ButtonKind::Secondary/>
        </form>
    }
    .into_any()
}

fn history(cx: &Ctx, case: &DeskCase) -> Vec<TimelineRow> {
    let rows = case.assignments.iter().map(|row| {
        let key = format!("assignment-change-{}", row.change.key());
        let what = match (&row.officer, row.change) {
            (Some(name), AssignmentChange::Assigned | AssignmentChange::ByRule) => {
                cx.tf(&format!("{key}-to"), &[("name", name.clone().into())])
            }
            _ => cx.t(&key).to_owned(),
        };
        let by = row.by.clone();
        let by = by.unwrap_or_else(|| cx.t("party-system").to_owned());
        TimelineRow::new(cx.date_time(row.at), what).who(Some(by))
    });
    rows.collect()
}
