//! What an officer can do with a working copy or an item: one form for each action that the rules allow.

use domain::catalogue::editing::{DraftAction, StandingAction};
use leptos::prelude::*;
use portal::catalogue::editor::{Draft, StandingView};

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, ButtonKind, Disclosure, TextArea, TextField};

/// The actions on a working copy. Editing is done by the pages of its parts, and a page of its own asks
/// before a copy is given up.
pub(super) fn draft_forms(
    cx: &Ctx,
    draft: &Draft,
    allowed: &[DraftAction],
    kept: &Kept,
) -> AnyView {
    let discards = allowed.contains(&DraftAction::Discard).then(|| {
        let (href, label) = (
            paths::desk_draft_discard(&draft.id),
            cx.t("editor-discard-ask"),
        );
        view! { <p><a href=href>{label}</a></p> }.into_any()
    });
    let elsewhere = [DraftAction::Edit, DraftAction::Discard];
    let offered = allowed.iter().filter(|action| !elsewhere.contains(action));
    let forms = offered
        .map(|action| {
            let key = action.key();
            let again = kept.value("action") == key;
            let fields = match action {
                DraftAction::Approve => Some(day(cx, kept, again)),
                DraftAction::Return => Some(reason(cx, kept, again, key)),
                _ => None,
            };
            let (id, revision) = (draft.id.clone(), draft.copy.revision.to_string());
            let hidden = view! {
                <input type="hidden" name="draft" value=id/>
                <input type="hidden" name="revision" value=revision/>
            };
            let danger = *action == DraftAction::Return;
            one(
                cx,
                paths::door::SERVICE_ACT,
                key,
                hidden.into_any(),
                fields,
                again,
                danger,
            )
        })
        .chain(discards)
        .collect();
    sheet(cx, forms)
}

/// The actions on a listed item.
pub(super) fn standing_forms(cx: &Ctx, item: &StandingView, kept: &Kept) -> AnyView {
    let forms: Vec<AnyView> = item
        .allowed
        .iter()
        .map(|action| {
            let key = action.key();
            let again = kept.value("action") == key;
            let fields = action.needs_reason().then(|| reason(cx, kept, again, key));
            let code = item.item.code.to_string();
            let revision = item.standing.revision.to_string();
            let hidden = view! {
                <input type="hidden" name="item" value=code/>
                <input type="hidden" name="revision" value=revision/>
            };
            let danger = matches!(action, StandingAction::Pause | StandingAction::Withdraw);
            one(
                cx,
                paths::door::SERVICE_STAND,
                key,
                hidden.into_any(),
                fields,
                again,
                danger,
            )
        })
        .collect();
    sheet(cx, forms)
}

fn sheet(cx: &Ctx, forms: Vec<AnyView>) -> AnyView {
    if forms.is_empty() {
        return view! { <p class="hint">{cx.t("desk-no-action")}</p> }.into_any();
    }
    view! {
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("desk-actions")}</h2>
            {forms}
        </section>
    }
    .into_any()
}

fn one(
    cx: &Ctx,
    door: &'static str,
    key: &'static str,
    hidden: AnyView,
    fields: Option<AnyView>,
    open: bool,
    danger: bool,
) -> AnyView {
    let name = cx.t(&format!("editor-action-{key}"));
    let hint = cx.t(&format!("editor-action-{key}-hint"));
    let look = if danger {
        ButtonKind::Danger
    } else {
        ButtonKind::Primary
    };
    view! {
        <Disclosure summary=name open=open>
            <form class="form" method="post" action=door>
                <input type="hidden" name="action" value=key/>
                {hidden}
                <p class="hint">{hint}</p>
                {fields}
                <Button label=name kind=look/>
            </form>
        </Disclosure>
    }
    .into_any()
}

fn day(cx: &Ctx, kept: &Kept, again: bool) -> AnyView {
    let value = if again {
        kept.value("day")
    } else {
        String::new()
    };
    let error = kept.problem("day").filter(|_| again).map(|key| cx.t(key));
    view! {
        <TextField
            name="day"
            label=cx.t("editor-publish-on")
            hint=cx.t("editor-publish-on-hint")
            value=value
            error=error
            required=false
        />
    }
    .into_any()
}

fn reason(cx: &Ctx, kept: &Kept, again: bool, key: &str) -> AnyView {
    let value = if again {
        kept.value("reason")
    } else {
        String::new()
    };
    view! {
        <TextArea
            name="reason"
            id=format!("reason-{key}")
            label=cx.t("editor-reason")
            value=value
            rows=4
        />
    }
    .into_any()
}
