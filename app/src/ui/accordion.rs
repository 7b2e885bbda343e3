//! Parts of a long text, opened one by one.

use leptos::prelude::*;

use super::words::{Words, own};

/// One part of an [`Accordion`].
pub struct AccordionPart {
    /// Its id, so that a link can lead to it.
    pub id: String,
    /// Its heading.
    pub title: Words,
    /// What it says.
    pub body: AnyView,
}

/// Parts of a long text under headings that open them; the browser does that itself.
#[component]
pub fn Accordion(
    /// The parts.
    parts: Vec<AccordionPart>,
    /// Whether all are open from the start.
    #[prop(optional)]
    open: bool,
    /// The same page with all of them open, or shut when they are open.
    #[prop(optional, into)]
    all: Option<String>,
) -> impl IntoView {
    let words = if open {
        own("accordion-shut")
    } else {
        own("accordion-open")
    };
    let all = all.map(|href| {
        view! { <p class="accordion__all"><a href=href>{words}</a></p> }
    });
    let parts = parts
        .into_iter()
        .map(|part| {
            view! {
                <details class="disclosure" id=part.id open=open>
                    <summary class="disclosure__summary">
                        <h3 class="accordion__title">{part.title}</h3>
                    </summary>
                    <div class="disclosure__body">{part.body}</div>
                </details>
            }
        })
        .collect_view();
    view! { <div class="accordion">{all}{parts}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn accordion(open: bool) -> String {
        html(move || {
            let parts = vec![
                AccordionPart {
                    id: "who".to_owned(),
                    title: "Who can apply?".into(),
                    body: HOSTILE.into_any(),
                },
                AccordionPart {
                    id: "where".to_owned(),
                    title: "Where?".into(),
                    body: "Here".into_any(),
                },
            ];
            view! { <Accordion parts=parts open=open all="/items/A-1?open=all"/> }
        })
    }

    #[test]
    fn the_address_opens_all_parts() {
        let shut = accordion(false);
        assert_contains(
            &shut,
            &["Open all", "href=\"/items/A-1?open=all\"", "id=\"who\""],
        );
        assert!(!shut.contains(" open"), "{shut}");
        assert_escaped(&shut);
        let open = accordion(true);
        assert_contains(&open, &["Shut all"]);
        assert_eq!(open.matches(" open").count(), 2, "{open}");
    }
}
