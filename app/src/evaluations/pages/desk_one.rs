//! One bad review at the desk.

use std::sync::Arc;

use domain::evaluations::StepKind;
use leptos::prelude::*;
use portal::evaluations::DeskEvaluation;

use super::desk_forms::forms;
use super::{history, level_tag, said_rows};
use crate::desk::pages::light;
use crate::evaluations::desk_doors::{CHANGED, act_form};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Breadcrumb, SummaryList, SummaryRow, Tag, TagKind, Timeline};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = params.path("id");
    let evaluations = cx.portal.evaluations();
    let found = evaluations.open(cx.officer()?, id).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&act_form(id)).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = match kept.problems.first() {
        None => 200,
        Some((_, key)) if key == CHANGED => 409,
        Some(_) => 422,
    };
    let done = params.query("done").and_then(StepKind::parse);
    let item = cx.plain(&found.item_name);
    let title = cx.tf("desk-evaluation-page-title", &[("item", item.into())]);
    Ok(Page::new(title, move || view(&cx, &found, &kept, done))
        .layout(Layout::Desk)
        .status(status))
}

fn view(
    cx: &Ctx,
    found: &DeskEvaluation,
    kept: &Kept,
    done: Option<StepKind>,
) -> impl IntoView + use<> {
    let trail = vec![(
        paths::desk_evaluations("", 1),
        cx.t("desk-evaluations-title").into(),
    )];
    let state = cx.t(&format!(
        "rectification-state-{}",
        found.rectification.state.key()
    ));
    let level = found.follow_up.as_ref().unwrap_or(&found.first).given.level;
    let shown = light(cx, found.rectification.light, found.rectification.days_left);
    view! {
        <div class="container container--wide stack stack--tight">
            <Breadcrumb trail=trail/>
            {news(cx, kept, done)}
            <header class="page-header">
                <h1>{cx.text(&found.item_name)}</h1>
                <p class="desk-state">
                    {level_tag(cx, level)} " " <Tag kind=TagKind::Info text=state/> " " {shown}
                </p>
            </header>
            <div class="desk-case">
                <div class="desk-case__main">
                    <section class="sheet">
                        <h2 class="sheet__title">{cx.t("desk-evaluation-said")}</h2>
                        <SummaryList rows=facts(cx, found)/>
                    </section>
                </div>
                <div class="desk-case__beside">
                    <section class="sheet">
                        <h2 class="sheet__title">{cx.t("desk-evaluation-history")}</h2>
                        <Timeline rows=history(cx, &found.rectification.history)/>
                    </section>
                </div>
                <aside class="desk-case__side" aria-label=cx.t("desk-evaluation-actions")>
                    {forms(cx, &found.id, &found.rectification, kept)}
                </aside>
            </div>
        </div>
    }
}

/// What came of the officer's last step on this page.
fn news(cx: &Ctx, kept: &Kept, done: Option<StepKind>) -> Option<AnyView> {
    if let Some((_, key)) = kept.problems.first() {
        let advice = if key == CHANGED {
            cx.t("desk-evaluation-changed-advice")
        } else {
            cx.t("desk-evaluation-refused-advice")
        };
        return Some(
            view! {
                <Banner title=cx.t(key) kind=BannerKind::Danger>
                    <p>{advice}</p>
                </Banner>
            }
            .into_any(),
        );
    }
    let title = cx.t(&format!("rectification-step-{}", done?.key()));
    Some(view! { <Banner title=title kind=BannerKind::Success/> }.into_any())
}

fn facts(cx: &Ctx, found: &DeskEvaluation) -> Vec<SummaryRow> {
    let mut rows = vec![SummaryRow::new(
        cx.t("desk-evaluation-department"),
        cx.text(&found.department_name),
    )];
    let said = |label, said: &portal::evaluations::Said| {
        said_rows(cx, label, said, Some(said.given.channel))
    };
    rows.extend(said("rate-said-first", &found.first));
    if let Some(later) = &found.follow_up {
        rows.extend(said("rate-said-follow-up", later));
    }
    match &found.rater {
        Some(rater) => {
            let name = rater.name_masked.clone();
            rows.push(SummaryRow::new(cx.t("desk-evaluation-rater"), name));
            rows.extend(rater.case.as_ref().map(|(id, number)| {
                let (href, number) = (paths::desk_case(id), number.to_string());
                let opens = cx.officer().is_ok_and(|officer| officer.role.has_cases());
                let shown = if opens {
                    view! { <a class="number" href=href>{number}</a> }.into_any()
                } else {
                    number.into_any()
                };
                SummaryRow::new(cx.t("desk-evaluation-case"), shown)
            }));
        }
        None => rows.push(SummaryRow::new(
            cx.t("desk-evaluation-rater"),
            cx.t("desk-evaluation-hidden"),
        )),
    }
    rows
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::Text;
    use domain::calendar::DueDate;
    use domain::cases::Light;
    use domain::evaluations::{EvaluationChannel, Given, Level, RectificationState};
    use portal::evaluations::{RectificationView, Said};

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn found(allowed: Vec<StepKind>) -> DeskEvaluation {
        let at = DateTime::UNIX_EPOCH;
        DeskEvaluation {
            id: "r-1".to_owned(),
            item_name: Text::both("参保登记", "Joining the insurance"),
            department_name: Text::zh("通和市公安局"),
            first: Said {
                given: Given {
                    level: Level::VeryDissatisfied,
                    at,
                    channel: EvaluationChannel::QrCode,
                },
                options: vec![115],
                comment: Some(HOSTILE.to_owned()),
            },
            follow_up: None,
            rectification: RectificationView {
                state: RectificationState::Contacted {
                    at,
                    due: DueDate {
                        date: at.date_naive(),
                        provisional: false,
                    },
                    again: false,
                },
                revision: 1,
                days_left: Some(-2),
                light: Light::Red,
                history: Vec::new(),
                allowed,
            },
            rater: None,
        }
    }

    async fn shown(found: DeskEvaluation, kept: Kept) -> String {
        let (_folder, cx) = context(officer("Cheng"), Surface::Web, "/desk/evaluations/r-1").await;
        let html = html(|| view(&cx, &found, &kept, None));
        assert_escaped(&html);
        html
    }

    #[tokio::test]
    async fn only_what_the_rules_allow_is_offered_and_nobody_named() {
        let allowed = vec![StepKind::Correct, StepKind::Plan, StepKind::ProposeStrike];
        let html = shown(found(allowed), Kept::default()).await;
        assert_contains(
            &html,
            &[
                "action=\"/do/evaluation-act\"",
                "value=\"plan\"",
                "name=\"days\"",
                "value=\"malicious\"",
                "light--red",
                "You handled this case",
                "QR code",
            ],
        );
        assert_eq!(html.matches("<form").count(), 3);
        assert!(!html.contains("/desk/cases/"), "{html}");
        assert!(
            !html.contains("rectification-"),
            "a text is missing: {html}"
        );
    }

    #[tokio::test]
    async fn what_was_typed_in_vain_can_be_copied() {
        let mut kept = Kept::default();
        kept.values
            .insert("action".to_owned(), "contact".to_owned());
        kept.values.insert("text".to_owned(), HOSTILE.to_owned());
        kept.problems
            .push(("contact".to_owned(), CHANGED.to_owned()));
        let html = shown(found(Vec::new()), kept).await;
        assert_contains(&html, &["banner--danger", "What you wrote"]);
        assert!(!html.contains("<form"), "{html}");
    }
}
