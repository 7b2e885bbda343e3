//! Long texts from Fluent: paragraphs, and lists of lines that begin with `- `.

use leptos::prelude::*;

/// The paragraphs of a text; an empty line parts them.
pub(super) fn prose(text: &str) -> Vec<AnyView> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .map(block)
        .collect()
}

fn block(text: &str) -> AnyView {
    let items: Option<Vec<_>> = text.lines().map(|line| line.strip_prefix("- ")).collect();
    match items {
        Some(items) => {
            let items: Vec<_> = items
                .into_iter()
                .map(|item| view! { <li>{item.to_owned()}</li> })
                .collect();
            view! { <ul>{items}</ul> }.into_any()
        }
        None => view! { <p>{text.to_owned()}</p> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_escaped, html};

    #[test]
    fn paragraphs_and_lists_are_told_apart() {
        let shown = html(|| prose("First\nline\n\n- one\n- two\n\nLast"));
        assert_eq!(
            shown,
            "<p>First\nline</p><ul><li>one</li><li>two</li></ul><p>Last</p>"
        );
        assert_escaped(&html(|| prose(HOSTILE)));
    }
}
