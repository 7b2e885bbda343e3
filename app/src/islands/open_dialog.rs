//! Opens a dialog instead of the page that asks the same.

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};

/// Around a link, marked `data-opens`, and a dialog: the link opens the dialog. Without scripts, and
/// where the link is asked for in a new window, it leads to its page.
#[island]
pub fn OpenDialog(
    /// The link and the dialog.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move || {
        let link = place
            .get()
            .and_then(|place| place.query_selector("[data-opens]").ok()?);
        if let Some(link) = link {
            // Only said once it is true. It fails for bad names only.
            let _ = link.set_attribute("aria-haspopup", "dialog");
        }
    });
    let open = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        if is_link(&event)
            && let Some(dialog) = place.get_untracked().and_then(|place| dialog_in(&place))
            && dialog.show_modal().is_ok()
        {
            event.prevent_default();
        }
    };
    view! { <div class="dialog-place" node_ref=place on:click=open>{children()}</div> }
}

fn is_link(event: &MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| matches!(target.closest("[data-opens]"), Ok(Some(_))))
}

fn dialog_in(place: &Element) -> Option<HtmlDialogElement> {
    place.query_selector("dialog").ok()??.dyn_into().ok()
}
