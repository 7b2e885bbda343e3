//! The receipt 收件回执: what the citizen holds after submitting.

use std::sync::Arc;

use domain::cases::CaseState;
use leptos::prelude::*;
use portal::cases::CaseView;

use super::joint;
use super::standing::by_hand;
use super::{open, trail};
use crate::catalogue::pages::due;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{ButtonLink, Panel, PrintButton, SummaryList, SummaryRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let Some(number) = view.case.number.as_ref().map(ToString::to_string) else {
        return Err(PageError::Redirect(paths::case(&view.case.id)));
    };
    let title = cx.tf(
        "receipt-page-title",
        &[("item", cx.plain(&view.item_name).into())],
    );
    Ok(Page::new(title, move || body(&cx, &view, number)))
}

fn body(cx: &Ctx, view: &CaseView, number: String) -> impl IntoView + use<> {
    let decided = matches!(
        view.case.state,
        CaseState::Approved { .. } | CaseState::Delivered { .. }
    );
    let title = if decided {
        "receipt-approved"
    } else {
        "receipt-submitted"
    };
    let (shown, number_label) = (number, cx.t("case-number"));
    let panel = view! { <p>{number_label}</p><p class="number">{shown}</p> };
    let key = if decided {
        "receipt-next-approved"
    } else {
        "receipt-next"
    };
    let next: Vec<_> = (1..=3)
        .map(|n| view! { <li>{cx.t(&format!("{key}-{n}"))}</li> })
        .collect();
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <Panel title=cx.t(title)>{panel}</Panel>
            {by_hand(cx, view)}
            <SummaryList rows=rows(cx, view)/>
            {joint::section(cx, view)}
            <section class="stack stack--tight" aria-labelledby="receipt-next">
                <h2 id="receipt-next">{cx.t("receipt-next")}</h2>
                <div class="prose"><ol>{next}</ol></div>
            </section>
            <div class="actions">
                <ButtonLink href=cx.href(paths::case(&view.case.id)) label=cx.t("receipt-follow")/>
                <PrintButton label=cx.t("print")/>
            </div>
            <p class="muted">{cx.t("receipt-seal")}</p>
        </div>
    }
}

fn rows(cx: &Ctx, view: &CaseView) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::new(cx.t("case-item"), cx.text(&view.item_name)),
        SummaryRow::new(cx.t("item-department"), cx.text(&view.department.name)),
    ];
    rows.extend(
        view.submitted_at
            .map(|at| SummaryRow::new(cx.t("case-submitted-at"), cx.date_time(at))),
    );
    let label = match view.case.state {
        CaseState::Prechecking { .. } | CaseState::Submitted { .. } => "receipt-due-acceptance",
        _ => "case-promised-due",
    };
    let next = view.case.state.acceptance_due();
    let next = next.or_else(|| view.case.clock.as_ref().map(|clock| clock.promised_due));
    rows.extend(next.map(|date| SummaryRow::new(cx.t(label), due(cx, date))));
    rows
}
