//! A thing among others.

use leptos::prelude::*;

use super::words::Words;

/// A box with a heading; a link when it leads somewhere.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: Words,
    /// Where the heading leads.
    #[prop(optional, into)]
    href: Option<String>,
    /// What stands below the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = match href {
        Some(href) => view! { <a class="card__link" href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let body = children.map(|children| view! { <div class="card__body">{children()}</div> });
    view! {
        <article class="card">
            <h3 class="card__title">{title}</h3>
            {body}
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_heading_is_the_link() {
        let html = html(|| view! { <Card title=HOSTILE href="/items">"Below"</Card> });
        assert_contains(
            &html,
            &["<h3 class=\"card__title\"><a ", "href=\"/items\"", "Below"],
        );
        assert_escaped(&html);
    }
}
