//! A telephone number.

use leptos::prelude::*;

use super::text_field::{InputKind, TextField};
use super::words::{OptionalWords, Words, own};

/// A mobile number. Says by itself how such a number looks.
#[component]
pub fn PhoneField(
    /// The name under which the value is posted; the id is made from it.
    #[prop(into)]
    name: String,
    /// Whose number.
    #[prop(into)]
    label: Words,
    /// What was typed or filled in.
    #[prop(optional, into)]
    value: String,
    /// Another hint than the usual one.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the value, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Which register the value comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// The purpose for the browser's own filling: `tel-national` where it is the reader's own number.
    #[prop(optional, into)]
    autocomplete: OptionalWords,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let hint = hint.0.unwrap_or_else(|| own("hint-phone").into());
    view! {
        <TextField
            name=name
            label=label
            value=value
            hint=hint
            error=error
            source=source
            kind=InputKind::Tel
            autocomplete=autocomplete
            required=required
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn a_number_is_asked_for_with_its_form() {
        let html = html(|| view! { <PhoneField name="phone" label="Phone" value=HOSTILE/> });
        assert_contains(
            &html,
            &[
                "type=\"tel\"",
                "aria-describedby=\"field-phone-hint\"",
                "Mobile number with 11 digits",
            ],
        );
        assert_escaped(&html);
    }

    #[test]
    fn another_hint_takes_its_place() {
        let html = html(|| view! { <PhoneField name="phone" label="Phone" hint="A landline"/> });
        assert_contains(&html, &["A landline"]);
        assert!(!html.contains("11 digits"), "{html}");
    }
}
