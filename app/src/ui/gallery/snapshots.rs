//! The HTML of every example, compared with `snapshots/<component>.snap`. A change that is meant is
//! accepted with `INSTA_UPDATE=always cargo nextest run -p app gallery`, and read in the diff.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::groups;
use crate::ui::testing::html;

#[test]
fn every_component_is_as_it_was_accepted() {
    let mut components: BTreeMap<&str, String> = BTreeMap::new();
    for example in groups().iter().flat_map(|group| &group.examples) {
        let text = components.entry(example.component).or_default();
        writeln!(text, "== {}", example.state).unwrap();
        text.push_str(&lines(&html(|| example.view())));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        for (component, text) in components {
            insta::assert_snapshot!(component, text);
        }
    });
}

/// One tag or text a line, the attributes in the order of the alphabet: their order, and the number in
/// an island's name, differ between builds.
fn lines(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while !rest.is_empty() {
        let length = if rest.starts_with('<') {
            tag_length(rest)
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if piece.starts_with('<') {
            writeln!(out, "{}", sorted(piece)).unwrap();
        } else if !piece.trim().is_empty() {
            writeln!(out, "{}", piece.trim()).unwrap();
        }
    }
    out
}

/// The length of the tag that stands first; `>` inside quotes does not end it.
fn tag_length(rest: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn sorted(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let mut parts = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, letter) in inner.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    let (name, attributes) = parts.split_first().unwrap();
    let mut attributes: Vec<_> = attributes
        .iter()
        .filter(|attribute| !attribute.is_empty())
        .map(|attribute| island(attribute))
        .collect();
    attributes.sort_unstable();
    let words = std::iter::once((*name).to_owned()).chain(attributes);
    format!("<{}>", words.collect::<Vec<_>>().join(" "))
}

/// An attribute, an island's name without its number.
fn island(attribute: &str) -> String {
    match attribute.split_once("data-component=\"") {
        Some((_, name)) => {
            let plain = name.split('_').next().unwrap_or_default();
            format!("data-component=\"{plain}\"")
        }
        None => attribute.to_owned(),
    }
}

#[test]
fn the_order_of_attributes_does_not_matter() {
    let one = "<p id=\"a > b\" class=\"x y\">Text<br/></p>";
    let other = "<p class=\"x y\" id=\"a > b\"> Text <br/></p>";
    assert_eq!(lines(one), lines(other));
    assert_ne!(
        lines(one),
        lines("<p class=\"x\" id=\"a > b\">Text<br/></p>")
    );
    let named = "<leptos-island data-component=\"PrintOnClick_123\">";
    assert_eq!(
        lines(named),
        "<leptos-island data-component=\"PrintOnClick\">\n"
    );
}
