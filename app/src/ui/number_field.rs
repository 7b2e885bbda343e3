//! A whole number.

use leptos::prelude::*;

use super::text_field::{InputKind, TextField};
use super::words::{OptionalWords, Words};

/// A whole number with its unit. It is typed as text: the buttons and the wheel of a browser's own
/// number field change values by accident.
#[component]
pub fn NumberField(
    /// The name under which the value is posted; the id is made from it.
    #[prop(into)]
    name: String,
    /// What is counted.
    #[prop(into)]
    label: Words,
    /// What was typed or filled in.
    #[prop(optional, into)]
    value: String,
    /// The unit, which stands behind the control.
    #[prop(optional, into)]
    unit: OptionalWords,
    /// The range.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the value, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Which register the value comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    view! {
        <TextField
            name=name
            label=label
            value=value
            unit=unit
            hint=hint
            error=error
            source=source
            kind=InputKind::Number
            autocomplete="off"
            required=required
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_unit_is_read_with_the_field() {
        let html = html(|| {
            view! { <NumberField name="months" label="How long?" value="24" unit="months" hint=HOSTILE/> }
        });
        assert_contains(
            &html,
            &[
                "inputmode=\"numeric\"",
                "type=\"text\"",
                "aria-describedby=\"field-months-hint field-months-unit\"",
                "id=\"field-months-unit\"",
                ">months</span>",
            ],
        );
        assert_escaped(&html);
    }
}
