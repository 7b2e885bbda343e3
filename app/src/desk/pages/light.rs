//! How urgent a case is, in words and colour.

use domain::cases::{Light, ProcedureKind};
use leptos::prelude::*;

use crate::page::Ctx;

/// The days left, with shape and colour by urgency; the words alone say it too.
pub(crate) fn light(cx: &Ctx, light: Light, days_left: Option<i64>) -> AnyView {
    let text = match (light, days_left) {
        (Light::Blue, _) => cx.t("desk-waiting-for-applicant").to_owned(),
        (_, Some(days)) if days < 0 => cx.tf("desk-days-overdue", &[("n", days.abs().into())]),
        (_, Some(days)) => cx.tf("desk-days-left", &[("n", days.into())]),
        (_, None) => return ().into_any(),
    };
    view! { <span class=format!("light light--{}", light.key())>{text}</span> }.into_any()
}

/// The light of a case. One in a special procedure waits for that and not for its applicant.
pub(super) fn case_light(
    cx: &Ctx,
    (colour, days_left): (Light, Option<i64>),
    procedure: Option<ProcedureKind>,
) -> AnyView {
    let Some(procedure) = procedure else {
        return light(cx, colour, days_left);
    };
    let name = cx.t(&format!("procedure-{}", procedure.key()));
    let text = cx.tf("desk-waiting-for-procedure", &[("name", name.into())]);
    view! { <span class="light light--blue">{text}</span> }.into_any()
}
