//! The portal's name and mark.

use leptos::prelude::*;

use crate::page::Ctx;

/// The mark, two passages through one gate, and the name; it leads home.
pub(super) fn wordmark(
    cx: &Ctx,
    href: String,
    place: Option<&'static str>,
) -> impl IntoView + use<> {
    let place = place.map(|place| view! { <span class="wordmark__place">{place}</span> });
    view! {
        <a class="wordmark" href=href>
            <svg class="wordmark__mark" viewBox="4 4 32 32" aria-hidden="true" focusable="false">
                <path class="wordmark__gate" d="M4 4h32v32h-9V22a7 7 0 0 0-14 0v14H4z"/>
                <path class="wordmark__way" d="M17 36V23a3 3 0 0 1 6 0v13z"/>
            </svg>
            <span class="wordmark__name" lang="zh-Hans">"通办"</span>
            <span class="wordmark__latin" lang="en">"Tongban"</span>
            <span class="visually-hidden">" "{cx.t("wordmark-home")}</span>
        </a>
        {place}
    }
}
