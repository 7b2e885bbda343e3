//! The box beside a guide: what matters most, and the way in.

use domain::catalogue::ServiceDefinition;
use leptos::prelude::*;
use portal::accounts::Actor;
use portal::catalogue::{Department, ItemView};

use crate::page::{Ctx, Surface};
use crate::paths;
use crate::ui::{Button, ButtonKind, ButtonLink, SummaryList, SummaryRow};

/// The guided choice, the way in, then whom to ask. On a phone the way in sticks to the lower edge of the
/// screen.
pub(super) fn sidebar(cx: &Ctx, item: &ItemView) -> impl IntoView + use<> {
    let definition = item.definition.as_deref();
    let next = paths::item(&item.row.code);
    let choose = item.row.guided.then(|| choose(cx, item));
    let apply = item.row.online.then(|| way_in(cx, item, &next));
    let apply = apply.map(|apply| view! { <div class="guide__start">{apply}</div> });
    view! {
        <aside class="guide__sidebar" aria-label=cx.t("guide-side")>
            {choose}
            {apply}
            <div class="guide__help">{help(cx, definition, &item.department)}</div>
        </aside>
    }
}

/// The way into the guided choice, which needs no sign-in. Where one can apply online, applying weighs
/// more.
fn choose(cx: &Ctx, item: &ItemView) -> impl IntoView + use<> {
    let kind = if item.row.online {
        ButtonKind::Secondary
    } else {
        ButtonKind::Primary
    };
    view! {
        <div class="guide__choose stack stack--tight">
            <ButtonLink
                href=cx.href(paths::choose(&item.row.code))
                label=cx.t("choice-enter")
                kind=kind
            />
            <p class="muted">{cx.t("choice-enter-about")}</p>
        </div>
    }
}

/// The form that starts a case. At a kiosk a card has to be read before, which leads back to `next`.
pub(crate) fn way_in(cx: &Ctx, item: &ItemView, next: &str) -> AnyView {
    let about = match cx.actor {
        Actor::Anonymous => cx.t("apply-sign-in"),
        Actor::Citizen(_) => cx.t("apply-about"),
        Actor::Officer(_) => {
            return view! { <p class="muted">{cx.t("apply-officer")}</p> }.into_any();
        }
    };
    if cx.surface == Surface::Kiosk && matches!(cx.actor, Actor::Anonymous) {
        let card = paths::kiosk_card(next);
        return view! { <ButtonLink href=card label=cx.t("apply-kiosk")/> }.into_any();
    }
    view! {
        <form class="stack stack--tight" method="post" action=paths::door::START>
            <input type="hidden" name="item" value=item.row.code.to_string()/>
            <Button label=cx.t("apply")/>
            <p class="muted">{about}</p>
        </form>
    }
    .into_any()
}

/// Whom to ask and where to complain; without a guide, the department itself.
fn help(
    cx: &Ctx,
    definition: Option<&ServiceDefinition>,
    department: &Department,
) -> impl IntoView + use<> {
    let guide = definition.map(|definition| &definition.guide);
    let consult = guide
        .map(|guide| guide.consult_phone.as_str())
        .filter(|phone| !phone.is_empty())
        .or(department.phone.as_deref());
    let complain = guide
        .map(|guide| guide.complaint_phone.as_str())
        .filter(|phone| !phone.is_empty());
    let mut rows = vec![SummaryRow::new(
        cx.t("item-department"),
        department_link(cx, department),
    )];
    rows.extend(consult.map(|number| SummaryRow::new(cx.t("guide-consult"), phone(cx, number))));
    rows.extend(complain.map(|number| SummaryRow::new(cx.t("guide-complain"), phone(cx, number))));
    rows.extend(
        department
            .address
            .as_deref()
            .filter(|_| guide.is_none())
            .map(|address| {
                SummaryRow::new(cx.t("place-address"), cx.text(&domain::Text::zh(address)))
            }),
    );
    view! { <SummaryList rows=rows/> }
}

/// The department's name, which leads to its page.
fn department_link(cx: &Ctx, department: &Department) -> impl IntoView + use<> {
    let href = cx.href(paths::department(&department.code));
    view! { <a class="guide__department" href=href>{cx.text(&department.name)}</a> }
}

/// A telephone number that can be pressed; at a kiosk, which cannot call anybody, only the number.
pub(crate) fn phone(cx: &Ctx, number: &str) -> AnyView {
    let shown = number.to_owned();
    if cx.surface == Surface::Kiosk {
        return view! { <span class="figures">{shown}</span> }.into_any();
    }
    let dialled: String = number
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect();
    view! { <a class="figures" href=format!("tel:{dialled}")>{shown}</a> }.into_any()
}
