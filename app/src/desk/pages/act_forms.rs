//! What the officer can do with a case: one form for each action that the rules allow, no other.

use domain::cases::{Delivery, Ending, EventKind, Ground, Outcome, Verdict};
use leptos::prelude::*;
use portal::desk::DeskCase;

use crate::catalogue::pages::limit;
use crate::desk::doors::input;
use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, Choices, Disclosure, NumberField, Select, TextArea};

/// Ways of handing a result over that an officer can tell of.
const BY_HAND: [Delivery; 2] = [Delivery::Counter, Delivery::Post];

/// The forms, the most usual action open.
pub(super) fn act_forms(cx: &Ctx, case: &DeskCase, kept: &Kept) -> AnyView {
    let offered: Vec<_> = EventKind::ALL
        .into_iter()
        .filter(|kind| case.view.allowed.contains(kind))
        .collect();
    let tried = kept.value(input::ACTION);
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
    let text = kept.value(input::TEXT);
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

/// What was typed into one of the forms.
struct Typed<'a> {
    kept: &'a Kept,
    again: bool,
}

impl Typed<'_> {
    fn value(&self, name: &str) -> String {
        if self.again {
            self.kept.value(name)
        } else {
            String::new()
        }
    }

    fn chosen(&self, name: &str) -> Vec<String> {
        let value = Some(self.value(name));
        value
            .filter(|value| !value.is_empty())
            .into_iter()
            .collect()
    }
}

fn one(cx: &Ctx, case: &DeskCase, kept: &Kept, kind: EventKind, open: bool) -> AnyView {
    let key = kind.key();
    let name = cx.t(&format!("desk-action-{key}"));
    let again = kept.value(input::ACTION) == key;
    let typed = Typed { kept, again };
    let problem = again.then(|| kept.problem(key)).flatten();
    let error = problem.map(|problem| cx.t(problem));
    let text = has_words(kind).then(|| {
        let label = cx.t(&format!("desk-text-{key}"));
        let hint = cx.t(&format!("desk-hint-{key}"));
        let (id, value) = (format!("text-{key}"), typed.value(input::TEXT));
        view! { <TextArea name=input::TEXT id=id label=label hint=hint error=error value=value/> }
    });
    let look = if is_hard(kind) {
        ButtonKind::Danger
    } else {
        ButtonKind::Primary
    };
    let id = &case.view.case.id;
    let marking = matches!(
        kind,
        EventKind::RequestCorrection | EventKind::ReturnPrecheck | EventKind::Look
    );
    let marking = marking.then(|| (paths::desk_marking(id, key), cx.t("desk-mark")));
    let marking = marking.map(|(href, words)| view! { <p><a href=href>{words}</a></p> });
    let (hidden, details) = (hidden(case, kind), details(cx, case, kind, &typed));
    view! {
        <Disclosure summary=name open=open>
            {marking}
            <form class="form" method="post" action=paths::door::DESK_ACT enctype="multipart/form-data">
                {hidden}
                {details}
                {text}
                <Button label=name kind=look/>
            </form>
        </Disclosure>
    }
    .into_any()
}

/// What every form of a case says by itself.
pub(super) fn hidden(case: &DeskCase, kind: EventKind) -> impl IntoView + use<> {
    let case = &case.view.case;
    let (id, revision) = (case.id.to_string(), case.revision.to_string());
    view! {
        <input type="hidden" name=input::CASE value=id/>
        <input type="hidden" name=input::REVISION value=revision/>
        <input type="hidden" name=input::ACTION value=kind.key()/>
    }
}

const fn has_words(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::PassPrecheck | EventKind::Accept | EventKind::Deliver
    )
}

/// Whether it ends something, or burdens somebody.
const fn is_hard(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::RefuseAcceptance
            | EventKind::SendBack
            | EventKind::Close
            | EventKind::ReturnPrecheck
    )
}

