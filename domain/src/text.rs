//! The languages of the portal, and content that exists in several of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that pages are written in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Locale {
    /// Simplified Chinese, the language of the law and the default.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// Chinese in traditional characters. Nobody writes it: it is made from the simplified text where a
    /// page or a mail is made, so the two never say different things.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Parts of a BCP 47 tag that ask for traditional characters: the script, and the regions that write it.
const TRADITIONAL: [&str; 4] = ["hant", "tw", "hk", "mo"];

/// The part of a BCP 47 tag that asks for simplified characters, whatever the region.
const SIMPLIFIED: &str = "hans";

impl Locale {
    /// Every language, the default first.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag: folder of the texts, value of the `lang` attribute, stored preference.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language that serves a BCP 47 tag best: any `en…` is English, any `zh…` Chinese, in
    /// traditional characters where the script or the region says so.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" => {
                let is_traditional = !parts.clone().any(|part| part == SIMPLIFIED)
                    && parts.any(|part| TRADITIONAL.contains(&part));
                Some(if is_traditional {
                    Self::ZhHant
                } else {
                    Self::ZhHans
                })
            }
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Whether people read Chinese in this language, in whichever characters.
    #[must_use]
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::ZhHans | Self::ZhHant)
    }

    /// Chooses by an `Accept-Language` header (RFC 9110 §12.5.4): the greatest weight wins, the first
    /// of equals; weight 0 means "not this one". Without a usable entry: Chinese.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best = (0.0, Self::default());
        for entry in accept_language.split(',') {
            let (tag, weight) = entry.split_once(';').unwrap_or((entry, ""));
            if let (Some(locale), Some(weight)) = (Self::parse(tag), quality(weight))
                && weight > best.0
            {
                best = (weight, locale);
            }
        }
        best.1
    }
}

/// The weight of an entry, 0 to 1; 1 when none is written, `None` when it cannot be read.
fn quality(parameter: &str) -> Option<f32> {
    let parameter = parameter.trim();
    if parameter.is_empty() {
        return Some(1.0);
    }
    let number = parameter
        .strip_prefix("q=")
        .or(parameter.strip_prefix("Q="))?;
    number
        .trim()
        .parse()
        .ok()
        .filter(|q| (0.0..=1.0).contains(q))
}

/// Content in Chinese and, where somebody has translated it, in English. Written in JSON as
/// `{"zh": "…", "en": "…"}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Chinese text; it is the one that counts in law.
    pub zh: String,
    /// The English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// A text that exists in Chinese only.
    pub fn zh(zh: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: None,
        }
    }

    /// A text in both languages.
    pub fn both(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: Some(en.into()),
        }
    }

    /// The text in this language as it was written, else the Chinese one; always in simplified
    /// characters when Chinese.
    pub fn get(&self, locale: Locale) -> &str {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => en,
            _ => &self.zh,
        }
    }

    /// The language that a reader of `locale` really gets, for the `lang` attribute of the element:
    /// what exists in Chinese only stays in simplified characters for readers of English.
    pub fn lang(&self, locale: Locale) -> Locale {
        match (locale, &self.en) {
            (Locale::En, None) => Locale::ZhHans,
            (locale, _) => locale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiates_by_weight_then_order() {
        let cases = [
            ("", Locale::ZhHans),
            ("en", Locale::En),
            ("en-GB,en;q=0.9", Locale::En),
            ("zh-CN,zh;q=0.9,en;q=0.8", Locale::ZhHans),
            ("en;q=0.5, zh;q=0.7", Locale::ZhHans),
            ("fr, en;q=0.3", Locale::En),
            ("fr, de;q=0.3", Locale::ZhHans),
            ("zh;q=0, en;q=0.1", Locale::En),
            ("en;q=0", Locale::ZhHans),
            ("en;q=nonsense", Locale::ZhHans),
            ("en;q=2", Locale::ZhHans),
            ("en;q=NaN", Locale::ZhHans),
            ("*", Locale::ZhHans),
            ("zh-Hant-TW;q=0.8,EN_us;Q=0.9", Locale::En),
            ("zh-HK,zh;q=0.9,en;q=0.8", Locale::ZhHant),
            ("zh_TW", Locale::ZhHant),
            ("zh-Hans-HK", Locale::ZhHans),
            ("zh-SG", Locale::ZhHans),
            (",,;;q=,en", Locale::En),
        ];
        for (header, expected) in cases {
            assert_eq!(Locale::negotiate(header), expected, "{header:?}");
        }
    }

    #[test]
    fn tags_are_read_back() {
        for locale in Locale::ALL {
            assert_eq!(Locale::parse(locale.tag()), Some(locale));
            let json = serde_json::to_string(&locale).unwrap();
            assert_eq!(json, format!("{:?}", locale.tag()));
        }
        assert_eq!(Locale::parse("fr"), None);
        assert_eq!(Locale::parse(""), None);
        assert_eq!(Locale::parse("english"), None);
    }

    #[test]
    fn text_falls_back_to_chinese_and_says_so() {
        let only = Text::zh("身份证");
        assert_eq!(
            (only.get(Locale::En), only.lang(Locale::En)),
            ("身份证", Locale::ZhHans)
        );
        let both = Text::both("身份证", "Identity card");
        assert_eq!(
            (both.get(Locale::En), both.lang(Locale::En)),
            ("Identity card", Locale::En)
        );
        assert_eq!(both.lang(Locale::ZhHans), Locale::ZhHans);
        assert_eq!(
            (both.get(Locale::ZhHant), both.lang(Locale::ZhHant)),
            ("身份证", Locale::ZhHant)
        );
    }

    #[test]
    fn text_is_plain_json() {
        let both: Text = serde_json::from_str(r#"{"zh":"证","en":"Card"}"#).unwrap();
        assert_eq!(both, Text::both("证", "Card"));
        assert_eq!(
            serde_json::to_string(&Text::zh("证")).unwrap(),
            r#"{"zh":"证"}"#
        );
        assert!(serde_json::from_str::<Text>(r#"{"zh":"证","fr":"Carte"}"#).is_err());
    }
}
