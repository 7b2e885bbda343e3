//! More, for those who ask.

use leptos::prelude::*;

use super::words::Words;

/// A heading that opens and shuts what stands below it; the browser does that itself.
#[component]
pub fn Disclosure(
    /// The question.
    #[prop(into)]
    summary: Words,
    /// The answer.
    children: Children,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">{summary}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_browser_opens_it() {
        let html = html(|| view! { <Disclosure summary="Why?">{HOSTILE}</Disclosure> });
        assert_contains(
            &html,
            &[
                "<details",
                "<summary class=\"disclosure__summary\">Why?</summary>",
            ],
        );
        assert!(!html.contains(" open"), "{html}");
        assert_escaped(&html);
    }
}
