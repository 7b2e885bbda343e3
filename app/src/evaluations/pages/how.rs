//! What stands below the published figures: what was struck out, and how all of it is counted.

use domain::evaluations::{DEFAULT_AFTER, SHOWN_FROM};
use leptos::prelude::*;
use portal::evaluations::Period;

use crate::page::Ctx;
use crate::ui::{Column, Table};

/// Reviews that were struck out, by ground; nothing when there are none.
pub(super) fn struck_out(cx: &Ctx, year: &Period) -> Option<AnyView> {
    if year.struck_out.is_empty() {
        return None;
    }
    let number = i64::try_from(year.city.struck_out).unwrap_or(i64::MAX);
    let rows = year
        .struck_out
        .iter()
        .map(|(ground, count)| {
            let words = cx.t(&format!("strike-ground-{}", ground.key()));
            vec![words.into_any(), count.to_string().into_any()]
        })
        .collect();
    let head = vec![
        Column::new(cx.t("evaluations-struck-ground")),
        Column::new(cx.t("evaluations-count")).number(),
    ];
    let title = cx.t("evaluations-struck-title");
    Some(
        view! {
            <section class="stack stack--tight">
                <h2>{title}</h2>
                <p>{cx.tf("evaluations-struck-lead", &[("n", number.into())])}</p>
                <Table caption=title head=head rows=rows hide_caption=true/>
            </section>
        }
        .into_any(),
    )
}

/// How the figures are counted.
pub(super) fn how(cx: &Ctx) -> impl IntoView + use<> {
    let few = i64::try_from(SHOWN_FROM).unwrap_or(i64::MAX);
    let days = i64::from(DEFAULT_AFTER.number);
    view! {
        <section class="prose">
            <h2>{cx.t("evaluations-how")}</h2>
            <ul>
                <li>{cx.t("evaluations-how-response")}</li>
                <li>{cx.t("evaluations-how-good")}</li>
                <li>{cx.t("evaluations-how-corrected")}</li>
                <li>{cx.tf("evaluations-how-few", &[("n", few.into())])}</li>
                <li>{cx.tf("evaluations-how-default", &[("n", days.into())])}</li>
            </ul>
        </section>
    }
}
