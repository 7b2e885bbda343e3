//! One of very many.

use leptos::prelude::*;

use super::choices::Choice;
use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words};

/// One of very many, such as a division of the country: the browser offers what begins like the words
/// typed so far. Anything can be typed, so the door asks [`chosen`] which option is meant.
#[component]
pub fn Combobox(
    /// The name under which the words are posted.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: Words,
    /// What can be chosen. Labels are what is offered and posted, so no two are the same.
    options: Vec<Choice>,
    /// The option that is chosen now, by its value; else the words as they were typed.
    #[prop(optional, into)]
    value: String,
    /// How to choose.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the choice, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Whether something must be chosen.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, OptionalWords::default());
    let list = around.part("list");
    let words = chosen(&options, &value).map_or(value.clone(), |option| option.label.to_string());
    let options = options
        .into_iter()
        .map(|option| view! { <option value=option.label></option> })
        .collect_view();
    view! {
        <div class=around.class()>
            <label class="field__label" for=id.clone()>{label_text(label, required)}</label>
            {around.before()}
            <input
                class="input input--medium combobox"
                id=id
                name=name
                type="text"
                value=words
                list=list.clone()
                autocomplete="off"
                spellcheck="false"
                aria-required=required.then_some("true")
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            />
            <datalist id=list>{options}</datalist>
        </div>
    }
}

/// The option that is meant by what was posted: its label, or its value where a program posts. None
/// when the words are no option's.
#[must_use]
pub fn chosen<'a>(options: &'a [Choice], posted: &str) -> Option<&'a Choice> {
    let posted = posted.trim();
    options
        .iter()
        .find(|option| option.label == posted)
        .or_else(|| options.iter().find(|option| option.value == posted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn divisions() -> Vec<Choice> {
        vec![
            Choice::new("990102", "Qingxi"),
            Choice::new("990103", "Yunling"),
        ]
    }

    #[test]
    fn the_browser_offers_labels() {
        let html = html(|| {
            view! {
                <Combobox name="division" label="District" options=divisions() value="990103" error="Choose one"/>
            }
        });
        assert_contains(
            &html,
            &[
                "list=\"field-division-list\"",
                "<datalist id=\"field-division-list\">",
                "<option value=\"Qingxi\">",
                "aria-invalid=\"true\"",
                "aria-describedby=\"field-division-error\"",
            ],
        );
        assert_eq!(html.matches("value=\"Yunling\"").count(), 2, "{html}");
        assert!(!html.contains("990103"), "people read words: {html}");
    }

    #[test]
    fn labels_and_values_are_understood_and_nothing_else() {
        let options = divisions();
        let value = |posted| chosen(&options, posted).map(|option| option.value.as_str());
        assert_eq!(value(" Qingxi "), Some("990102"));
        assert_eq!(value("990102"), Some("990102"));
        assert_eq!(value("Qing"), None);
        assert_eq!(value(""), None);
    }

    #[test]
    fn everything_is_escaped() {
        let html = html(|| {
            let options = vec![Choice::new("a", HOSTILE)];
            view! { <Combobox name="d" label=HOSTILE options=options value=HOSTILE hint=HOSTILE/> }
        });
        assert_escaped(&html);
    }
}
