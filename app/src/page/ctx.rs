//! Everything a page may ask while it loads and renders.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use domain::calendar::civil_date;
use domain::{Locale, Text};
use leptos::prelude::*;
use portal::Portal;
use portal::accounts::{Actor, Citizen, Officer};
use portal::counter::Sitting;
use portal::texts::{self, Value};

use super::{Modes, PageError, Site, Visitor};
use crate::paths;

/// Civil time of the whole country: eight hours ahead, no summer time.
const CHINA_OFFSET_SECONDS: i32 = 8 * 3600;

/// The common characters of Chinese, in either script.
pub(crate) const CHINESE: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// Where the reader stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// A browser of the reader's own.
    #[default]
    Web,
    /// A public terminal with a touch screen.
    Kiosk,
    /// A counter, where an officer types into the citizen's pages.
    Counter,
}

/// The context of one request.
pub struct Ctx {
    /// The use cases.
    pub portal: Portal,
    /// Who asks.
    pub actor: Actor,
    /// The language of the answer.
    pub locale: Locale,
    /// How the page is to be shown.
    pub modes: Modes,
    /// Where the reader stands.
    pub surface: Surface,
    /// Path and query of this request, without the kiosk's prefix.
    pub path: String,
    /// The visitor's session.
    pub visitor: Visitor,
    /// The citizen whom the officer serves at a counter, on pages of the desk as on the citizen's.
    pub sitting: Option<Sitting>,
    /// What all pages share.
    pub site: &'static Site,
    /// The instant of this request.
    pub now: DateTime<Utc>,
}

impl Ctx {
    /// A text without arguments, by its Fluent key.
    #[must_use]
    pub fn t(&self, key: &str) -> &'static str {
        texts::text(self.locale, key)
    }

    /// A text with arguments, by its Fluent key.
    #[must_use]
    pub fn tf(&self, key: &str, arguments: &[(&str, Value)]) -> String {
        texts::format(self.locale, key, arguments)
    }

    /// The address to link to: on the kiosk it gets the kiosk's prefix, at a counter it stays within the sitting.
    /// Give it a function of [`crate::paths`].
    #[must_use]
    pub fn href(&self, path: impl Into<String>) -> String {
        href(self.surface, path.into())
    }

    /// The citizen who is signed in.
    ///
    /// # Errors
    /// [`PageError::SignIn`] when nobody is, or an officer.
    pub fn citizen(&self) -> Result<&Citizen, PageError> {
        match &self.actor {
            Actor::Citizen(citizen) => Ok(citizen),
            _ => Err(PageError::SignIn),
        }
    }

    /// The officer who is signed in.
    ///
    /// # Errors
    /// [`PageError::OfficerSignIn`] when nobody is, or a citizen.
    pub fn officer(&self) -> Result<&Officer, PageError> {
        match &self.actor {
            Actor::Officer(officer) => Ok(officer),
            _ => Err(PageError::OfficerSignIn),
        }
    }

    /// Today's civil date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        civil_date(self.now)
    }

    /// A date as `YYYY-MM-DD`, the form that government sites have to use.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        date.format("%Y-%m-%d").to_string()
    }

    /// An instant as `YYYY-MM-DD HH:MM` in civil time.
    #[must_use]
    pub fn date_time(&self, instant: DateTime<Utc>) -> String {
        match FixedOffset::east_opt(CHINA_OFFSET_SECONDS) {
            Some(offset) => instant
                .with_timezone(&offset)
                .format("%Y-%m-%d %H:%M")
                .to_string(),
            None => instant.format("%Y-%m-%d %H:%M").to_string(),
        }
    }

    /// A text of the data in the reader's language; marked with its own language where there is no
    /// translation, so that it is read aloud in the right voice.
    #[must_use]
    pub fn text(&self, text: &Text) -> AnyView {
        let content = self.plain(text);
        let language = text.lang(self.locale);
        if language == self.locale {
            content.into_any()
        } else {
            view! { <span lang=language.tag()>{content}</span> }.into_any()
        }
    }

    /// The language of what a person wrote, where it is not the page's: nobody says in which language
    /// they write, so Chinese is known by its characters.
    #[must_use]
    pub fn lang_of(&self, written: &str) -> Option<&'static str> {
        let is_chinese = written.chars().any(|letter| CHINESE.contains(&letter));
        (is_chinese && !self.locale.is_chinese()).then_some("zh")
    }

    /// What a person wrote, as it was written, marked with its language.
    #[must_use]
    pub fn written(&self, text: &str) -> AnyView {
        let text = text.to_owned();
        match self.lang_of(&text) {
            Some(lang) => view! { <span lang=lang>{text}</span> }.into_any(),
            None => text.into_any(),
        }
    }

    /// A text of the data where no element can stand: titles, labels of options, mail subjects.
    #[must_use]
    pub fn plain(&self, text: &Text) -> String {
        texts::content(self.locale, text).into_owned()
    }
}

/// Adds the kiosk's prefix where the reader stands at one, and keeps who stands at a counter within the sitting.
pub(super) fn href(surface: Surface, path: String) -> String {
    match surface {
        Surface::Web => path,
        Surface::Kiosk => paths::on_kiosk(&path),
        Surface::Counter => paths::at_counter(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_within_a_sitting() {
        for reached in [
            "/cases/1/steps/a?check=1",
            "/items/A-1/choose",
            "/desk/cases/1",
            "/display?next=/items/A-1",
        ] {
            assert_eq!(href(Surface::Counter, reached.into()), reached);
        }
        for closed in [
            "/",
            "/cases",
            "/cases?note=moved",
            "/items",
            "/certificates",
        ] {
            assert_eq!(
                href(Surface::Counter, closed.into()),
                "/desk/counter",
                "{closed}"
            );
        }
    }

    #[test]
    fn links_stay_on_the_kiosk() {
        for (path, on_kiosk) in [
            ("/", "/kiosk"),
            ("/items?q=a", "/kiosk/items?q=a"),
            ("/kiosk", "/kiosk"),
            ("/kiosk/items", "/kiosk/items"),
            ("/kiosks", "/kiosk/kiosks"),
        ] {
            assert_eq!(href(Surface::Kiosk, path.into()), on_kiosk);
            assert_eq!(href(Surface::Web, path.into()), path);
        }
    }
}
