//! The search for services.

use leptos::prelude::*;

use super::icon::{Icon, IconKind};
use super::words::{Words, own};

/// The longest search that is taken; longer ones find nothing anyway.
const MAX_QUERY_CHARS: u16 = 100;

/// A search form that works by address alone.
#[component]
pub fn SearchBox(
    /// The page with the results; the search is appended as `q`.
    #[prop(into)]
    action: String,
    /// What is searched.
    #[prop(into)]
    label: Words,
    /// What was searched for.
    #[prop(optional, into)]
    value: String,
    /// The id of the field; two search forms on one page need two.
    #[prop(into)]
    id: String,
    /// Whether it is the large one of a page that is about finding.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large {
        "search-box search-box--large"
    } else {
        "search-box"
    };
    let landmark = label.clone();
    view! {
        <form class=class action=action method="get" role="search" aria-label=landmark>
            <label class="visually-hidden" for=id.clone()>{label.clone()}</label>
            <input
                class="search-box__input"
                id=id
                name="q"
                type="search"
                value=value
                placeholder=label
                maxlength=MAX_QUERY_CHARS.to_string()
                enterkeyhint="search"
            />
            <button class="search-box__button" type="submit">
                <Icon kind=IconKind::Search/>
                <span class="search-box__words">{own("search-button")}</span>
            </button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_search_is_a_get_form() {
        let html = html(
            || view! { <SearchBox action="/items" label="Find a service" value=HOSTILE id="q"/> },
        );
        assert_contains(
            &html,
            &[
                "method=\"get\"",
                "action=\"/items\"",
                "name=\"q\"",
                "role=\"search\"",
                "for=\"q\"",
            ],
        );
        assert_escaped(&html);
    }
}
