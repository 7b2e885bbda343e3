//! The visible text of a page, to prove that two pages say the same before they are raced.

use anyhow::{Result, bail};

/// Words shown on both sides of the first difference.
const SHOWN: usize = 8;

/// Elements whose content nobody sees.
const INVISIBLE: [&str; 2] = ["script", "style"];

/// Whether two pages say the same.
///
/// # Errors
/// When they do not; the error shows the first words that differ.
pub fn same(what: &str, one: &str, other: &str) -> Result<()> {
    let (one, other) = (text(one), text(other));
    let one: Vec<&str> = one.split_whitespace().collect();
    let other: Vec<&str> = other.split_whitespace().collect();
    if one.is_empty() {
        bail!("{what}: there is no text at all");
    }
    let Some(at) = (0..one.len().max(other.len())).find(|at| one.get(*at) != other.get(*at)) else {
        return Ok(());
    };
    let around = |words: &[&str]| {
        let from = at.saturating_sub(SHOWN).min(words.len());
        let to = (at + SHOWN).min(words.len());
        words[from..to].join(" ")
    };
    bail!(
        "{what}: the texts differ from word {at} on\n  one:   …{}…\n  other: …{}…",
        around(&one),
        around(&other)
    )
}

/// The text without tags, comments, scripts and styles. A tag parts words, a comment does not: the
/// renderer of one side marks places in the middle of a sentence with comments.
fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some((before, from_tag)) = split_at_char(rest, '<') {
        out.push_str(&decoded(before));
        rest = if let Some(comment) = from_tag.strip_prefix("<!--") {
            after(comment, "-->")
        } else if let Some(marker) = from_tag.strip_prefix("<!") {
            after(marker, ">")
        } else {
            out.push(' ');
            match INVISIBLE.iter().find(|name| opens(from_tag, name)) {
                Some(name) => after_tag(after(from_tag, &format!("</{name}"))),
                None => after_tag(from_tag),
            }
        };
    }
    out.push_str(&decoded(rest));
    out
}

fn split_at_char(text: &str, character: char) -> Option<(&str, &str)> {
    text.find(character).map(|at| text.split_at(at))
}

/// What stands behind the first `mark`; nothing when there is none.
fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

/// What stands behind the end of a tag; a `>` inside quotes ends nothing.
fn after_tag(text: &str) -> &str {
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return &text[at + 1..],
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    ""
}

fn opens(text: &str, name: &str) -> bool {
    text.strip_prefix('<')
        .and_then(|tag| tag.strip_prefix(name))
        .is_some_and(|rest| rest.starts_with(|next: char| !next.is_ascii_alphanumeric()))
}

/// Text with the references that the renderers write.
fn decoded(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (reference, character)| {
        text.replace(reference, character)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> String {
        text(html).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_text_is_left() {
        let html = "<!DOCTYPE html><title>A &amp; B</title><script>if (1 < 2) {}</script>\
                    <style>a{}</style><p title=\"x > y\">one<!-- no --> tw<!>o</p>\n<b>three</b>&lt;";
        assert_eq!(words(html), "A & B one two three <");
        assert_eq!(words("<scripture>word</scripture>"), "word");
        assert_eq!(words("end <!-- open"), "end");
    }

    #[test]
    fn the_same_words_in_another_dress_are_the_same() {
        same(
            "page",
            "<p>one <b>two</b></p>",
            "<div> one<i>two </i></div>",
        )
        .unwrap();
    }

    #[test]
    fn the_first_difference_is_shown() {
        let error = same("list", "<p>a b c d</p>", "<p>a b x d</p>").unwrap_err();
        let said = error.to_string();
        assert!(said.contains("list") && said.contains("word 2"), "{said}");
        assert!(
            said.contains("a b c d") && said.contains("a b x d"),
            "{said}"
        );
        assert!(same("list", "<p>a b</p>", "<p>a</p>").is_err());
        assert!(same("list", "<p>a</p>", "<p>a b</p>").is_err());
        assert!(
            same("list", "", "").is_err(),
            "an empty page proves nothing"
        );
    }
}
