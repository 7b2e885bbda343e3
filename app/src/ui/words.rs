//! The texts that components take.

use std::borrow::Cow;

use domain::Locale;
use leptos::prelude::use_context;
use portal::texts::{self, Value};

/// A finished text: a Fluent text as it is, or one that was put together.
pub type Words = Cow<'static, str>;

/// A finished text that may be absent; takes `"…"`, `String`, and an `Option` of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionalWords(pub Option<Words>);

impl OptionalWords {
    /// Whether there is a text.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

impl From<&'static str> for OptionalWords {
    fn from(text: &'static str) -> Self {
        Self(Some(Words::Borrowed(text)))
    }
}

impl From<String> for OptionalWords {
    fn from(text: String) -> Self {
        Self(Some(Words::Owned(text)))
    }
}

impl From<Words> for OptionalWords {
    fn from(text: Words) -> Self {
        Self(Some(text))
    }
}

impl<T: Into<Words>> From<Option<T>> for OptionalWords {
    fn from(text: Option<T>) -> Self {
        Self(text.map(Into::into))
    }
}

/// A component's own text, in the language of the page that is being rendered.
pub(crate) fn own(key: &str) -> &'static str {
    texts::text(locale(), key)
}

/// A component's own text with arguments.
pub(crate) fn own_with(key: &str, arguments: &[(&str, Value<'_>)]) -> String {
    texts::format(locale(), key, arguments)
}

fn locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}
