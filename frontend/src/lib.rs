//! The entry of the browser's half: the page's loader calls [`hydrate`] once, then wakes each island.

// Nothing is called by name: the islands export themselves.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the page for its islands.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
