//! A line of text.

use leptos::prelude::*;

use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words};

/// What is typed into a [`TextField`]; chooses keyboard, width and spelling help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Tel,
    /// A password.
    Password,
    /// A whole number, typed as text: spinners change values by accident.
    Number,
    /// A search.
    Search,
    /// A number with letters, such as that of a certificate: capitals, no spelling help.
    Code,
    /// A resident identity number: like a code, its characters wide apart.
    ResidentId,
}

impl InputKind {
    fn html_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number | Self::Code | Self::ResidentId => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Password => "password",
            Self::Search => "search",
        }
    }

    fn input_mode(self) -> Option<&'static str> {
        (self == Self::Number).then_some("numeric")
    }

    fn spellcheck(self) -> Option<&'static str> {
        (self.is_code() || matches!(self, Self::Email | Self::Password)).then_some("false")
    }

    fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::ResidentId)
    }

    fn class(self) -> &'static str {
        match self {
            Self::Tel => "input input--short",
            Self::Number => "input input--number",
            Self::Code => "input input--medium",
            Self::ResidentId => "input input--resident-id",
            Self::Text | Self::Email | Self::Password | Self::Search => "input",
        }
    }
}

/// A line of text with label, hint, error and source, joined by ids.
#[component]
pub fn TextField(
    /// The name under which the value is posted; the id is made from it.
    #[prop(into)]
    name: String,
    /// What to type.
    #[prop(into)]
    label: Words,
    /// What was typed or filled in.
    #[prop(optional, into)]
    value: String,
    /// How to type it.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the value, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Which register the value comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// What is typed.
    #[prop(optional)]
    kind: InputKind,
    /// The purpose for the browser's own filling: `name`, `email`, `tel`, `current-password` …
    #[prop(optional, into)]
    autocomplete: OptionalWords,
    /// The unit, which stands behind the control.
    #[prop(optional, into)]
    unit: OptionalWords,
    /// What there is to say about the value that was typed.
    #[prop(optional, into)]
    note: OptionalWords,
    /// Whether it must be filled in; the server checks, so that a draft can be saved at any time.
    #[prop(default = true)]
    required: bool,
    /// Whether the value is shown only.
    #[prop(optional)]
    readonly: bool,
    /// Another id than the one made from the name; for two fields of one name on a page.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let label_for = id.clone();
    let around = Surroundings::new(&id, hint, error, source)
        .also("unit", unit.is_some())
        .also("note", note.is_some());
    let behind = unit
        .0
        .map(|unit| view! { <span class="input-row__unit" id=around.part("unit")>{unit}</span> });
    let note = note
        .0
        .map(|note| view! { <p class="field__note" id=around.part("note")>{note}</p> });
    let control = view! {
            <input
                class=kind.class()
                id=id
                name=name
                type=kind.html_type()
                value=value
                inputmode=kind.input_mode()
                autocomplete=autocomplete.0
                autocapitalize=kind.is_code().then_some("characters")
                spellcheck=kind.spellcheck()
                readonly=readonly
                aria-required=required.then_some("true")
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            />
    };
    let control = match behind {
        Some(behind) => view! { <div class="input-row">{control}{behind}</div> }.into_any(),
        None => control.into_any(),
    };
    view! {
        <div class=around.class()>
            <label class="field__label" for=label_for>{label_text(label, required)}</label>
            {around.before()}
            {control}
            {note}
            {around.after()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn ids_join_label_hint_error_and_source() {
        let html = html(|| {
            view! {
                <TextField
                    name="phone"
                    label="Mobile phone"
                    value="13800000000"
                    hint="11 digits"
                    error="Enter 11 digits"
                    source=Some(String::from("From the population register"))
                    kind=InputKind::Tel
                    autocomplete="tel"
                />
            }
        });
        assert_contains(
            &html,
            &[
                "class=\"field field--error\"",
                "for=\"field-phone\"",
                "id=\"field-phone\"",
                "name=\"phone\"",
                "type=\"tel\"",
                "value=\"13800000000\"",
                "autocomplete=\"tel\"",
                "aria-required=\"true\"",
                "aria-invalid=\"true\"",
                "aria-describedby=\"field-phone-hint field-phone-error field-phone-source\"",
                "id=\"field-phone-error\"",
                "class=\"visually-hidden\">Error:",
                "From the population register",
            ],
        );
    }

    #[test]
    fn a_plain_field_carries_nothing_needless() {
        let html = html(|| view! { <TextField name="note" label="Note" required=false/> });
        assert_contains(&html, &["(optional)", "class=\"field\"", "type=\"text\""]);
        for needless in [
            "aria-describedby",
            "aria-invalid",
            "aria-required",
            "readonly",
            "inputmode",
        ] {
            assert!(!html.contains(needless), "{needless} in {html}");
        }
    }

    #[test]
    fn kinds_choose_keyboard_and_spelling() {
        let of = |kind| html(move || view! { <TextField name="x" label="X" kind=kind/> });
        assert_contains(
            &of(InputKind::Number),
            &["type=\"text\"", "inputmode=\"numeric\""],
        );
        assert_contains(
            &of(InputKind::Code),
            &["autocapitalize=\"characters\"", "spellcheck=\"false\""],
        );
        assert_contains(
            &of(InputKind::ResidentId),
            &["input--resident-id", "spellcheck=\"false\""],
        );
        assert_contains(&of(InputKind::Password), &["type=\"password\""]);
    }

    #[test]
    fn everything_is_escaped() {
        let field = html(
            || view! { <TextField name="x" label=HOSTILE value=HOSTILE hint=HOSTILE error=HOSTILE/> },
        );
        assert_escaped(&field);
    }
}
