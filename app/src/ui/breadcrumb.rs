//! The way to this page.

use leptos::prelude::*;

use super::words::{Words, own};

/// Links to the pages above this one, the first page first; the page itself is its heading.
#[component]
pub fn Breadcrumb(
    /// Address and name of each page above.
    trail: Vec<(String, Words)>,
) -> impl IntoView {
    let items = trail
        .into_iter()
        .map(|(href, label)| view! { <li class="breadcrumb__item"><a href=href>{label}</a></li> })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label=own("breadcrumb-label")>
            <ol class="breadcrumb__list">{items}</ol>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_trail_is_a_named_list() {
        let html = html(|| {
            let trail = vec![
                ("/".to_owned(), "Home".into()),
                ("/items".to_owned(), HOSTILE.into()),
            ];
            view! { <Breadcrumb trail=trail/> }
        });
        assert_contains(
            &html,
            &[
                "class=\"breadcrumb\"",
                "aria-label=\"",
                "<ol",
                "href=\"/items\"",
            ],
        );
        assert_escaped(&html);
    }
}
