//! The parts of sentences in one language.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::calendar::{DueDate, TimeLimit, civil_time};
use domain::catalogue::ItemType;
use domain::documents::{DocumentKind, DocumentNumber};
use domain::text::{Locale, Text};

use super::wording::Facts;
use crate::texts::{self, Value};

/// The words of one language.
pub(super) struct Words<'a> {
    /// What is spoken of.
    pub(super) facts: &'a Facts<'a>,
    /// The language.
    pub(super) locale: Locale,
}

impl Words<'_> {
    /// A text without arguments.
    pub(super) fn text(&self, key: &str) -> String {
        texts::text(self.locale, key).to_owned()
    }

    /// A text with its arguments.
    pub(super) fn format(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        texts::format(self.locale, key, arguments)
    }

    /// A text with its arguments, and whether the item is a licence: the law has words of its own for these.
    pub(super) fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let licence = match self.facts.item_type {
            ItemType::Licence => "yes",
            _ => "no",
        };
        let mut all = vec![("licence", Value::from(licence))];
        all.extend_from_slice(arguments);
        self.format(key, &all)
    }

    /// A text of the data.
    pub(super) fn content<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        texts::content(self.locale, text)
    }

    /// What a kind is called.
    pub(super) fn title(&self, kind: DocumentKind) -> String {
        self.say(&format!("document-title-{}", kind.key()), &[])
    }

    /// A number as it is written.
    pub(super) fn number(&self, number: &DocumentNumber) -> String {
        let word = texts::text(self.locale, &format!("document-word-{}", number.kind.key()));
        let parts = [
            ("year", Value::from(i64::from(number.year))),
            ("word", word.into()),
            ("sequence", number.digits().into()),
        ];
        self.format("document-number", &parts)
    }

    /// A day as people write it.
    pub(super) fn date(&self, day: NaiveDate) -> String {
        let parts = [
            ("year", Value::from(i64::from(day.year()))),
            ("month", Value::from(i64::from(day.month()))),
            ("day", Value::from(i64::from(day.day()))),
        ];
        self.format("mail-date", &parts)
    }

    /// An instant in civil time.
    pub(super) fn time(&self, at: DateTime<Utc>) -> String {
        let civil = civil_time(at);
        let parts = [
            ("date", Value::from(self.date(civil.date()))),
            ("time", civil.format("%H:%M").to_string().into()),
        ];
        self.format("document-time", &parts)
    }

    /// A due date, marked where a calendar that is not published yet may still move it.
    pub(super) fn due(&self, due: DueDate) -> String {
        let date = self.date(due.date);
        if due.provisional {
            self.format("due-provisional", &[("date", date.into())])
        } else {
            date
        }
    }

    /// A limit in words.
    pub(super) fn limit(&self, limit: TimeLimit) -> String {
        match limit.number {
            0 => self.text("limit-at-once"),
            number => self.format(limit.unit.key(), &[("n", i64::from(number).into())]),
        }
    }

    /// A limit and the day on which it ends.
    pub(super) fn limit_until(&self, limit: TimeLimit, due: DueDate) -> String {
        let parts = [
            ("limit", Value::from(self.limit(limit))),
            ("date", self.due(due).into()),
        ];
        self.format("document-limit", &parts)
    }
}
