//! How pages are shown to a reader: what some people need in order to read them at all.
//!
//! Modes are attributes of the root element. They come with the request (`?mode=` or a cookie), so a
//! page is right from its first byte, without JavaScript and without a flash of another mode.

/// The colours of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word for it in addresses, and the value of `data-theme`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The modes that a reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modes {
    /// Elder mode 关怀版: larger, fewer things, help by telephone always there.
    pub elder: bool,
    /// High contrast.
    pub contrast: bool,
    /// No motion.
    pub still: bool,
    /// A bar that reads the page aloud.
    pub aloud: bool,
    /// The colours.
    pub theme: Theme,
}

/// Takes every mode back.
const STANDARD: &str = "standard";

/// Stands before the word of a mode that is to end.
const NO: &str = "no-";

/// Stands between the words of several modes.
const BETWEEN: char = '.';

impl Modes {
    /// Reads words that [`Modes::words`] has written; what nobody knows is left out.
    #[must_use]
    pub fn parse(words: &str) -> Self {
        words.split(BETWEEN).fold(Self::default(), Self::with)
    }

    /// The modes after one more wish: `elder`, `no-elder`, `contrast`, `dark`, `light`, `auto`, `still`,
    /// `aloud`, `standard`. An unknown word changes nothing.
    #[must_use]
    pub fn with(mut self, word: &str) -> Self {
        let (word, on) = match word.strip_prefix(NO) {
            Some(word) => (word, false),
            None => (word, true),
        };
        match word {
            "elder" => self.elder = on,
            "contrast" => self.contrast = on,
            "still" => self.still = on,
            "aloud" => self.aloud = on,
            STANDARD => self = Self::default(),
            _ => self.theme = self.theme_after(word),
        }
        self
    }

    fn theme_after(self, word: &str) -> Theme {
        [Theme::System, Theme::Light, Theme::Dark]
            .into_iter()
            .find(|theme| theme.word() == word)
            .unwrap_or(self.theme)
    }

    /// The modes in one fixed order, for a cookie and for the key of a page; empty without any.
    #[must_use]
    pub fn words(self) -> String {
        let theme = (self.theme != Theme::System).then(|| self.theme.word());
        [
            self.elder.then_some("elder"),
            self.contrast.then_some("contrast"),
            self.still.then_some("still"),
            self.aloud.then_some("aloud"),
            theme,
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(&BETWEEN.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination there is.
    fn all() -> Vec<Modes> {
        let mut out = Vec::new();
        for bits in 0..16_u8 {
            for theme in [Theme::System, Theme::Light, Theme::Dark] {
                out.push(Modes {
                    elder: bits & 1 != 0,
                    contrast: bits & 2 != 0,
                    still: bits & 4 != 0,
                    aloud: bits & 8 != 0,
                    theme,
                });
            }
        }
        out
    }

    #[test]
    fn words_are_read_back() {
        let mut seen = std::collections::HashSet::new();
        for modes in all() {
            assert_eq!(Modes::parse(&modes.words()), modes);
            assert!(seen.insert(modes.words()), "{modes:?} shares its words");
        }
        assert_eq!(Modes::default().words(), "");
    }

    #[test]
    fn every_wish_can_be_taken_back() {
        for modes in all() {
            for word in ["elder", "contrast", "still", "aloud"] {
                let without = modes.with(&format!("no-{word}"));
                assert!(!without.words().contains(word), "{without:?}");
                assert!(without.with(word).words().contains(word));
            }
            assert_eq!(modes.with("auto").theme, Theme::System);
            assert_eq!(modes.with("standard"), Modes::default());
            assert_eq!(modes.with("no-such-mode"), modes);
            assert_eq!(modes.with(""), modes);
        }
    }
}
