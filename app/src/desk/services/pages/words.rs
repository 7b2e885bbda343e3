//! States and texts of the editor in words.

use domain::Text;
use domain::catalogue::ItemState;
use domain::catalogue::editing::DraftState;
use leptos::prelude::*;

use crate::page::{Ctx, Kept};
use crate::ui::{Banner, BannerKind, Tag, TagKind, Words};

/// Where a working copy stands.
pub(super) fn draft_tag(cx: &Ctx, state: &DraftState) -> AnyView {
    let kind = match state {
        DraftState::Editing | DraftState::Discarded { .. } => TagKind::Neutral,
        DraftState::InReview { .. } => TagKind::Info,
        DraftState::Approved { .. } | DraftState::Published { .. } => TagKind::Success,
        DraftState::Returned { .. } => TagKind::Warning,
    };
    view! { <Tag kind=kind text=cx.t(&format!("draft-state-{}", state.key()))/> }.into_any()
}

/// Whether an item can be applied for.
pub(super) fn item_tag(cx: &Ctx, state: ItemState) -> AnyView {
    let kind = match state {
        ItemState::InUse => TagKind::Success,
        ItemState::Paused => TagKind::Warning,
        ItemState::Cancelled => TagKind::Neutral,
    };
    view! { <Tag kind=kind text=cx.t(&format!("editor-{}", state.key()))/> }.into_any()
}

/// A name that somebody may not have written yet.
pub(super) fn name_or(cx: &Ctx, name: &Text, other: &'static str) -> Words {
    let name = cx.plain(name);
    if name.trim().is_empty() {
        cx.t(other).into()
    } else {
        name.into()
    }
}

/// What came of the last action on a page: one problem of the whole, or that it was done.
pub(super) fn news(cx: &Ctx, kept: &Kept, done: Option<&str>) -> Option<AnyView> {
    if let Some((_, key)) = kept.problems.first() {
        let typed = kept.value("reason");
        let typed = (!typed.trim().is_empty()).then(|| {
            view! { <blockquote>{cx.written(&typed)}</blockquote> }
        });
        return Some(
            view! { <Banner title=cx.t(key) kind=BannerKind::Danger>{typed}</Banner> }.into_any(),
        );
    }
    let done = done.filter(|done| DONE.contains(done))?;
    let title = cx.t(&format!("editor-done-{done}"));
    Some(view! { <Banner title=title kind=BannerKind::Success/> }.into_any())
}

/// What can have been done; whatever else stands in an address says nothing.
const DONE: [&str; 11] = [
    "saved",
    "submit",
    "take_back",
    "approve",
    "return",
    "discard",
    "pause",
    "restore",
    "withdraw",
    "confirm",
    "decline",
];

/// The status of a page with these problems.
pub(super) fn status(kept: &Kept) -> u16 {
    match kept.problems.first() {
        None => 200,
        Some((_, key)) if key == crate::desk::services::doors::CHANGED => 409,
        Some(_) => 422,
    }
}
