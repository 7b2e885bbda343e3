//! What a service costs: fees with who pays less, how to pay, and what has to be bought from others.

use domain::Text;
use domain::catalogue::{Fee, Guide, Intermediary};
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::Table;

/// The fees, or that there are none, and the services of others.
pub(super) fn cost(cx: &Ctx, guide: &Guide) -> AnyView {
    let bought = intermediaries(cx, &guide.intermediaries);
    if guide.fees.is_empty() {
        return view! { <p>{cx.t("guide-free-text")}</p>{bought} }.into_any();
    }
    let paying = if guide.online_payment {
        "fee-online"
    } else {
        "fee-at-counter"
    };
    view! {
        {fees(cx, &guide.fees)}
        <p>{cx.t(paying)}</p>
        {bought}
    }
    .into_any()
}

/// A column for those who pay less stands only where somebody does.
fn fees(cx: &Ctx, fees: &[Fee]) -> impl IntoView + use<> {
    let reduced = fees.iter().any(|fee| fee.reduction.is_some());
    let mut head = vec!["fee-name", "fee-amount", "fee-basis"];
    head.extend(reduced.then_some("fee-reduction"));
    let head = head.into_iter().map(|key| cx.t(key).into()).collect();
    let rows = fees
        .iter()
        .map(|fee| {
            let basis = fee.basis.as_deref().unwrap_or_default();
            let mut cells = vec![
                cx.text(&fee.name),
                cx.text(&Text::zh(fee.amount.as_str())),
                cx.text(&Text::zh(basis)),
            ];
            if reduced {
                let reduction = fee.reduction.as_ref();
                cells.push(reduction.map(|words| cx.text(words)).into_any());
            }
            cells
        })
        .collect();
    view! { <Table caption=cx.t("guide-cost") head=head rows=rows hide_caption=true/> }
}

/// What an applicant must buy from somebody else (中介服务), each by the law that asks for it.
fn intermediaries(cx: &Ctx, services: &[Intermediary]) -> Option<AnyView> {
    (!services.is_empty()).then(|| {
        let rows = services.iter().map(|service| {
            let basis = cx.text(&Text::zh(service.basis.as_str()));
            view! { <li>{cx.text(&service.name)}<p class="muted">{basis}</p></li> }
        });
        view! {
            <h3>{cx.t("guide-intermediaries")}</h3>
            <div class="prose"><ul>{rows.collect_view()}</ul></div>
        }
        .into_any()
    })
}
