//! What the state of a case asks of the applicant, or explains to the applicant.

use domain::cases::{CaseState, Point, Target};
use leptos::prelude::*;
use portal::cases::CaseView;

use super::marked_page::marked_page;
use crate::cases::way::FROM_REVIEW;
use crate::catalogue::pages::due as due_words;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Banner, BannerKind};

/// What the office has asked for, as long as it has to be answered: each point leads to where it is mended.
pub(super) fn correction(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let asked = view.case.state.asked()?;
    let due = view.case.next_due()?;
    let until = cx.tf("correction-until", &[("date", due_words(cx, due).into())]);
    let title = cx.t(match view.case.state {
        CaseState::Returned { .. } => "returned-title",
        _ => "correction-title",
    });
    let notice = lines(cx, &asked.notice);
    let points = (!asked.points.is_empty()).then(|| {
        let points: Vec<_> = asked.points.iter().map(|it| point(cx, view, it)).collect();
        view! { <ul>{points}</ul> }
    });
    Some(
        view! {
            <Banner title=title kind=BannerKind::Warning>
                {notice}
                {points}
                <p>{until}</p>
            </Banner>
        }
        .into_any(),
    )
}

fn point(cx: &Ctx, view: &CaseView, point: &Point) -> impl IntoView + use<> {
    let form = &view.definition.form;
    let (key, step, name) = match &point.target {
        Target::Field { key } => {
            let step = form.step_of(key);
            (
                key,
                step,
                form.field(key).map(|field| cx.plain(&field.label)),
            )
        }
        Target::Material { slot } | Target::Page { slot, .. } => {
            let step = form.step_of_material(slot);
            (slot, step, form.material(slot).map(|it| cx.plain(&it.name)))
        }
    };
    let name = name.unwrap_or_else(|| key.clone());
    let named = match step {
        Some(step) => {
            let page = paths::step(&view.case.id, &step.key);
            let page = cx.href(paths::with_query(&page, &[(FROM_REVIEW, "1")]));
            let href = format!("{page}#{}", crate::ui::field_id(key));
            view! { <a href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let page = match &point.target {
        Target::Page { file, page, .. } => Some(marked_page(cx, view, file, *page)),
        _ => None,
    };
    let page = page.map(|page| view! { ", " {page} });
    let why = cx.written(&point.why);
    view! { <li>{named} {page} ": " {why}</li> }
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
        CaseState::Rejected { reason, .. }
        | CaseState::NotAccepted { reason, .. }
        | CaseState::Closed { reason, .. } => lines(cx, reason),
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

/// Why and until when a special procedure makes the case wait (行政许可法 art. 45).
pub(super) fn procedure(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let CaseState::Suspended {
        kind,
        until,
        reason,
        ..
    } = &view.case.state
    else {
        return None;
    };
    let title = cx.t(&format!("procedure-{}", kind.key()));
    let until = cx.tf("suspended-until", &[("date", due_words(cx, *until).into())]);
    let reason = lines(cx, reason);
    Some(
        view! {
            <Banner title=title>
                {reason}
                <p>{until}</p>
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
