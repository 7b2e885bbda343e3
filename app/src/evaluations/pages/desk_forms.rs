//! What an officer can do about a bad review: one form for each step that the rules allow, no other.

use domain::evaluations::{LIMITS, StepKind, StrikeGround};
use leptos::prelude::*;
use portal::evaluations::RectificationView;

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, Choices, Disclosure, Select, TextArea};

/// The forms; what was tried last is open.
pub(super) fn forms(cx: &Ctx, id: &str, found: &RectificationView, kept: &Kept) -> AnyView {
    let tried = kept.value("action");
    let is_offered = found.allowed.iter().any(|kind| kind.key() == tried);
    let orphan = (!is_offered).then(|| typed_in_vain(cx, kept));
    if found.allowed.is_empty() {
        let nothing = cx.t("desk-evaluation-no-action");
        return view! { {orphan} <p class="hint">{nothing}</p> }.into_any();
    }
    let forms: Vec<_> = found
        .allowed
        .iter()
        .map(|kind| {
            let open = if is_offered {
                tried == kind.key()
            } else {
                found.allowed.len() == 1
            };
            one(cx, id, found.revision, kept, *kind, open)
        })
        .collect();
    view! {
        {orphan}
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("desk-evaluation-actions")}</h2>
            {forms}
        </section>
    }
    .into_any()
}

/// What was typed for a step that is not possible any more: it can be copied.
fn typed_in_vain(cx: &Ctx, kept: &Kept) -> Option<AnyView> {
    let text = kept.value("text");
    (!text.trim().is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-evaluation-typed")}</h2>
                <p>{cx.written(&text)}</p>
            </section>
        }
        .into_any()
    })
}

fn one(cx: &Ctx, id: &str, revision: u32, kept: &Kept, kind: StepKind, open: bool) -> AnyView {
    let key = kind.key();
    let again = kept.value("action") == key;
    let typed = |field: &str| {
        if again {
            kept.value(field)
        } else {
            String::new()
        }
    };
    let error = kept
        .problem(key)
        .filter(|_| again)
        .map(|problem| cx.t(problem));
    let name = cx.t(&format!("rectification-act-{key}"));
    let hint = cx.t(&format!("rectification-hint-{key}"));
    let look = match kind {
        StepKind::ProposeStrike | StepKind::Strike | StepKind::RejectAppeal => ButtonKind::Danger,
        _ => ButtonKind::Primary,
    };
    let more = match kind {
        StepKind::Plan => Some(days(cx, typed("days"))),
        StepKind::ProposeStrike => Some(ground(cx, typed("ground"))),
        _ => None,
    };
    let (label, value) = (cx.t("desk-evaluation-text"), typed("text"));
    let (id, revision) = (id.to_owned(), revision.to_string());
    view! {
        <Disclosure summary=name open=open>
            <form class="form" method="post" action=paths::door::EVALUATION_ACT>
                <input type="hidden" name="evaluation" value=id/>
                <input type="hidden" name="revision" value=revision/>
                <input type="hidden" name="action" value=key/>
                {more}
                <TextArea
                    name="text"
                    id=format!("text-{key}")
                    label=label
                    hint=hint
                    value=value
                    error=error
                    required=kind.needs_text()
                />
                <Button label=name kind=look/>
            </form>
        </Disclosure>
    }
    .into_any()
}

fn days(cx: &Ctx, chosen: String) -> AnyView {
    let options = (1..=LIMITS.complex)
        .map(|days| Choice::new(days.to_string(), days.to_string()))
        .collect();
    view! {
        <Select
            name="days"
            label=cx.t("desk-evaluation-days")
            options=options
            chosen=chosen
            blank=cx.t("desk-evaluation-days-choose")
        />
    }
    .into_any()
}

fn ground(cx: &Ctx, chosen: String) -> AnyView {
    let options = StrikeGround::ALL
        .map(|ground| {
            let words = cx.t(&format!("strike-ground-{}", ground.key()));
            Choice::new(ground.key(), words)
        })
        .into();
    view! {
        <Choices
            name="ground"
            legend=cx.t("desk-evaluation-ground")
            options=options
            chosen=vec![chosen]
        />
    }
    .into_any()
}
