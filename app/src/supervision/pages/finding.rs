//! One finding: the dates of its case, what happened in kind, and what is said about it.

use std::sync::Arc;

use domain::cases::MAX_OPINION_CHARS;
use domain::supervision::Ruling;
use leptos::prelude::*;
use portal::supervision::{CaseDates, FindingView};

use super::board::stand;
use super::words::{card_name, light_tag, watched};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::supervision::doors::{STALE, WORDS, said_of};
use crate::ui::{
    Banner, BannerKind, Breadcrumb, Button, Choice, Choices, ErrorSummary, SummaryList, SummaryRow,
    TextArea, Timeline, TimelineRow, field_id,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let id = params.path("id");
    let found = cx.portal.supervision().open(officer, id).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&said_of(id)).await?,
        None => None,
    };
    let status = match &kept {
        Some(kept) if kept.problem(STALE).is_some() => 409,
        Some(_) => 422,
        None => 200,
    };
    let title = match &found.row.number {
        Some(number) => cx.tf(
            "supervision-finding-title",
            &[("number", number.clone().into())],
        ),
        None => cx.t("supervision-finding").to_owned(),
    };
    Ok(
        Page::new(title, move || view(&cx, &found, &kept.unwrap_or_default()))
            .layout(Layout::Desk)
            .status(status),
    )
}

fn view(cx: &Ctx, found: &FindingView, kept: &Kept) -> impl IntoView + use<> {
    let trail = vec![(paths::supervision(), cx.t("supervision-title").into())];
    let row = &found.row;
    let rule = row.watch.map(|watch| watched(cx, watch));
    let rule = rule.unwrap_or_else(|| row.rule.to_string());
    let told = if found.case.is_some() {
        "supervision-nothing-personal"
    } else {
        "supervision-rater-protected"
    };
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            {news(cx, kept)}
            <header class="page-header">
                <h1>{rule}</h1>
                <p class="desk-state">
                    {light_tag(cx, row.colour)} " " {card_name(cx, row.card)} " · " {stand(cx, row)}
                </p>
            </header>
            <section class="sheet" aria-labelledby="finding-facts">
                <h2 class="sheet__title" id="finding-facts">{cx.t("supervision-facts")}</h2>
                <SummaryList rows=facts(cx, found)/>
                <p class="muted">{cx.t(told)}</p>
            </section>
            {said(cx, found)}
            {forms(cx, found, kept)}
            {found.case.as_ref().map(|case| history(cx, case))}
        </div>
    }
}

fn news(cx: &Ctx, kept: &Kept) -> AnyView {
    if let Some(key) = kept.problem(STALE) {
        let typed = cx.written(&kept.value(WORDS));
        return view! {
            <Banner title=cx.t(key) kind=BannerKind::Warning>
                <blockquote>{typed}</blockquote>
            </Banner>
        }
        .into_any();
    }
    let errors = kept.problems.iter();
    let errors = errors
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    view! { <ErrorSummary title=cx.t("error-summary-title") errors=errors/> }.into_any()
}

fn facts(cx: &Ctx, found: &FindingView) -> Vec<SummaryRow> {
    let row = &found.row;
    let number = row.number.clone().map(|number| {
        let label = cx.t("supervision-column-number");
        SummaryRow::new(label, number)
    });
    let mut rows: Vec<_> = number.into_iter().collect();
    rows.extend([
        SummaryRow::new(cx.t("supervision-column-service"), cx.text(&row.item_name)),
        SummaryRow::new(
            cx.t("supervision-column-department"),
            cx.text(&row.department_name),
        ),
        SummaryRow::new(cx.t("supervision-column-day"), cx.date(row.day)),
        SummaryRow::new(cx.t("supervision-opened"), cx.date_time(row.opened_at)),
    ]);
    let over = row.closed_at.map(|at| {
        let label = cx.t("supervision-over-since");
        SummaryRow::new(label, cx.date_time(at))
    });
    rows.extend(over);
    rows.extend(found.case.iter().flat_map(|case| dates(cx, case)));
    rows
}

