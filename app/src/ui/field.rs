//! What all fields share: label, hint, error, source, and the ids that join them.

use leptos::prelude::*;

use super::words::{OptionalWords, Words, own};

/// The id of a field's first control, by the field's name. An error summary links to it.
#[must_use]
pub fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// The ids of what stands around a control, in the order in which they are read aloud.
pub(super) struct Surroundings {
    id: String,
    hint: OptionalWords,
    error: OptionalWords,
    source: OptionalWords,
    /// Parts that the component itself puts around the control.
    others: Vec<&'static str>,
}

impl Surroundings {
    pub(super) fn new(
        id: &str,
        hint: OptionalWords,
        error: OptionalWords,
        source: OptionalWords,
    ) -> Self {
        Self {
            id: id.to_owned(),
            hint,
            error,
            source,
            others: Vec::new(),
        }
    }

    /// With one more part that describes the control, where it is there. The component shows it under
    /// the id that [`Self::part`] gives.
    pub(super) fn also(mut self, part: &'static str, is_there: bool) -> Self {
        if is_there {
            self.others.push(part);
        }
        self
    }

    /// The id of a part.
    pub(super) fn part(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }

    /// The value of `aria-describedby`, none when nothing describes the control.
    pub(super) fn described_by(&self) -> Option<String> {
        let ids: Vec<String> = [
            (self.hint.is_some(), "hint"),
            (self.error.is_some(), "error"),
            (self.source.is_some(), "source"),
        ]
        .into_iter()
        .filter(|(present, _)| *present)
        .map(|(_, part)| part)
        .chain(self.others.iter().copied())
        .map(|part| self.part(part))
        .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The value of `aria-invalid`.
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// The class of the whole field.
    pub(super) fn class(&self) -> &'static str {
        if self.error.is_some() {
            "field field--error"
        } else {
            "field"
        }
    }

    /// Hint and error, which stand before the control.
    pub(super) fn before(&self) -> impl IntoView + use<> {
        let hint = self.hint.0.clone().map(|hint| {
            view! { <p class="field__hint" id=self.part("hint")>{hint}</p> }
        });
        let error = self.error.0.clone().map(|error| {
            view! {
                <p class="field__error" id=self.part("error")>
                    <span class="visually-hidden">{own("field-error-prefix")}" "</span>
                    {error}
                </p>
            }
        });
        (hint, error)
    }

    /// Where the value comes from, which stands after the control.
    pub(super) fn after(&self) -> impl IntoView + use<> {
        self.source.0.clone().map(|source| {
            view! { <p class="field__source" id=self.part("source")>{source}</p> }
        })
    }
}

/// The text of a label or legend; optional fields say so, since most fields are not.
pub(super) fn label_text(label: Words, required: bool) -> impl IntoView {
    let optional = (!required).then(|| {
        view! { <span class="field__optional">" "{own("field-optional")}</span> }
    });
    (label, optional)
}
