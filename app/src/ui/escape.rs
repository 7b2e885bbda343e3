//! Escaping where Leptos cannot be asked to do it.

/// The text as the content of `<title>` or `<textarea>`, which a browser reads up to the end tag
/// without looking for elements or comments. Leptos 0.8 does not escape the children of a text area,
/// and may leave markers (`<!>`) between texts, which would be shown there.
pub(crate) fn raw_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        assert_eq!(raw_text("a</title>&lt;"), "a&lt;/title>&amp;lt;");
    }
}
