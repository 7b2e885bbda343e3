//! The box beside a guide: what matters most, and the way in.

use domain::catalogue::{Guide, ServiceDefinition};
use leptos::prelude::*;
use portal::accounts::Actor;
use portal::catalogue::{Department, ItemView};

use super::guide::contents;
use super::words::limit;
use crate::page::{Ctx, Surface};
use crate::paths;
use crate::ui::{Button, ButtonLink, SummaryList, SummaryRow};

/// Answers first, then the button, then whom to ask.
pub(super) fn sidebar(cx: &Ctx, item: &ItemView) -> impl IntoView + use<> {
    let definition = item.definition.as_deref();
    let facts = definition.map(|definition| at_a_glance(cx, &definition.guide));
    let way_in = definition.map(|_| way_in(cx, item));
    let contents = definition.map(|definition| contents(cx, &definition.guide));
    view! {
        <aside class="guide__sidebar" aria-label=cx.t("guide-at-a-glance")>
            {facts}
            {way_in}
            {help(cx, definition, &item.department)}
            {contents}
        </aside>
    }
}

fn at_a_glance(cx: &Ctx, guide: &Guide) -> impl IntoView + use<> {
    let fees = if guide.fees.is_empty() {
        cx.t("guide-free")
    } else {
        cx.t("guide-fee")
    };
    let visits = cx.tf(
        "guide-visits",
        &[("n", i64::from(guide.on_site_visits).into())],
    );
    let rows = vec![
        SummaryRow::new(cx.t("guide-cost"), fees),
        SummaryRow::new(cx.t("guide-visits-label"), visits),
    ];
    view! {
        <div>
            <p>{cx.t("guide-duration")}</p>
            <p class="guide__fact">{limit(cx, guide.promised)}</p>
        </div>
        <SummaryList rows=rows/>
    }
}

/// The form that starts a case. At a kiosk a card has to be read before.
fn way_in(cx: &Ctx, item: &ItemView) -> AnyView {
    let about = match cx.actor {
        Actor::Anonymous => cx.t("apply-sign-in"),
        Actor::Citizen(_) => cx.t("apply-about"),
        Actor::Officer(_) => {
            return view! { <p class="muted">{cx.t("apply-officer")}</p> }.into_any();
        }
    };
    if cx.surface == Surface::Kiosk && matches!(cx.actor, Actor::Anonymous) {
        let card = paths::kiosk_card(&paths::item(&item.row.code));
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
        cx.text(&department.name),
    )];
    rows.extend(consult.map(|number| SummaryRow::new(cx.t("guide-consult"), phone(number))));
    rows.extend(complain.map(|number| SummaryRow::new(cx.t("guide-complain"), phone(number))));
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

/// A telephone number that can be pressed.
pub(crate) fn phone(number: &str) -> impl IntoView + use<> {
    let dialled: String = number
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect();
    view! { <a class="figures" href=format!("tel:{dialled}")>{number.to_owned()}</a> }
}
