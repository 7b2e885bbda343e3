//! A resident identity number.

use leptos::prelude::*;

use super::text_field::{InputKind, TextField};
use super::words::{OptionalWords, Words, own, own_with};

/// Characters of an identity number.
const CHARS: usize = 18;

/// Where people part the number when they read it aloud: place, date of birth, the rest.
const GROUPS: [usize; 2] = [6, 14];

/// A resident identity number (GB 11643). No keyboard of digits alone: the last character may be an X.
/// A whole number is shown once more in the groups in which people compare it with their card.
#[component]
pub fn ResidentIdField(
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
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let hint = hint.0.unwrap_or_else(|| own("hint-resident_id").into());
    let note =
        groups(&value).map(|groups| own_with("resident-id-groups", &[("groups", groups.into())]));
    view! {
        <TextField
            name=name
            label=label
            value=value
            hint=hint
            error=error
            source=source
            note=note
            kind=InputKind::ResidentId
            autocomplete="off"
            required=required
        />
    }
}

/// The number in its groups; none while characters are missing or too many.
fn groups(value: &str) -> Option<String> {
    let characters: Vec<char> = value.chars().collect();
    let is_whole = characters.len() == CHARS && characters.iter().all(char::is_ascii_alphanumeric);
    is_whole.then(|| {
        let mut out = String::with_capacity(CHARS + GROUPS.len());
        for (at, character) in characters.into_iter().enumerate() {
            if GROUPS.contains(&at) {
                out.push(' ');
            }
            out.push(character);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn a_whole_number_is_shown_in_groups() {
        let html = html(|| {
            view! { <ResidentIdField name="id" label="Identity number" value="11010519491231002X"/> }
        });
        assert_contains(
            &html,
            &[
                "spellcheck=\"false\"",
                "autocapitalize=\"characters\"",
                "110105 19491231 002X",
                "aria-describedby=\"field-id-hint field-id-note\"",
            ],
        );
        assert!(!html.contains("inputmode"), "an X must be possible: {html}");
    }

    #[test]
    fn half_a_number_is_left_as_it_is() {
        assert_eq!(groups("110105"), None);
        assert_eq!(groups("一一〇一〇五一九四九一二三一〇〇二"), None);
        let html = html(|| view! { <ResidentIdField name="id" label="Number" value=HOSTILE/> });
        assert!(!html.contains("field-id-note"), "{html}");
        assert_escaped(&html);
    }
}
