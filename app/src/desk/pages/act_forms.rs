//! What the officer can do with a case: one form for each action that the rules allow, no other.

use domain::cases::{EventKind, Outcome};
use leptos::prelude::*;
use portal::desk::DeskCase;

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, Choices, Disclosure, TextArea};

/// The forms, the most usual action open.
pub(super) fn act_forms(cx: &Ctx, case: &DeskCase, kept: &Kept) -> AnyView {
    let offered: Vec<_> = EventKind::ALL
        .into_iter()
        .filter(|kind| case.view.allowed.contains(kind))
        .collect();
    let tried = kept.value("action");
    let orphan = (!offered.iter().any(|kind| kind.key() == tried)).then(|| typed_in_vain(cx, kept));
    if offered.is_empty() {
        return view! { {orphan} <p class="hint">{cx.t("desk-no-action")}</p> }.into_any();
    }
    let forms: Vec<_> = offered
        .iter()
        .map(|kind| {
            let open = if tried.is_empty() {
                offered.len() == 1
            } else {
                tried == kind.key()
            };
            one(cx, case, kept, *kind, open)
        })
        .collect();
    view! {
        {orphan}
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("desk-actions")}</h2>
            {forms}
        </section>
    }
    .into_any()
}

/// What was typed for an action that the case does not allow any more: nothing can be done with it
/// here, but it can be copied.
fn typed_in_vain(cx: &Ctx, kept: &Kept) -> Option<AnyView> {
    let text = kept.value("text");
    (!text.trim().is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-typed-in-vain")}</h2>
                <p>{text}</p>
            </section>
        }
        .into_any()
    })
}

fn one(cx: &Ctx, case: &DeskCase, kept: &Kept, kind: EventKind, open: bool) -> AnyView {
    let key = kind.key();
    let name = cx.t(&format!("desk-action-{key}"));
    let again = kept.value("action") == key;
    let typed = |field: &str| {
        if again {
            kept.value(field)
        } else {
            String::new()
        }
    };
    let error = if again {
        kept.problem(key).map(|problem| cx.t(problem))
    } else {
        None
    };
    let outcome = matches!(kind, EventKind::Propose | EventKind::Decide)
        .then(|| outcome(cx, key, typed("outcome")));
    let text = (kind != EventKind::Accept).then(|| {
        let label = cx.t(&format!("desk-text-{key}"));
        let hint = cx.t(&format!("desk-hint-{key}"));
        let value = typed("text");
        view! {
            <TextArea name="text" id=format!("text-{key}") label=label hint=hint error=error value=value/>
        }
    });
    let danger = matches!(kind, EventKind::RefuseAcceptance | EventKind::SendBack);
    let look = if danger {
        ButtonKind::Danger
    } else {
        ButtonKind::Primary
    };
    let (id, revision) = (
        case.view.case.id.to_string(),
        case.view.case.revision.to_string(),
    );
    view! {
        <Disclosure summary=name open=open>
            <form class="form" method="post" action=paths::door::DESK_ACT>
                <input type="hidden" name="case" value=id/>
                <input type="hidden" name="revision" value=revision/>
                <input type="hidden" name="action" value=key/>
                {outcome}
                {text}
                <Button label=name kind=look/>
            </form>
        </Disclosure>
    }
    .into_any()
}

fn outcome(cx: &Ctx, action: &str, chosen: String) -> impl IntoView + use<> {
    let option =
        |outcome: Outcome| Choice::new(outcome.key(), cx.t(&format!("outcome-{}", outcome.key())));
    let legend = cx.t(&format!("desk-outcome-{action}"));
    let chosen = Some(chosen)
        .filter(|chosen| !chosen.is_empty())
        .into_iter()
        .collect();
    view! {
        <Choices
            name="outcome"
            legend=legend
            options=Outcome::ALL.map(option).into()
            chosen=chosen
            inline=true
        />
    }
}
