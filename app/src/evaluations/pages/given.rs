//! What somebody has said about a matter, and what becomes of it.

use std::sync::Arc;

use domain::evaluations::{Level, RectificationState};
use leptos::prelude::*;
use portal::cases::CaseView;
use portal::evaluations::{MyEvaluation, RectificationView};

use super::rate::trail;
use super::{history, replies, said_rows};
use crate::evaluations::doors::{CHANGED, reply_form};
use crate::page::{Ctx, Kept, Page, PageResult, Params, Surface};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, ButtonKind, ButtonLink, ErrorSummary, Panel, SummaryList, Timeline,
    field_id,
};

/// The page of a rating that was given.
pub(super) async fn page(
    cx: Arc<Ctx>,
    view: CaseView,
    mine: MyEvaluation,
    params: &Params,
) -> PageResult {
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&reply_form(&view.case.id)).await?,
        None => None,
    }
    .unwrap_or_default();
    let status = match kept.problems.first() {
        None => 200,
        Some((_, key)) if key == CHANGED => 409,
        Some(_) => 422,
    };
    let title = cx.t("rate-title");
    Ok(Page::new(title, move || body(&cx, &view, &mine, &kept)).status(status))
}

fn body(cx: &Ctx, view: &CaseView, mine: &MyEvaluation, kept: &Kept) -> impl IntoView + use<> {
    let level = mine.follow_up.as_ref().unwrap_or(&mine.first).given.level;
    let text = cx.tf("rate-thanks-text", &[("level", cx.t(level.key()).into())]);
    let mut rows = said_rows(cx, "rate-said-first", &mine.first, None);
    if let Some(said) = &mine.follow_up {
        rows.extend(said_rows(cx, "rate-said-follow-up", said, None));
    }
    let (stale, errors): (Vec<_>, Vec<_>) =
        kept.problems.iter().partition(|(_, key)| key == CHANGED);
    let errors = errors
        .into_iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let stale = (!stale.is_empty())
        .then(|| view! { <Banner title=cx.t("rate-changed") kind=BannerKind::Warning/> });
    let back = cx.href(paths::case(&view.case.id));
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            {stale}
            <Panel title=cx.t("rate-thanks")><p>{text}</p></Panel>
            {mine.rectification.as_ref().map(|found| rectification(cx, view, found, level, kept))}
            <section class="stack stack--tight">
                <h2>{cx.t("rate-said")}</h2>
                <SummaryList rows=rows/>
            </section>
            {follow_up(cx, view, mine)}
            <div class="actions">
                <ButtonLink href=back label=cx.t("rate-back") kind=ButtonKind::Secondary/>
            </div>
        </div>
    }
}

/// The way to the second rating, or why there is none. The terminal in the hall has the first only.
fn follow_up(cx: &Ctx, view: &CaseView, mine: &MyEvaluation) -> Option<AnyView> {
    if cx.surface == Surface::Kiosk || mine.follow_up.is_some() {
        return None;
    }
    Some(match mine.may_follow_up {
        Ok(until) => {
            let until = cx.tf("rate-follow-up-until", &[("date", cx.date(until).into())]);
            let href = paths::rate_again(&view.case.id);
            view! {
                <div class="stack stack--tight">
                    <p>{until}</p>
                    <div class="actions">
                        <ButtonLink
                            href=href
                            label=cx.t("rate-follow-up")
                            kind=ButtonKind::Secondary
                        />
                    </div>
                </div>
            }
            .into_any()
        }
        Err(refusal) => view! { <p class="muted">{cx.t(refusal.key())}</p> }.into_any(),
    })
}

