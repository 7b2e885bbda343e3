//! Nothing yet.

use leptos::prelude::*;

use super::words::Words;

/// Says that there is nothing, and with children what to do about it.
#[component]
pub fn Empty(
    /// What there is none of, and why.
    #[prop(into)]
    text: Words,
    /// What to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__text">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn it_says_so() {
        let html = html(
            || view! { <Empty text="No cases yet"><a href="/items">"Find a service"</a></Empty> },
        );
        assert_contains(&html, &["No cases yet", "Find a service"]);
    }
}
