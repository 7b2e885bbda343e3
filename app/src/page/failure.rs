//! The pages of things that went wrong.

use leptos::prelude::*;

use super::{Ctx, Page};

/// A page that says in plain words what went wrong and what to do: 404, 409, 413, 422, 429, 500, 503;
/// any other status is shown as 500. `reference` helps the operator to find the line of the log.
#[must_use]
pub fn failure_page(cx: &Ctx, status: u16, reference: Option<&str>) -> Page {
    let key = failure_key(status);
    let title = cx.t(&format!("failure-{key}-title"));
    let text = cx.t(&format!("failure-{key}-text"));
    let reference =
        reference.map(|reference| cx.tf("failure-reference", &[("reference", reference.into())]));
    let home = cx.href(crate::paths::home());
    let home_label = cx.t("failure-home");
    Page::new(title, move || {
        view! {
            <div class="container failure">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                {reference.map(|reference| view! { <p class="failure__reference">{reference}</p> })}
                <p><a href=home>{home_label}</a></p>
            </div>
        }
    })
    .status(status)
}

/// The part of a Fluent key that belongs to a status.
fn failure_key(status: u16) -> &'static str {
    match status {
        404 | 405 => "404",
        400 | 403 => "403",
        409 => "409",
        413 => "413",
        422 => "422",
        429 => "429",
        408 | 503 | 504 => "503",
        _ => "500",
    }
}