/// Where the rectification stands, as far as it is the business of the one who rated.
fn rectification(
    cx: &Ctx,
    view: &CaseView,
    found: &RectificationView,
    level: Level,
    kept: &Kept,
) -> impl IntoView + use<> {
    // What officers propose to each other is told when it is decided.
    let state = match &found.state {
        RectificationState::StrikeProposed { before, .. } => before.as_ref(),
        state => state,
    };
    let sorry = (level.is_bad() && matches!(state, RectificationState::Opened { .. }))
        .then(|| view! { <p>{cx.t("rate-thanks-bad")}</p> });
    let due = state.due().filter(|_| state.is_with_office()).map(|due| {
        let date = cx.date(due.date);
        view! { <p>{cx.tf("rate-progress-due", &[("date", date.into())])}</p> }
    });
    let told = cx.t(&format!("rectification-told-{}", state.key()));
    let steps =
        (!found.history.is_empty()).then(|| view! { <Timeline rows=history(cx, &found.history)/> });
    view! {
        <section class="stack stack--tight">
            <h2>{cx.t("rate-rectification")}</h2>
            {sorry}
            <p>{told}</p>
            {due}
            {steps}
            {replies::forms(cx, &view.case.id, found, kept)}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::calendar::DueDate;
    use domain::evaluations::{EvaluationChannel, FollowUpRefusal, Given, StepKind};
    use portal::evaluations::{Said, StepRow};

    use super::*;
    use crate::cases::testing;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn mine(state: RectificationState, allowed: Vec<StepKind>) -> MyEvaluation {
        let at = DateTime::UNIX_EPOCH;
        let given = Given {
            level: Level::Dissatisfied,
            at,
            channel: EvaluationChannel::Web,
        };
        let step = StepRow {
            at,
            kind: StepKind::Contact,
            text: Some(HOSTILE.to_owned()),
            officer: None,
        };
        MyEvaluation {
            first: Said {
                given,
                options: vec![207, 214],
                comment: Some(HOSTILE.to_owned()),
            },
            follow_up: None,
            may_follow_up: Ok(at.date_naive()),
            rectification: Some(RectificationView {
                state,
                revision: 3,
                days_left: Some(1),
                light: domain::cases::Light::Green,
                history: vec![step],
                allowed,
            }),
        }
    }

    fn due() -> DueDate {
        DueDate {
            date: DateTime::UNIX_EPOCH.date_naive(),
            provisional: false,
        }
    }

    async fn shown(surface: Surface, mine: MyEvaluation, kept: Kept) -> String {
        let (_folder, cx) = context(citizen("Lin"), surface, "/cases/c-1/rate").await;
        let view = testing::case(&[]);
        let html = html(|| body(&cx, &view, &mine, &kept));
        assert_escaped(&html);
        for prefix in ["rectification-told-", "rate-second", "follow-up-refusal"] {
            assert!(
                !html.contains(&format!(">{prefix}")),
                "a text is missing: {html}"
            );
        }
        html
    }

    #[tokio::test]
    async fn the_second_look_can_be_answered() {
        let state = RectificationState::SecondLook {
            at: DateTime::UNIX_EPOCH,
            due: due(),
            again: false,
            in_time: true,
        };
        let allowed = vec![StepKind::Content, StepKind::NotContent, StepKind::Raise];
        let html = shown(Surface::Web, mine(state, allowed), Kept::default()).await;
        assert_contains(
            &html,
            &[
                "action=\"/do/rate-reply\"",
                "value=\"not_content\"",
                "name=\"revision\" value=\"3\"",
                "href=\"/cases/c-1/rate/follow-up\"",
                "No samples of the documents",
            ],
        );
        assert!(!html.contains("value=\"appeal\""), "{html}");
    }

    #[tokio::test]
    async fn a_proposal_stays_in_the_office() {
        let state = RectificationState::StrikeProposed {
            at: DateTime::UNIX_EPOCH,
            by: domain::AccountId::new("o"),
            ground: domain::evaluations::StrikeGround::Malicious,
            due: due(),
            before: Box::new(RectificationState::Contacted {
                at: DateTime::UNIX_EPOCH,
                due: due(),
                again: false,
            }),
        };
        let mut mine = mine(state, Vec::new());
        mine.may_follow_up = Err(FollowUpRefusal::StruckOut);
        let html = shown(Surface::Web, mine, Kept::default()).await;
        assert_contains(&html, &["is dealing with it"]);
        assert!(!html.contains("<form"), "{html}");
    }

    #[tokio::test]
    async fn an_appeal_keeps_what_was_typed_and_the_terminal_has_no_second_rating() {
        let state = RectificationState::StruckOut {
            at: DateTime::UNIX_EPOCH,
            by: ["a", "b"].map(domain::AccountId::new),
            ground: domain::evaluations::StrikeGround::Untrue,
            appeal_until: Some(due()),
        };
        let mut kept = Kept::default();
        kept.values.insert("text".to_owned(), HOSTILE.to_owned());
        kept.problems.push((String::new(), CHANGED.to_owned()));
        let mine = mine(state, vec![StepKind::Appeal]);
        let html = shown(Surface::Kiosk, mine, kept).await;
        assert_contains(&html, &["value=\"appeal\"", "banner--warning"]);
        assert!(!html.contains("follow-up"), "{html}");
    }
}
