//! Several controls that answer one question.

use leptos::prelude::*;

use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words};

/// Several controls that answer one question: an address, a person. An error summary links to the
/// whole, which can take the focus.
#[component]
pub fn FieldGroup(
    /// The name of the question; its controls have names of their own.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: Words,
    /// How to answer it.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the answer as a whole, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Where the answer comes from.
    #[prop(optional, into)]
    source: OptionalWords,
    /// Whether it must be answered.
    #[prop(default = true)]
    required: bool,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, source);
    view! {
        <fieldset
            class=format!("{} field-group", around.class())
            id=id
            tabindex="-1"
            aria-describedby=around.described_by()
        >
            <legend class="field__label">{label_text(legend, required)}</legend>
            {around.before()}
            <div class="field-group__controls">{children()}</div>
            {around.after()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::TextField;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_question_stands_around_its_controls() {
        let html = html(|| {
            view! {
                <FieldGroup name="home" legend=HOSTILE error="Both parts">
                    <TextField name="home:detail" label="Street"/>
                </FieldGroup>
            }
        });
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "id=\"field-home\"",
                "aria-describedby=\"field-home-error\"",
                "id=\"field-home:detail\"",
            ],
        );
    }
}
