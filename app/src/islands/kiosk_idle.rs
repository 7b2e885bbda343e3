//! Ends a kiosk's session that somebody has walked away from.

use std::time::Duration;

use leptos::ev;
use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::HtmlFormElement;
use web_sys::wasm_bindgen::JsCast as _;

/// Seconds without a touch after which the question appears.
pub const WARN_AFTER_SECONDS: u32 = 60;

/// Seconds without a touch after which the session ends.
pub const END_AFTER_SECONDS: u32 = 90;

/// The id of the form that ends the session.
pub const END_FORM: &str = "kiosk-end";

/// Counts the seconds since the last touch or key; asks whether somebody is still there, then submits
/// the form with the id [`END_FORM`]. Any press while the question is open answers it.
#[island]
pub fn KioskIdle(
    /// The question, its button to go on and its button to end, which belongs to the form.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let (idle, set_idle) = signal(0_u32);
    let left = move || END_AFTER_SECONDS.saturating_sub(idle.get()).to_string();

    Effect::new(move || {
        let stir = move || {
            if idle.get_untracked() < WARN_AFTER_SECONDS {
                set_idle.set(0);
            }
        };
        let answer = move || {
            set_idle.set(0);
            if let Some(dialog) = dialog.get_untracked() {
                dialog.close();
            }
        };
        on_cleanup_of(window_event_listener(ev::pointerdown, move |_| stir()));
        on_cleanup_of(window_event_listener(ev::scroll, move |_| stir()));
        on_cleanup_of(window_event_listener(ev::click, move |_| answer()));
        on_cleanup_of(window_event_listener(ev::keydown, move |_| answer()));
        set_interval(move || tick(idle, set_idle, dialog), Duration::from_secs(1));
    });

    view! {
        <dialog class="kiosk-idle" node_ref=dialog aria-labelledby="kiosk-idle-title">
            {children()}
            <p class="kiosk-idle__left" aria-hidden="true">{left}</p>
        </dialog>
    }
}

/// Keeps a listener for as long as the page lives.
fn on_cleanup_of(listener: WindowListenerHandle) {
    on_cleanup(move || listener.remove());
}

fn tick(idle: ReadSignal<u32>, set_idle: WriteSignal<u32>, dialog: NodeRef<Dialog>) {
    let seconds = idle.get_untracked() + 1;
    set_idle.set(seconds);
    if seconds == WARN_AFTER_SECONDS
        && let Some(dialog) = dialog.get_untracked()
    {
        // It fails only when the dialog is open already.
        let _ = dialog.show_modal();
    }
    if seconds == END_AFTER_SECONDS
        && let Some(form) = document().get_element_by_id(END_FORM)
        && let Ok(form) = form.dyn_into::<HtmlFormElement>()
    {
        // A form that cannot be submitted leaves the session to the server's own limit.
        let _ = form.submit();
    }
}