/// Where the case stands, and its days.
fn dates(cx: &Ctx, found: &CaseDates) -> Vec<SummaryRow> {
    let state = cx.t(&format!("case-state-{}", found.state));
    let mut rows = vec![SummaryRow::new(cx.t("desk-column-state"), state)];
    let dates = [
        (
            "desk-column-submitted",
            found.submitted_at.map(|at| cx.date_time(at)),
        ),
        (
            "desk-accepted-on",
            found.accepted_on.map(|day| cx.date(day)),
        ),
        (
            "desk-promised-due",
            found.promised_due.map(|day| cx.date(day)),
        ),
        (
            "desk-statutory-due",
            found.statutory_due.map(|day| cx.date(day)),
        ),
        ("desk-next-due", found.next_due.map(|day| cx.date(day))),
    ];
    let known = dates.into_iter();
    rows.extend(known.filter_map(|(key, date)| Some(SummaryRow::new(cx.t(key), date?))));
    rows
}

fn said(cx: &Ctx, found: &FindingView) -> Option<impl IntoView + use<>> {
    let ruling = found.row.ruling;
    let of_ruling = ruling.map_or("", |ruling| match ruling {
        Ruling::Upheld => "supervision-ruling-upheld",
        Ruling::Lifted => "supervision-ruling-lifted",
    });
    let parts = [
        ("supervision-explanation", found.explanation.as_ref()),
        (of_ruling, found.reasons.as_ref()),
    ];
    let rows: Vec<_> = parts
        .into_iter()
        .filter_map(|(key, said)| {
            let (words, at) = said?;
            let at = at.map(|at| cx.date_time(at));
            Some(SummaryRow::new(cx.t(key), cx.written(words)).source(at))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="finding-said">
                <h2 class="sheet__title" id="finding-said">{cx.t("supervision-said")}</h2>
                <SummaryList rows=rows/>
            </section>
        }
    })
}

fn forms(cx: &Ctx, found: &FindingView, kept: &Kept) -> AnyView {
    let id = found.row.id.clone();
    let words = |label: &'static str, hint: &'static str| {
        let max = u16::try_from(MAX_OPINION_CHARS).unwrap_or(u16::MAX);
        let error = kept.problem(WORDS).map(|key| cx.t(key));
        let (label, hint) = (cx.t(label), cx.t(hint));
        view! { <TextArea name=WORDS label=label hint=hint value=kept.value(WORDS) error=error max=max/> }
    };
    if found.can_explain {
        let words = words("supervision-explain-words", "supervision-explain-hint");
        return view! {
            <form class="form sheet" method="post" action=paths::door::SUPERVISION_EXPLAIN>
                <h2 class="sheet__title">{cx.t("supervision-explain")}</h2>
                <input type="hidden" name="finding" value=id/>
                {words}
                <Button label=cx.t("supervision-explain-send")/>
            </form>
        }
        .into_any();
    }
    if !found.can_rule {
        return ().into_any();
    }
    let words = words("supervision-ruling-words", "supervision-ruling-hint");
    let options = Ruling::ALL.map(|ruling| {
        let key = format!("supervision-rule-{}", ruling.key());
        Choice::new(ruling.key(), cx.t(&key))
    });
    let error = kept.problem("ruling").map(|key| cx.t(key));
    view! {
        <form class="form sheet" method="post" action=paths::door::SUPERVISION_RULING>
            <h2 class="sheet__title">{cx.t("supervision-ruling")}</h2>
            <input type="hidden" name="finding" value=id/>
            <Choices
                name="ruling"
                legend=cx.t("supervision-ruling-question")
                options=options.to_vec()
                chosen=vec![kept.value("what")]
                error=error
            />
            {words}
            <Button label=cx.t("supervision-ruling-send")/>
        </form>
    }
    .into_any()
}

fn history(cx: &Ctx, found: &CaseDates) -> AnyView {
    let rows = found.history.iter().map(|past| {
        let what = cx.t(&format!("case-event-{}", past.kind.key()));
        let who = cx.t(&format!("party-{}", past.party));
        TimelineRow::new(cx.date_time(past.at), what).who(Some(who))
    });
    let rows = rows.collect();
    view! {
        <section class="sheet" aria-labelledby="finding-history">
            <h2 class="sheet__title" id="finding-history">{cx.t("desk-history")}</h2>
            <Timeline rows=rows/>
        </section>
    }
    .into_any()
}
