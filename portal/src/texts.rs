//! Every text that people read, in Fluent files built into the program.
//!
//! `locales/<language>/<feature>.ftl` holds the texts of one feature. They are read once. A message
//! without arguments is formatted then and later only looked up, because a page needs hundreds.
//!
//! Nobody writes texts in traditional characters: they are made from the simplified ones, those of
//! the files when they are read, those of the data by [`content`].

#[cfg(test)]
mod check;
mod traditional;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use domain::{Locale, Text};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::limits::MISSING_TEXTS;

pub use traditional::{simplified, traditional};

/// Names the features and builds their files into the program.
macro_rules! features {
    ($($feature:literal),+ $(,)?) => {
        /// The features that have texts: one file a language.
        pub const FEATURES: &[&str] = &[$($feature),+];

        /// The files of a language, in the order of [`FEATURES`].
        fn sources(locale: Locale) -> Vec<Cow<'static, str>> {
            const CHINESE: &[&str] = &[$(include_str!(concat!("../../locales/zh-Hans/", $feature, ".ftl"))),+];
            const ENGLISH: &[&str] = &[$(include_str!(concat!("../../locales/en/", $feature, ".ftl"))),+];
            match locale {
                Locale::ZhHans => CHINESE.iter().copied().map(Cow::Borrowed).collect(),
                Locale::ZhHant => CHINESE.iter().copied().map(traditional).collect(),
                Locale::En => ENGLISH.iter().copied().map(Cow::Borrowed).collect(),
            }
        }
    };
}

features![
    "common",
    "catalogue",
    "forms",
    "cases",
    "desk",
    "documents",
    "editor",
    "accounts",
    "registers",
    "certificates",
    "choice",
    "consultations",
    "counter",
    "evaluations",
    "display",
    "joint",
    "kiosk",
    "mails",
    "materials",
    "messages",
    "notices",
    "problems",
    "site",
    "supervision",
    "ui",
    "work",
];

/// An argument of a message.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A whole number, shown in plain digits without grouping; chooses plural forms.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// The text of `key` in `locale`. Where the language lacks it: the text in Chinese; where that
/// lacks it too: the key itself, so that a page is never broken by a word.
#[must_use]
pub fn text(locale: Locale, key: &str) -> &'static str {
    Language::of(locale)
        .plain
        .get(key)
        .or_else(|| Language::of(Locale::ZhHans).plain.get(key))
        .map_or_else(|| missing(key), Box::as_ref)
}

/// The text of `key` in `locale` with its arguments filled in. Falls back as [`text`] does.
#[must_use]
pub fn format(locale: Locale, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
    let mut filled = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        let value = match value {
            Value::Text(text) => FluentValue::from(text.as_ref()),
            Value::Number(number) => FluentValue::from(*number),
        };
        filled.set(*name, value);
    }
    Language::of(locale)
        .format(key, &filled)
        .or_else(|| Language::of(Locale::ZhHans).format(key, &filled))
        .unwrap_or_else(|| missing(key).to_owned())
}

/// A text of the data as a reader of `locale` gets it: as it was written, for readers of traditional
/// characters converted. [`Text::lang`] names the language of the result.
#[must_use]
pub fn content(locale: Locale, text: &Text) -> Cow<'_, str> {
    let written = text.get(locale);
    match locale {
        Locale::ZhHant => traditional(written),
        Locale::ZhHans | Locale::En => Cow::Borrowed(written),
    }
}

/// Whether `key` has a text in `locale` itself. For tests that look for missing texts.
#[must_use]
pub fn exists(locale: Locale, key: &str) -> bool {
    Language::of(locale).bundle.has_message(key)
}

/// The texts of one language.
struct Language {
    /// Finished texts of the messages that take no arguments.
    plain: HashMap<String, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

static SIMPLIFIED: LazyLock<Language> = LazyLock::new(|| Language::load(Locale::ZhHans));
static TRADITIONAL: LazyLock<Language> = LazyLock::new(|| Language::load(Locale::ZhHant));
static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::load(Locale::En));

impl Language {
    fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::ZhHans => &SIMPLIFIED,
            Locale::ZhHant => &TRADITIONAL,
            Locale::En => &ENGLISH,
        }
    }

    fn load(locale: Locale) -> Self {
        let language = locale
            .tag()
            .parse::<LanguageIdentifier>()
            .unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks would end up in titles, addresses and files; both languages run left to right.
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for (feature, source) in FEATURES.iter().zip(sources(locale)) {
            // A file with a mistake still gives its other messages; the tests refuse it.
            let resource =
                FluentResource::try_new(source.clone().into_owned()).unwrap_or_else(|(rest, _)| {
                    tracing::error!(
                        feature,
                        language = locale.tag(),
                        "a file of texts has a mistake"
                    );
                    rest
                });
            keys.extend(message_keys(&source).map(str::to_owned));
            if bundle.add_resource(resource).is_err() {
                tracing::error!(feature, language = locale.tag(), "a text is defined twice");
            }
        }
        let mut language = Self {
            plain: HashMap::new(),
            bundle,
        };
        for key in keys {
            if let Some(text) = language.format_plain(&key) {
                language.plain.insert(key, text.into());
            }
        }
        language
    }

    fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut problems);
        if !problems.is_empty() {
            tracing::debug!(key, ?problems, "a text was not filled in completely");
        }
        Some(text.into_owned())
    }

    /// The text of a message that needs no arguments, `None` for one that does.
    fn format_plain(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut problems);
        problems.is_empty().then(|| text.into_owned())
    }
}

/// The keys of the messages in a file. A message begins a line with a letter and goes on with `=`.
fn message_keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        (line.starts_with(|first: char| first.is_ascii_alphabetic())
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
        .then_some(key)
    })
}

/// Keeps the key of a missing text, once, so that it can stand in for the text.
fn missing(key: &str) -> &'static str {
    static MISSING: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut known = MISSING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(key) {
        return known;
    }
    tracing::debug!(key, "there is no text for this key");
    if known.len() >= MISSING_TEXTS {
        return "…";
    }
    let kept: &'static str = Box::leak(key.into());
    known.insert(kept);
    kept
}
