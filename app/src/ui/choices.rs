//! One of a few, or some of a few.

use leptos::prelude::*;

use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is posted.
    pub value: String,
    /// What is read.
    pub label: Words,
    /// What it means, in a smaller line below.
    pub hint: Option<Words>,
    /// The language of the label where it is not the page's.
    pub lang: Option<&'static str>,
    /// The language of the hint where it is not the page's.
    pub hint_lang: Option<&'static str>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<Words>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            lang: None,
            hint_lang: None,
        }
    }

    /// The choice with a label in the language of this BCP 47 tag.
    #[must_use]
    pub fn lang(mut self, tag: &'static str) -> Self {
        self.lang = Some(tag);
        self
    }

    /// The choice with a hint in the language of this BCP 47 tag; of the page where none is given.
    #[must_use]
    pub fn hint_lang(mut self, tag: Option<&'static str>) -> Self {
        self.hint_lang = tag;
        self
    }

    /// The choice with a line that says what it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Words>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Radio buttons, or with `many` check boxes, in a field set. The first control carries the field's
/// id, so that an error summary can lead to it.
#[component]
pub fn Choices(
    /// The name under which the value or values are posted.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: Words,
    /// What can be chosen.
    options: Vec<Choice>,
    /// The values that are chosen now.
    #[prop(optional)]
    chosen: Vec<String>,
    /// Whether several may be chosen.
    #[prop(optional)]
    many: bool,
    /// How to choose.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the choice, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Which register the choice comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// Whether nothing may be chosen.
    #[prop(default = true)]
    required: bool,
    /// Whether short choices stand side by side.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, source);
    let kind = if many { "checkbox" } else { "radio" };
    let list = if inline {
        "choices choices--inline"
    } else {
        "choices"
    };
    let options = options
        .into_iter()
        .enumerate()
        .map(|(at, option)| {
            let checked = chosen.contains(&option.value);
            let id = if at == 0 {
                id.clone()
            } else {
                format!("{id}-{at}")
            };
            choice(id, name.clone(), kind, option, checked)
        })
        .collect_view();
    view! {
        <fieldset
            class=around.class()
            aria-describedby=around.described_by()
            aria-required=(required && !many).then_some("true")
            role=(!many).then_some("radiogroup")
        >
            <legend class="field__label">{label_text(legend, required)}</legend>
            {around.before()}
            <div class=list>{options}</div>
            {around.after()}
        </fieldset>
    }
}

fn choice(
    id: String,
    name: String,
    kind: &'static str,
    option: Choice,
    checked: bool,
) -> impl IntoView {
    let hint_id = option.hint.is_some().then(|| format!("{id}-about"));
    let hint_lang = option.hint_lang;
    let hint = option.hint.zip(hint_id.clone()).map(|(hint, hint_id)| {
        view! { <span class="choices__hint" id=hint_id lang=hint_lang>{hint}</span> }
    });
    view! {
        <div class="choices__item">
            <input
                class="choices__control"
                id=id.clone()
                name=name
                type=kind
                value=option.value
                checked=checked
                aria-describedby=hint_id
            />
            <label class="choices__label" for=id lang=option.lang>{option.label}</label>
            {hint}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn options() -> Vec<Choice> {
        vec![
            Choice::new("flexible", "Flexible work").hint("No employer pays for you"),
            Choice::new("employed", "Employed"),
        ]
    }

    #[test]
    fn radios_stand_in_a_field_set_with_the_error_joined() {
        let html = html(|| {
            view! {
                <Choices
                    name="kind"
                    legend="How do you work?"
                    options=options()
                    chosen=vec!["employed".to_owned()]
                    error="Choose one"
                />
            }
        });
        assert_contains(
            &html,
            &[
                "<fieldset",
                "role=\"radiogroup\"",
                "<legend",
                "aria-describedby=\"field-kind-error\"",
                "id=\"field-kind\"",
                "id=\"field-kind-1\"",
                "for=\"field-kind-1\"",
                "type=\"radio\"",
                "aria-describedby=\"field-kind-about\"",
            ],
        );
        assert_eq!(html.matches(" checked").count(), 1, "{html}");
    }

    #[test]
    fn check_boxes_share_a_name() {
        let html = html(|| view! { <Choices name="k" legend="K" options=options() many=true/> });
        assert_eq!(html.matches("type=\"checkbox\"").count(), 2);
        assert_eq!(html.matches("name=\"k\"").count(), 2);
        assert!(!html.contains("radiogroup"), "{html}");
    }

    #[test]
    fn everything_is_escaped() {
        let html = html(|| {
            let options = vec![Choice::new(HOSTILE, HOSTILE).hint(HOSTILE)];
            view! { <Choices name="k" legend=HOSTILE options=options hint=HOSTILE/> }
        });
        assert_escaped(&html);
    }
}
