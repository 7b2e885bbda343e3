//! Words and marks that several pages of supervision share.

use domain::cases::Light;
use domain::supervision::{Card, Watch};
use leptos::prelude::*;

use crate::page::Ctx;
use crate::ui::{Tag, TagKind};

/// What a rule watches, in words.
pub(super) fn watched(cx: &Ctx, watch: Watch) -> String {
    let days = watch.working_days().unwrap_or_default();
    let key = format!("watch-{}", watch.key());
    cx.tf(&key, &[("n", i64::from(days).into())])
}

/// A light in a word; the colour only helps to find it.
pub(super) fn light_tag(cx: &Ctx, light: Light) -> impl IntoView + use<> {
    let kind = match light {
        Light::Green => TagKind::Success,
        Light::Yellow => TagKind::Warning,
        Light::Red => TagKind::Danger,
        Light::Blue => TagKind::Info,
    };
    view! { <Tag kind=kind text=light_name(cx, light)/> }
}

pub(super) fn light_name(cx: &Ctx, light: Light) -> &'static str {
    cx.t(&format!("supervision-light-{}", light.key()))
}

/// A card in a word.
pub(super) fn card_name(cx: &Ctx, card: Card) -> &'static str {
    cx.t(&format!("supervision-card-{}", card.key()))
}

/// A number with one decimal.
pub(super) fn tenths(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A count as an argument of a text.
pub(super) fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
