//! Texts in the language of a reader who asks for none.

use chrono::{DateTime, TimeDelta, Utc};
use domain::calendar::TimeLimit;
use domain::{Locale, Text};
use portal::texts::{self, Value};

/// The language of every measured page.
const LOCALE: Locale = Locale::ZhHans;

/// Its tag.
pub const TAG: &str = "zh-Hans";

/// A text of the portal.
pub fn t(key: &str) -> &'static str {
    texts::text(LOCALE, key)
}

/// A text of the portal with arguments.
pub fn tf(key: &str, arguments: &[(&str, Value)]) -> String {
    texts::format(LOCALE, key, arguments)
}

/// A text with a number.
pub fn counted(key: &str, n: impl TryInto<i64>) -> String {
    tf(key, &[("n", n.try_into().unwrap_or(i64::MAX).into())])
}

/// A text of the data.
pub fn of(text: &Text) -> &str {
    text.get(LOCALE)
}

/// An instant in civil time.
pub fn civil(instant: DateTime<Utc>) -> String {
    let civil = instant + TimeDelta::hours(8);
    civil.format("%Y-%m-%d %H:%M").to_string()
}

/// A limit in words.
pub fn limit(limit: TimeLimit) -> String {
    match limit.number {
        0 => t("limit-at-once").to_owned(),
        number => counted(limit.unit.key(), number),
    }
}

/// Words of a list in one line.
pub fn listed<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    keys.map(t).collect::<Vec<_>>().join(t("list-separator"))
}

/// A language in the list that leads to the others.
pub struct Language {
    /// Its tag.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// The same in one or two characters.
    pub short: &'static str,
    /// Whether the page is in it.
    pub here: bool,
}

/// Every language of the portal.
pub fn languages() -> impl Iterator<Item = Language> {
    Locale::ALL.into_iter().map(|locale| {
        let tag = locale.tag();
        let [name, short] =
            ["name", "short"].map(|form| texts::text(locale, &format!("language-{form}-{tag}")));
        Language {
            tag,
            name,
            short,
            here: locale == LOCALE,
        }
    })
}
