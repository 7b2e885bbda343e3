//! Several lines of text.

use leptos::prelude::*;

use super::escape::raw_text;
use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words, own_with};
use crate::islands::CharsLeft;

/// Stands for the number in the sentences that the island fills in.
const NUMBER: &str = "#";

/// Several lines of text. The only place that may emit `<textarea>`: Leptos 0.8 writes the children of
/// one without escaping, so the text is escaped here.
#[component]
pub fn TextArea(
    /// The name under which the value is posted; the id is made from it.
    #[prop(into)]
    name: String,
    /// What to type.
    #[prop(into)]
    label: Words,
    /// What was typed.
    #[prop(optional, into)]
    value: String,
    /// How to type it.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the value, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Lines that are visible without scrolling.
    #[prop(default = 5)]
    rows: u16,
    /// Most characters. It is said below, and counted while typing where scripts run; more can be typed
    /// and is told as a problem, because what is cut off silently is lost.
    #[prop(optional, into)]
    max: Option<u16>,
    /// Which register the value comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
    /// Another id than the one made from the name; for two fields of one name on a page.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let around = Surroundings::new(&id, hint, error, source).also("limit", max.is_some());
    let count = max.map(|max| limit(max, around.part("limit")));
    view! {
        <div class=around.class()>
            <label class="field__label" for=id.clone()>{label_text(label, required)}</label>
            {around.before()}
            <textarea
                class="input text-area"
                id=id
                name=name
                rows=rows.to_string()
                aria-required=required.then_some("true")
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
                inner_html=content(&value)
            ></textarea>
            {count}
            {around.after()}
        </div>
    }
}

/// The limit in words, and what the island needs to count: the number, and its sentences.
fn limit(max: u16, id: String) -> impl IntoView {
    let with_number = |key| own_with(key, &[("n", NUMBER.into())]);
    let words = own_with("hint-max", &[("n", i64::from(max).into())]);
    view! {
        <CharsLeft>
            <p
                class="text-area__limit"
                id=id
                data-max=max.to_string()
                data-left=with_number("chars-left")
                data-over=with_number("chars-over")
            >
                {words}
            </p>
        </CharsLeft>
    }
}

/// The text as the content of the element. A first line break is doubled, because the parser drops
/// one.
fn content(text: &str) -> String {
    let kept = if text.starts_with(['\n', '\r']) {
        "\n"
    } else {
        ""
    };
    format!("{kept}{}", raw_text(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn nothing_typed_can_end_the_element() {
        let area = html(|| view! { <TextArea name="note" label="Note" value=HOSTILE/> });
        assert_escaped(&area);
        assert_contains(&area, &["&lt;/textarea>", "&amp;amp;", "</textarea>"]);
        assert_eq!(area.matches("</textarea>").count(), 1);
    }

    #[test]
    fn line_breaks_survive() {
        let area = html(|| view! { <TextArea name="note" label="Note" value="\nsecond\nthird"/> });
        assert_contains(&area, &[">\n\nsecond\nthird</textarea>"]);
    }

    #[test]
    fn the_limit_is_said_without_a_script_and_cuts_nothing() {
        let area = html(|| view! { <TextArea name="note" label="Note" max=500_u16/> });
        assert_contains(
            &area,
            &[
                "<leptos-island data-component=\"CharsLeft_",
                "500 characters at most",
                "data-max=\"500\"",
                "aria-describedby=\"field-note-limit\"",
                "id=\"field-note-limit\"",
            ],
        );
        assert!(!area.contains("maxlength"), "{area}");
        let free = html(|| view! { <TextArea name="note" label="Note"/> });
        assert!(!free.contains("leptos-island"), "{free}");
    }

    #[test]
    fn the_error_is_joined_to_the_control() {
        let area = html(|| view! { <TextArea name="note" label="Note" error="Say why" rows=8/> });
        assert_contains(
            &area,
            &[
                "aria-describedby=\"field-note-error\"",
                "aria-invalid=\"true\"",
                "rows=\"8\"",
            ],
        );
    }
}
