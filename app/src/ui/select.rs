//! One of many.

use leptos::prelude::*;

use super::choices::Choice;
use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words};

/// One of many, as a drop-down list; for up to seven choices radio buttons are easier.
#[component]
pub fn Select(
    /// The name under which the value is posted.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: Words,
    /// What can be chosen; hints are not shown.
    options: Vec<Choice>,
    /// The value that is chosen now.
    #[prop(optional, into)]
    chosen: String,
    /// The first line, which stands for no choice; none when one is always chosen.
    #[prop(optional, into)]
    blank: OptionalWords,
    /// How to choose.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the choice, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Whether nothing may be chosen.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, OptionalWords::default());
    let blank = blank
        .0
        .map(|blank| view! { <option value="">{blank}</option> });
    let options = options
        .into_iter()
        .map(|option| {
            let selected = option.value == chosen;
            view! { <option value=option.value selected=selected>{option.label}</option> }
        })
        .collect_view();
    view! {
        <div class=around.class()>
            <label class="field__label" for=id.clone()>{label_text(label, required)}</label>
            {around.before()}
            <select
                class="input select"
                id=id
                name=name
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            >
                {blank}
                {options}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_chosen_one_is_selected() {
        let html = html(|| {
            let options = vec![Choice::new("a", "A"), Choice::new("b", HOSTILE)];
            view! { <Select name="s" label="S" options=options chosen="b" blank="All"/> }
        });
        assert_contains(
            &html,
            &[
                "<option value=\"\">All</option>",
                "for=\"field-s\"",
                "id=\"field-s\"",
            ],
        );
        assert_eq!(html.matches(" selected").count(), 1, "{html}");
        assert_escaped(&html);
    }
}
