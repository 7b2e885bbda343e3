//! What the visitor has answered, and the facts of the service that count for everybody.

use std::collections::BTreeMap;

use domain::catalogue::Guide;
use domain::forms::Answers;
use leptos::prelude::*;
use portal::choice::ChoiceView;

use crate::cases::pages::{answered, spelled};
use crate::catalogue::pages::{limit, listed, phone};
use crate::page::Ctx;
use crate::paths;
use crate::ui::{SummaryList, SummaryRow, field_id};

/// The answers, each with the way back to its question; none where nothing was answered.
pub(super) fn given(
    cx: &Ctx,
    view: &ChoiceView,
    answers: &Answers,
    named: &BTreeMap<String, String>,
) -> Option<AnyView> {
    let form = &view.definition.form;
    let reading = form.read(answers, cx.today());
    let mut rows = Vec::new();
    for step in reading.steps().into_iter().filter(|step| step.early) {
        let page = cx.href(paths::choose_step(&view.item.row.code, &step.key));
        for one in answered(cx, &reading, step) {
            let words = spelled(cx, form, named, one.field, &one.key, reading.answers());
            let change = format!("{page}#{}", field_id(&one.key));
            rows.extend(words.map(|words| SummaryRow::new(one.label, words).change(change)));
        }
    }
    (!rows.is_empty()).then(|| view! { <SummaryList rows=rows/> }.into_any())
}

/// How long, what it costs, how often to go, how to apply, what comes of it, whom to ask.
pub(super) fn facts(cx: &Ctx, guide: &Guide) -> Vec<SummaryRow> {
    let visits = [("n", i64::from(guide.on_site_visits).into())];
    let visits = cx.tf("guide-visits", &visits);
    let reason = guide.on_site_reason.as_ref();
    let reason = reason.map(|reason| view! { <p class="muted">{cx.text(reason)}</p> });
    let mut rows = vec![
        SummaryRow::new(cx.t("guide-duration"), limit(cx, guide.promised)),
        SummaryRow::new(cx.t("glance-cost"), fees(cx, guide)),
        SummaryRow::new(cx.t("guide-visits-label"), view! { {visits}{reason} }),
    ];
    if !guide.channels.is_empty() {
        let ways = listed(cx, guide.channels.iter().map(|channel| cx.t(channel.key())));
        rows.push(SummaryRow::new(cx.t("guide-channels"), ways));
    }
    if let Some(result) = &guide.result {
        rows.push(SummaryRow::new(cx.t("guide-result"), cx.text(&result.name)));
    }
    if !guide.consult_phone.is_empty() {
        let number = phone(cx, &guide.consult_phone);
        rows.push(SummaryRow::new(cx.t("guide-consult"), number));
    }
    rows
}

fn fees(cx: &Ctx, guide: &Guide) -> AnyView {
    if guide.fees.is_empty() {
        return cx.t("guide-free").into_any();
    }
    let fees = guide.fees.iter().map(|fee| {
        let amount = domain::Text::zh(fee.amount.as_str());
        let reduction = fee.reduction.as_ref();
        let reduction = reduction.map(|words| view! { <p class="muted">{cx.text(words)}</p> });
        view! { <p>{cx.text(&fee.name)}" "{cx.text(&amount)}</p>{reduction} }
    });
    fees.collect_view().into_any()
}
