//! The same questions several times.

use leptos::prelude::*;

use super::field::field_id;
use super::words::{OptionalWords, Words, own};

/// The name of a question in the group at a place, counted from 0.
#[must_use]
pub fn repeated(name: &str, place: usize, question: &str) -> String {
    format!("{name}-{place}-{question}")
}

/// The same questions several times: children, jobs, vehicles. Its buttons post the form around it, so
/// that what was typed is saved; the page that comes back has one group more, or one less.
#[component]
pub fn RepeatGroup(
    /// The name of the whole, from which ids are made.
    #[prop(into)]
    name: String,
    /// What is repeated; each group is called so, with its number.
    #[prop(into)]
    legend: Words,
    /// The questions of each group; name them with [`repeated`].
    groups: Vec<AnyView>,
    /// The name under which the buttons post.
    #[prop(into)]
    go: String,
    /// Fewest groups: so many cannot be removed.
    #[prop(default = 1)]
    min: usize,
    /// Most groups.
    #[prop(default = 20)]
    max: usize,
    /// What is wrong with the whole.
    #[prop(optional, into)]
    error: OptionalWords,
) -> impl IntoView {
    let count = groups.len();
    let id = field_id(&name);
    let problem = error.0.map(|error| {
        view! {
            <p class="field__error">
                <span class="visually-hidden">{own("field-error-prefix")}" "</span>
                {error}
            </p>
        }
    });
    let items = groups
        .into_iter()
        .enumerate()
        .map(|(place, questions)| {
            let title = format!("{legend} {}", place + 1);
            let remove = (count > min).then(|| {
                view! {
                    <button
                        class="button button--link repeat-group__remove"
                        type="submit"
                        name=go.clone()
                        value=format!("remove:{name}:{place}")
                    >
                        {own("repeat-remove")}
                        <span class="visually-hidden">" "{title.clone()}</span>
                    </button>
                }
            });
            view! {
                <fieldset class="repeat-group__item">
                    <legend class="repeat-group__legend">{title}</legend>
                    {questions}
                    {remove}
                </fieldset>
            }
        })
        .collect_view();
    let add = (count < max).then(|| {
        view! {
            <button
                class="button button--secondary repeat-group__add"
                type="submit"
                name=go.clone()
                value=format!("add:{name}")
            >
                {own("repeat-add")}
                <span class="visually-hidden">" "{legend.clone()}</span>
            </button>
        }
    });
    view! {
        <div class="repeat-group" id=id tabindex="-1">
            {problem}
            {items}
            {add}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::TextField;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn group(count: usize) -> String {
        html(move || {
            let groups = (0..count)
                .map(|place| {
                    let name = repeated("children", place, "name");
                    view! { <TextField name=name label=HOSTILE/> }.into_any()
                })
                .collect();
            view! { <RepeatGroup name="children" legend="Child" groups=groups go="go" max=2/> }
        })
    }

    #[test]
    fn groups_are_numbered_and_can_be_removed() {
        let html = group(2);
        assert_contains(
            &html,
            &[
                "Child 1</legend>",
                "Child 2</legend>",
                "name=\"children-1-name\"",
                "value=\"remove:children:1\"",
                "Child 2</span>",
            ],
        );
        assert!(!html.contains("add:children"), "there are enough: {html}");
        assert_escaped(&html);
    }

    #[test]
    fn the_last_one_stays() {
        let html = group(1);
        assert_contains(&html, &["value=\"add:children\"", "type=\"submit\""]);
        assert!(!html.contains("remove:"), "{html}");
    }
}
