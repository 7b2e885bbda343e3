//! What the one who rated can say to a rectification: whether it was put right, or an appeal.

use domain::CaseId;
use domain::evaluations::{MAX_TEXT_CHARS, StepKind};
use leptos::prelude::*;
use portal::evaluations::RectificationView;

use crate::evaluations::doors::{ANSWER, TEXT};
use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, Choice, Choices, TextArea};

/// The form that the rules allow now, if any.
pub(super) fn forms(
    cx: &Ctx,
    case: &CaseId,
    found: &RectificationView,
    kept: &Kept,
) -> Option<AnyView> {
    let due = found.state.due().map(|due| cx.date(due.date));
    let due = due.unwrap_or_default();
    let fields = if found.allowed.contains(&StepKind::NotContent) {
        second_look(cx, kept, due)
    } else if found.allowed.contains(&StepKind::Appeal) {
        appeal(cx, kept, due)
    } else {
        return None;
    };
    Some(
        view! {
            <form class="form" method="post" novalidate=true action=paths::door::RATE_REPLY>
                <input type="hidden" name="case" value=case.to_string()/>
                <input type="hidden" name="revision" value=found.revision.to_string()/>
                {fields}
            </form>
        }
        .into_any(),
    )
}

fn second_look(cx: &Ctx, kept: &Kept, due: String) -> AnyView {
    let options = vec![
        Choice::new(StepKind::Content.key(), cx.t("rate-second-look-content")),
        Choice::new(
            StepKind::NotContent.key(),
            cx.t("rate-second-look-not-content"),
        ),
    ];
    view! {
        <p>{cx.tf("rate-second-look-lead", &[("date", due.into())])}</p>
        <Choices
            name=ANSWER
            legend=cx.t("rate-second-look")
            options=options
            chosen=vec![kept.value(ANSWER)]
            error=kept.problem(ANSWER).map(|key| cx.t(key))
        />
        <TextArea
            name=TEXT
            label=cx.t("rate-second-look-comment")
            hint=cx.t("rate-second-look-hint")
            value=kept.value(TEXT)
            error=kept.problem(TEXT).map(|key| cx.t(key))
            required=false
        />
        <div class="actions"><Button label=cx.t("rate-second-look-button")/></div>
    }
    .into_any()
}

fn appeal(cx: &Ctx, kept: &Kept, due: String) -> AnyView {
    let most = i64::try_from(MAX_TEXT_CHARS).unwrap_or(i64::MAX);
    view! {
        <h3>{cx.t("rate-appeal")}</h3>
        <p>{cx.tf("rate-appeal-lead", &[("date", due.into())])}</p>
        <input type="hidden" name=ANSWER value=StepKind::Appeal.key()/>
        <TextArea
            name=TEXT
            label=cx.t("rate-appeal-reasons")
            hint=cx.tf("rate-appeal-hint", &[("n", most.into())])
            value=kept.value(TEXT)
            error=kept.problem(TEXT).map(|key| cx.t(key))
        />
        <div class="actions"><Button label=cx.t("rate-appeal-button")/></div>
    }
    .into_any()
}
