//! The state of a case as officers see it: unlike the applicant, they see proposals.

use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Tag, TagKind};

/// The state in a word, by its key.
pub(super) fn state_tag(cx: &Ctx, key: &str) -> impl IntoView + use<> {
    let kind = match key {
        "prechecking" | "submitted" | "proposed" => TagKind::Info,
        "returned" | "correction_requested" => TagKind::Warning,
        "approved" | "delivered" | "settled" => TagKind::Success,
        "rejected" | "not_accepted" | "closed" => TagKind::Danger,
        _ => TagKind::Neutral,
    };
    view! { <Tag kind=kind text=cx.t(&format!("case-state-{key}"))/> }
}
