//! Search in titles. Chinese is written without spaces, so what counts is containment, not words.

use crate::texts::simplified;

/// Longest query that is looked at, in characters; a title has at most 200.
const MAX_QUERY_CHARS: usize = 100;
/// Most terms of a query that are looked at, so that a crafted query costs little.
const MAX_TERMS: usize = 8;

/// Distance between a full-width form (U+FF01 to U+FF5E) and its ASCII character.
const FULL_WIDTH_OFFSET: u32 = 0xFEE0;

/// The form in which titles and queries are compared: half width, lower case, without white
/// space. The full normalisation form KC would do more than titles of service items need.
pub(super) fn normalise(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|character| !character.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The terms of a query, normalised; titles are in simplified characters, queries in any. Empty when
/// the query says nothing.
pub(super) fn terms(query: &str) -> Vec<String> {
    let query: String = query.chars().take(MAX_QUERY_CHARS).collect();
    simplified(&query)
        .split_whitespace()
        .map(normalise)
        .filter(|term| !term.is_empty())
        .take(MAX_TERMS)
        .collect()
}

fn half_width(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - FULL_WIDTH_OFFSET).unwrap_or(character)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_cases_and_spaces_do_not_matter() {
        assert_eq!(normalise("Ａｂ　Ｃ １２（居住证）\t"), "abc12(居住证)");
        assert_eq!(normalise("（居住证）"), normalise("(居住证)"));
    }

    #[test]
    fn a_query_is_split_at_any_white_space() {
        assert_eq!(terms(" 居住证　申领\nＡ "), ["居住证", "申领", "a"]);
        assert!(terms(" 　\t").is_empty());
    }

    #[test]
    fn a_query_is_bounded() {
        assert_eq!(terms(&"a ".repeat(40)).len(), MAX_TERMS);
        assert_eq!(
            terms(&"证".repeat(5_000))[0].chars().count(),
            MAX_QUERY_CHARS
        );
    }
}
