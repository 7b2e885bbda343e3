//! Marks a part of the page without touching its elements.

use leptos::prelude::{document, window};
use web_sys::Range;
use web_sys::js_sys::{Array, Function, Reflect};
use web_sys::wasm_bindgen::{JsCast as _, JsValue};

/// The name of the mark in the style sheet: `::highlight(read-aloud)`.
const NAME: &str = "read-aloud";

/// Marks a sentence and brings it into view. Browsers without marks of their own select it instead.
pub fn show(range: &Range) {
    if highlight(range).is_none() {
        select(range);
    }
    if let Ok(node) = range.start_container()
        && let Some(element) = node.parent_element()
    {
        element.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

/// Takes the mark away.
pub fn clear() {
    if let Some(marks) = marks()
        && let Some(delete) = method(&marks, "delete")
    {
        // A mark that cannot be taken away is only a colour.
        let _ = delete.call1(&marks, &NAME.into());
    }
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}

/// `CSS.highlights.set(NAME, new Highlight(range))`; none where the browser knows no highlights.
fn highlight(range: &Range) -> Option<()> {
    let make: Function = Reflect::get(&window(), &"Highlight".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let made = Reflect::construct(&make, &Array::of1(range)).ok()?;
    let marks = marks()?;
    method(&marks, "set")?
        .call2(&marks, &NAME.into(), &made)
        .ok()?;
    Some(())
}

fn marks() -> Option<JsValue> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let marks = Reflect::get(&css, &"highlights".into()).ok()?;
    (!marks.is_undefined()).then_some(marks)
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn select(range: &Range) {
    if let Ok(Some(selection)) = document().get_selection() {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}
