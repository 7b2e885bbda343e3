//! A service item among others.

use leptos::prelude::*;

use super::tag::{Tag, TagKind};
use super::words::Words;

/// A service item in a list: name, department, and what is worth knowing before opening it.
#[component]
pub fn ServiceCard(
    /// The guide's address.
    #[prop(into)]
    href: String,
    /// The item's name; a view, since it may be marked with another language than the page's.
    #[prop(into)]
    name: AnyView,
    /// The department that handles it.
    #[prop(into)]
    department: AnyView,
    /// Short facts: "online", "at once".
    #[prop(optional)]
    tags: Vec<(TagKind, Words)>,
) -> impl IntoView {
    let tags = (!tags.is_empty()).then(|| {
        let tags = tags
            .into_iter()
            .map(|(kind, text)| view! { <li><Tag kind=kind text=text/></li> })
            .collect_view();
        view! { <ul class="service-card__tags">{tags}</ul> }
    });
    view! {
        <article class="card service-card">
            <h3 class="card__title"><a class="card__link" href=href>{name}</a></h3>
            <p class="service-card__department">{department}</p>
            {tags}
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn name_department_and_facts() {
        let html = html(|| {
            view! {
                <ServiceCard
                    href="/items/A-1"
                    name=HOSTILE.into_any()
                    department="Public Security".into_any()
                    tags=vec![(TagKind::Success, "Online".into())]
                />
            }
        });
        assert_contains(
            &html,
            &[
                "href=\"/items/A-1\"",
                "Public Security",
                "tag--success\">Online",
            ],
        );
        assert_escaped(&html);
    }
}
