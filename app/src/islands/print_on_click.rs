//! Prints the page when it is pressed.

use leptos::prelude::*;

/// A button that prints the page. Hidden until it works: a button that does nothing is worse than
/// none.
#[island]
pub fn PrintOnClick(
    /// What stands on the button.
    children: Children,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    Effect::new(move || set_ready.set(true));
    let print = move |_| {
        // Printing is refused inside sandboxed frames; then there is nothing to do.
        let _ = window().print();
    };
    view! {
        <button class="button button--secondary print-button" type="button" hidden=move || !ready.get() on:click=print>
            {children()}
        </button>
    }
}
