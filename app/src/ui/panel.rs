//! The end of a journey.

use leptos::prelude::*;

use super::words::Words;

/// The panel that says that something is done: "Submitted", and the number below.
#[component]
pub fn Panel(
    /// What is done; the page's heading.
    #[prop(into)]
    title: Words,
    /// The number, the date.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="panel">
            <h1 class="panel__title">{title}</h1>
            <div class="panel__body">{children()}</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_title_is_the_page_heading() {
        let html = html(|| view! { <Panel title="Submitted">{HOSTILE}</Panel> });
        assert_contains(&html, &["<h1 class=\"panel__title\">Submitted</h1>"]);
        assert_escaped(&html);
    }
}
