//! Views of the same list.

use leptos::prelude::*;

use super::words::Words;

/// As far as numbers are shown; nobody works by a larger one.
const MAX_COUNT: u64 = 1000;

/// One of the [`TabLinks`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabLink {
    /// Where it leads.
    pub href: String,
    /// What is there.
    pub label: Words,
    /// How many there are; more than a thousand are shown as "1000+".
    pub count: Option<u64>,
    /// Whether this is the page that is open.
    pub current: bool,
}

/// Links that look like tabs: each is a page of its own.
#[component]
pub fn TabLinks(
    /// What the tabs choose between.
    #[prop(into)]
    label: Words,
    /// The tabs.
    tabs: Vec<TabLink>,
) -> impl IntoView {
    let tabs = tabs
        .into_iter()
        .map(|tab| {
            let count = tab.count.map(|count| view! { <span class="tab-links__count">" "{shown(count)}</span> });
            view! {
                <li class="tab-links__item">
                    <a class="tab-links__link" href=tab.href aria-current=tab.current.then_some("page")>
                        {tab.label}
                        {count}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="tab-links" aria-label=label>
            <ul class="tab-links__list">{tabs}</ul>
        </nav>
    }
}

fn shown(count: u64) -> String {
    if count > MAX_COUNT {
        format!("{MAX_COUNT}+")
    } else {
        count.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn large_numbers_are_cut_off() {
        assert_eq!(shown(1000), "1000");
        assert_eq!(shown(u64::MAX), "1000+");
    }

    #[test]
    fn the_open_one_is_marked() {
        let tab = |key: &str, current| TabLink {
            href: format!("/desk?tab={key}"),
            label: key.to_owned().into(),
            count: Some(3),
            current,
        };
        let html = html(
            || view! { <TabLinks label="Inbox" tabs=vec![tab("new", true), tab("all", false)]/> },
        );
        assert_contains(
            &html,
            &[
                "aria-label=\"Inbox\"",
                "href=\"/desk?tab=all\"",
                "tab-links__count\"> ",
            ],
        );
        assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
    }
}
