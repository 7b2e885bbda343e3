//! Pages of consultations, and their parts of the inbox and of a case.

mod ask;
mod list;
mod of_case;
mod open;

pub(crate) use list::list;
pub(crate) use of_case::{happened, of_case};

use leptos::prelude::*;

use crate::page::{Access, Ctx, Kept, Route, route};
use crate::ui::{Banner, BannerKind, ErrorSummary, field_id};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        route("/desk/cases/{id}/consult", Access::Officer, ask::load),
        route("/desk/consultations/{id}", Access::Officer, open::load),
    ]
}

/// The status of a page with a form: what is over cannot be mended by typing.
fn status(kept: &Kept) -> u16 {
    match kept.problems.first() {
        None => 200,
        Some((field, _)) if field.is_empty() => 409,
        Some(_) => 422,
    }
}

/// What was wrong with a form: beside its fields, or in general.
fn news(cx: &Ctx, kept: &Kept) -> AnyView {
    if let Some(key) = kept.problem("") {
        let typed = cx.written(&kept.value("text"));
        return view! {
            <Banner title=cx.t(key) kind=BannerKind::Warning>
                <blockquote>{typed}</blockquote>
            </Banner>
        }
        .into_any();
    }
    let errors = kept.problems.iter();
    let errors = errors
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    view! { <ErrorSummary title=cx.t("error-summary-title") errors=errors/> }.into_any()
}
