//! Chinese in traditional characters, made from the simplified text with OpenCC.
//!
//! One simplified character may stand for several traditional ones. OpenCC chooses by phrases and is
//! now and then wrong; `locales/zh-Hant/exceptions.csv` says which phrases to write how, and comes first.
//! What has force in law is marked where it is shown: only the simplified text counts.

use std::borrow::Cow;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// Phrases that are converted by this table instead: simplified, then traditional.
const EXCEPTIONS: &str = include_str!("../../../locales/zh-Hant/exceptions.csv");

/// Characters of Taiwan's standard, but the words of the original: a law must not change its terms.
static TO_TRADITIONAL: LazyLock<Option<Converter>> =
    LazyLock::new(|| Converter::new(BuiltinConfig::S2tw, exceptions(EXCEPTIONS)));

/// For searches: people type what their keyboard gives them.
static TO_SIMPLIFIED: LazyLock<Option<Converter>> =
    LazyLock::new(|| Converter::new(BuiltinConfig::T2s, Vec::new()));

/// A simplified text in traditional characters.
#[must_use]
pub fn traditional(text: &str) -> Cow<'_, str> {
    converted(&TO_TRADITIONAL, text)
}

/// A text in simplified characters, whichever it was written in.
#[must_use]
pub fn simplified(text: &str) -> Cow<'_, str> {
    converted(&TO_SIMPLIFIED, text)
}

fn converted<'a>(converter: &LazyLock<Option<Converter>>, text: &'a str) -> Cow<'a, str> {
    match LazyLock::force(converter) {
        Some(converter) if !text.is_ascii() => Cow::Owned(converter.convert(text)),
        _ => Cow::Borrowed(text),
    }
}

/// The pairs of the table, the longest phrase first, so that it wins over its parts.
fn exceptions(table: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut pairs: Vec<_> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .collect();
    pairs.sort_by_key(|(simplified, _)| std::cmp::Reverse(simplified.len()));
    pairs
}

/// OpenCC's dictionaries with our exceptions before them.
struct Converter {
    opencc: OpenCC,
    exceptions: Vec<(&'static str, &'static str)>,
}

impl Converter {
    /// Dictionaries are part of the program; were one broken, readers get the simplified text.
    fn new(config: BuiltinConfig, exceptions: Vec<(&'static str, &'static str)>) -> Option<Self> {
        match OpenCC::from_config(config) {
            Ok(opencc) => Some(Self { opencc, exceptions }),
            Err(error) => {
                tracing::error!(%error, "Chinese cannot be converted between scripts");
                None
            }
        }
    }

    fn convert(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((at, simplified, traditional)) = self.next_exception(rest) {
            out.push_str(&self.opencc.convert(&rest[..at]));
            out.push_str(traditional);
            rest = &rest[at + simplified.len()..];
        }
        out.push_str(&self.opencc.convert(rest));
        out
    }

    /// The exception that stands first in a text; of those at one place, the longest.
    fn next_exception(&self, text: &str) -> Option<(usize, &'static str, &'static str)> {
        self.exceptions
            .iter()
            .filter_map(|(from, to)| text.find(from).map(|at| (at, *from, *to)))
            .min_by_key(|(at, from, _)| (*at, std::cmp::Reverse(from.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_change_and_terms_stay() {
        for (simplified, expected) in [
            ("政务服务", "政務服務"),
            ("行政复议", "行政復議"),
            ("软件", "軟件"),
            ("回复期限为五日", "回覆期限為五日"),
            ("国家机关工作人员", "國家機關工作人員"),
            ("ABC 123", "ABC 123"),
        ] {
            assert_eq!(traditional(simplified), expected);
        }
    }

    #[test]
    fn exceptions_come_first() {
        assert_eq!(traditional("头发干了"), "頭髮乾了");
        assert_eq!(traditional("请回复"), "請回覆");
        assert_eq!(traditional("补领、换领、换发"), "補領、換領、換發");
        assert_eq!(traditional("犬类准养的核准"), "犬類准養的核准");
    }

    #[test]
    fn searches_find_either_script() {
        assert_eq!(simplified("社會保障卡"), "社会保障卡");
        assert_eq!(simplified("社会保障卡"), "社会保障卡");
    }

    #[test]
    fn every_exception_is_a_pair_of_equal_length_once() {
        let pairs = exceptions(EXCEPTIONS);
        assert!(!pairs.is_empty());
        for (at, (simplified, traditional)) in pairs.iter().enumerate() {
            assert_eq!(
                simplified.chars().count(),
                traditional.chars().count(),
                "{simplified}"
            );
            assert!(
                pairs[..at].iter().all(|(other, _)| other != simplified),
                "{simplified} twice"
            );
        }
    }
}