/// What an action needs to know besides words.
fn details(cx: &Ctx, case: &DeskCase, kind: EventKind, typed: &Typed<'_>) -> AnyView {
    match kind {
        EventKind::Propose | EventKind::Decide => {
            let legend = cx.t(&format!("desk-outcome-{}", kind.key()));
            let options = Outcome::ALL
                .map(|one| Choice::new(one.key(), cx.t(&format!("outcome-{}", one.key()))));
            let chosen = typed.chosen(input::OUTCOME);
            view! {
                <Choices name=input::OUTCOME legend=legend options=options.into() chosen=chosen inline=true/>
            }
            .into_any()
        }
        EventKind::Conclude => conclusion(cx, case, typed),
        EventKind::Suspend => procedure(cx, case, typed),
        EventKind::RefuseAcceptance => {
            let options = Ground::ALL
                .map(|one| Choice::new(one.key(), cx.t(&format!("ground-{}", one.key()))));
            let chosen = typed.chosen(input::GROUND);
            view! {
                <Choices name=input::GROUND legend=cx.t("desk-ground") options=options.into() chosen=chosen/>
            }
            .into_any()
        }
        EventKind::Close => {
            let options = Ending::ALL
                .map(|one| Choice::new(one.key(), cx.t(&format!("ending-{}", one.key()))));
            let chosen = typed.chosen(input::ENDING);
            view! {
                <Choices name=input::ENDING legend=cx.t("desk-ending") options=options.into() chosen=chosen/>
            }
            .into_any()
        }
        EventKind::Deliver => {
            let options =
                BY_HAND.map(|one| Choice::new(one.key(), cx.t(&format!("handed-{}", one.key()))));
            let chosen = typed.chosen(input::DELIVERY);
            view! {
                <Choices
                    name=input::DELIVERY
                    legend=cx.t("desk-delivery")
                    options=options.into()
                    chosen=chosen
                    inline=true
                />
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

/// Which step, and what it came to.
fn conclusion(cx: &Ctx, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let steps = case.open_steps.iter();
    let options: Vec<_> = steps
        .map(|step| Choice::new(step.key.clone(), cx.plain(&step.name)))
        .collect();
    let step = match options.as_slice() {
        [only] => {
            let (name, value) = (only.label.clone(), only.value.clone());
            view! {
                <p><strong>{name}</strong></p>
                <input type="hidden" name=input::STEP value=value/>
            }
            .into_any()
        }
        _ => {
            let chosen = typed.chosen(input::STEP);
            view! {
                <Choices name=input::STEP legend=cx.t("desk-step") options=options chosen=chosen/>
            }
            .into_any()
        }
    };
    let verdicts =
        Verdict::ALL.map(|one| Choice::new(one.key(), cx.t(&format!("verdict-{}", one.key()))));
    let chosen = typed.chosen(input::VERDICT);
    view! {
        {step}
        <Choices
            name=input::VERDICT
            legend=cx.t("desk-verdict")
            options=verdicts.into()
            chosen=chosen
            inline=true
        />
    }
    .into_any()
}

/// Which special procedure, and how long it takes.
fn procedure(cx: &Ctx, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let rules = case.view.definition.flow.procedures.iter();
    let options = rules
        .map(|rule| {
            let name = cx.t(&format!("procedure-{}", rule.kind.key()));
            let longest = [("longest", limit(cx, rule.longest).into())];
            let label = format!("{name} {}", cx.tf("desk-procedure-longest", &longest));
            Choice::new(rule.kind.key(), label)
        })
        .collect();
    let (chosen, length) = (typed.value(input::PROCEDURE), typed.value(input::LENGTH));
    view! {
        <Select
            name=input::PROCEDURE
            label=cx.t("desk-procedure")
            options=options
            chosen=chosen
            blank=cx.t("select-blank")
        />
        <NumberField
            name=input::LENGTH
            label=cx.t("desk-length")
            hint=cx.t("desk-length-hint")
            value=length
        />
    }
    .into_any()
}
