//! Prints the page.

use leptos::prelude::*;

use super::words::Words;
use crate::islands::PrintOnClick;

/// A button that prints the page. Without JavaScript it is not shown, and the browser's own menu
/// prints.
#[component]
pub fn PrintButton(
    /// "Print".
    #[prop(into)]
    label: Words,
) -> impl IntoView {
    view! { <PrintOnClick>{label}</PrintOnClick> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_button_is_an_island() {
        let html = html(|| view! { <PrintButton label=HOSTILE/> });
        assert_contains(
            &html,
            &[
                "<leptos-island data-component=\"PrintOnClick_",
                "<leptos-children>",
                "type=\"button\"",
            ],
        );
        assert_escaped(&html);
    }
}
