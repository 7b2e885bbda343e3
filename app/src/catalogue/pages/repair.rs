//! A service whose rules do not work.

use leptos::prelude::*;

use super::phone;
use crate::page::Ctx;
use crate::ui::{Banner, BannerKind};

/// Nothing can be decided now. Nothing that was answered is lost, and there is somebody to ask.
pub(crate) fn repair_notice(cx: &Ctx, consult_phone: &str) -> impl IntoView + use<> {
    let (text, number) = (cx.t("repair-text"), phone(cx, consult_phone));
    view! {
        <Banner title=cx.t("repair-title") kind=BannerKind::Warning>
            <p>{text}</p>
            <p>{number}</p>
        </Banner>
    }
}
