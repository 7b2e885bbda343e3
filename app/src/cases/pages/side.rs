//! What can be done with a case now: exactly what the rules allow.

use domain::cases::{CaseState, EventKind};
use leptos::prelude::*;
use portal::cases::CaseView;

use crate::cases::way::resume;
use crate::catalogue::pages::phone;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{ButtonKind, ButtonLink, SummaryList, SummaryRow};

/// The actions, the result, and whom to ask.
pub(super) fn sidebar(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let actions: Vec<_> = actions(cx, view)
        .into_iter()
        .map(|(href, label, kind)| view! { <ButtonLink href=cx.href(href) label=label kind=kind/> })
        .collect();
    let rated = view.evaluation.map(|level| {
        let level = cx.t(level.key());
        let words = cx.tf("case-rated", &[("level", level.into())]);
        let href = cx.href(paths::rate(&view.case.id));
        view! { <p><a href=href>{words}</a></p> }
    });
    let waiting =
        is_certificate_waiting(view).then(|| view! { <p>{cx.t("case-certificate-soon")}</p> });
    view! {
        <aside class="case__side" aria-label=cx.t("case-actions")>
            <div class="case__actions">{waiting} {actions} {rated}</div>
            {contact(cx, view)}
        </aside>
    }
}

/// Approved, and the certificate is being made.
fn is_certificate_waiting(view: &CaseView) -> bool {
    matches!(view.case.state, CaseState::Approved { .. })
        && view.definition.certificate.is_some()
        && view.certificate.is_none()
}

fn actions(cx: &Ctx, view: &CaseView) -> Vec<(String, &'static str, ButtonKind)> {
    let id = &view.case.id;
    let mut actions = Vec::new();
    if view.editable() {
        let key = match view.case.state {
            CaseState::Draft => "case-continue",
            _ => "case-correct",
        };
        actions.push((resume(view, cx.today()), key, ButtonKind::Primary));
    }
    if let Some(certificate) = &view.certificate {
        actions.push((
            paths::certificate(certificate),
            "case-certificate",
            ButtonKind::Primary,
        ));
    }
    if view.case.can_be_rated() && view.evaluation.is_none() {
        let kind = if view.certificate.is_some() {
            ButtonKind::Secondary
        } else {
            ButtonKind::Primary
        };
        actions.push((paths::rate(id), "case-rate", kind));
    }
    if view.case.number.is_some() {
        actions.push((paths::receipt(id), "case-receipt", ButtonKind::Secondary));
    }
    if view.allowed.contains(&EventKind::Withdraw) {
        let key = match view.case.state {
            CaseState::Draft => "case-discard",
            _ => "case-withdraw",
        };
        actions.push((paths::withdraw(id), key, ButtonKind::Link));
    }
    actions
        .into_iter()
        .map(|(href, key, kind)| (href, cx.t(key), kind))
        .collect()
}

fn contact(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let guide = &view.definition.guide;
    let mut rows = Vec::new();
    for (key, number) in [
        ("guide-consult", &guide.consult_phone),
        ("guide-complain", &guide.complaint_phone),
    ] {
        rows.extend((!number.is_empty()).then(|| SummaryRow::new(cx.t(key), phone(cx, number))));
    }
    (!rows.is_empty()).then(|| view! { <div class="case__contact"><SummaryList rows=rows/></div> })
}
