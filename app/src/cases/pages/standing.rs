//! What the state of a case asks of the applicant, or explains to the applicant.

use domain::cases::CaseState;
use leptos::prelude::*;
use portal::cases::CaseView;

use crate::catalogue::pages::due as due_words;
use crate::page::Ctx;
use crate::ui::{Banner, BannerKind};

/// The officer's notice, as long as it has to be answered.
pub(super) fn correction(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let CaseState::CorrectionRequested { notice, due, .. } = &view.case.state else {
        return None;
    };
    let until = cx.tf("correction-until", &[("date", due_words(cx, *due).into())]);
    let notice = lines(cx, notice);
    Some(
        view! {
            <Banner title=cx.t("correction-title") kind=BannerKind::Warning>
                {notice}
                <p>{until}</p>
            </Banner>
        }
        .into_any(),
    )
}

/// Why a case that rules can decide waits for an officer.
pub(super) fn by_hand(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let waits = matches!(view.case.state, CaseState::Submitted { .. });
    let automatic = view.definition.flow.automatic.as_ref().filter(|_| waits)?;
    let reason = if view.read(cx.today()).answers().are_questioned() {
        cx.t("objection-by-hand").into_any()
    } else {
        cx.text(&automatic.reason).into_any()
    };
    Some(view! { <Banner title=cx.t("case-by-hand")><p>{reason}</p></Banner> }.into_any())
}

/// Why a case was refused, and what the applicant can do against it (行政许可法 art. 38).
pub(super) fn refusal(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let reason = match &view.case.state {
        CaseState::Rejected { reason, .. } | CaseState::NotAccepted { reason, .. } => {
            lines(cx, reason)
        }
        _ => return None,
    };
    let rights = match &view.definition.guide.review {
        Some(review) => cx.text(review),
        None => cx.t("case-remedy").into_any(),
    };
    Some(
        view! {
            <Banner title=cx.t("case-reason") kind=BannerKind::Warning>
                {reason}
                <p class="muted">{rights}</p>
            </Banner>
        }
        .into_any(),
    )
}

/// What an officer wrote, line by line.
fn lines(cx: &Ctx, text: &str) -> AnyView {
    text.lines()
        .map(|line| view! { <p>{cx.written(line)}</p> })
        .collect_view()
        .into_any()
}
