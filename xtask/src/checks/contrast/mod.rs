//! Whether text can be told from its ground: the contrast of WCAG 2.2, computed from the tokens for every
//! way in which a reader may want colours, be it chosen on the portal or in the system.

mod colour;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use colour::{Colour, contrast};
use sheet::{Reader, Sheet};

use crate::project::Project;

/// Where all colours stand.
const TOKENS: &str = "style/tokens.css";

/// Text: WCAG 1.4.3 AA.
const TEXT_MIN: f64 = 4.5;

/// Text in high contrast: WCAG 1.4.6 AAA.
const TEXT_MIN_HIGH: f64 = 7.0;

/// Edges of controls and the ring of the focus: WCAG 1.4.11.
const LINE_MIN: f64 = 3.0;

/// Which text stands on which grounds.
const TEXT: [(&str, &[&str]); 14] = [
    (
        "ink",
        &[
            "ground",
            "ground-soft",
            "main-soft",
            "success-soft",
            "warning-soft",
            "danger-soft",
        ],
    ),
    ("ink-soft", &["ground", "ground-soft", "main-soft"]),
    ("main", &["ground", "ground-soft", "main-soft"]),
    ("main-deep", &["ground", "ground-soft", "main-soft"]),
    ("accent", &["ground", "ground-soft"]),
    ("success", &["ground", "success-soft"]),
    ("warning", &["ground", "warning-soft"]),
    ("danger", &["ground", "ground-soft", "danger-soft"]),
    ("on-main", &["main", "main-deep", "accent"]),
    ("ground", &["ink", "danger"]),
    ("on-hero", &["hero"]),
    ("hero-soft", &["hero"]),
    ("focus-edge", &["focus"]),
    ("focus", &["focus-edge"]),
];

/// Which lines have to be seen on which grounds.
const LINES: [(&str, &[&str]); 1] = [("line-strong", &["ground", "ground-soft"])];

/// Lines that only please, except in high contrast, where every line has to be seen.
const PLEASING: [(&str, &[&str]); 2] = [("line", &["ground"]), ("hero-line", &["hero"])];

/// The focus has two rings, one of which has to be seen on each of these.
const RINGS: [&str; 2] = ["focus", "focus-edge"];
const UNDER_RINGS: [&str; 7] = [
    "ground",
    "ground-soft",
    "main-soft",
    "main",
    "main-deep",
    "hero",
    "danger",
];

type Palette = BTreeMap<String, Colour>;

/// Everything in the tokens that some reader could not read.
///
/// # Errors
/// When the tokens cannot be read.
pub fn findings(project: &Project) -> Result<Vec<String>> {
    let text = fs::read_to_string(project.path(TOKENS)).context(TOKENS)?;
    check(&text)
}

fn check(text: &str) -> Result<Vec<String>> {
    let sheet = Sheet::parse(text).context(TOKENS)?;
    let mut found = BTreeSet::new();
    let mut palettes: BTreeMap<(bool, bool), Palette> = BTreeMap::new();
    for reader in Reader::all() {
        let palette = sheet.palette(&reader).context(TOKENS)?;
        let name = reader.to_string();
        let wanted = (reader.is_dark(), reader.is_high());
        let same = palettes.entry(wanted).or_insert_with(|| palette.clone());
        if let Some(token) = difference(same, &palette) {
            found.insert(format!(
                "{TOKENS}: --{token} is not the same for {name} as for others who want the same"
            ));
        }
        found.extend(judge(&palette, reader.is_high(), &name));
    }
    found.extend(missing_sets(&palettes));
    Ok(found.into_iter().collect())
}

/// A token that two palettes have with different values.
fn difference<'a>(one: &'a Palette, other: &'a Palette) -> Option<&'a str> {
    let names = one.keys().chain(other.keys());
    names
        .map(String::as_str)
        .find(|name| one.get(*name) != other.get(*name))
}

/// Four wishes are four palettes: two that are the same are one that has been forgotten.
fn missing_sets(palettes: &BTreeMap<(bool, bool), Palette>) -> Vec<String> {
    let name = |(dark, high): (bool, bool)| {
        let theme = if dark { "dark" } else { "light" };
        format!("{theme}{}", if high { ", high contrast" } else { "" })
    };
    let mut found = Vec::new();
    let all: Vec<_> = palettes.iter().collect();
    for (at, (one, palette)) in all.iter().enumerate() {
        for (other, _) in all[at + 1..].iter().filter(|(_, same)| same == palette) {
            let (one, other) = (name(**one), name(**other));
            found.push(format!(
                "{TOKENS}: there are no colours of their own for {other}: they are those for {one}"
            ));
        }
    }
    found
}

/// What is too pale in one palette.
fn judge(palette: &Palette, is_high: bool, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    let mut pairs = |pairs: &'static [(&str, &[&str])], least: Option<f64>| {
        for (front, grounds) in pairs {
            for ground in *grounds {
                used.extend([*front, *ground]);
                let (Some(least), Some(ratio)) = (least, ratio(palette, front, ground)) else {
                    continue;
                };
                if ratio < least {
                    found.push(format!(
                        "{TOKENS}: {ratio:.2}:1 of --{front} on --{ground} is less than {least}:1 ({name})"
                    ));
                }
            }
        }
    };
    let text_min = if is_high { TEXT_MIN_HIGH } else { TEXT_MIN };
    pairs(&TEXT, Some(text_min));
    pairs(&LINES, Some(LINE_MIN));
    pairs(&PLEASING, is_high.then_some(LINE_MIN));
    used.extend(UNDER_RINGS.iter().chain(&RINGS));
    for ground in UNDER_RINGS {
        let best = RINGS
            .iter()
            .filter_map(|ring| ratio(palette, ring, ground))
            .fold(0.0, f64::max);
        if palette.contains_key(ground) && best < LINE_MIN {
            found.push(format!(
                "{TOKENS}: {best:.2}:1 is all that the focus has on --{ground}, less than {LINE_MIN}:1 ({name})"
            ));
        }
    }
    let tokens: BTreeSet<_> = palette.keys().map(String::as_str).collect();
    for token in used.difference(&tokens) {
        found.push(format!("{TOKENS}: --{token} is missing ({name})"));
    }
    for token in tokens.difference(&used) {
        found.push(format!(
            "{TOKENS}: nobody has said what --{token} stands on: add it to xtask/src/checks/contrast"
        ));
    }
    found
}

fn ratio(palette: &Palette, front: &str, ground: &str) -> Option<f64> {
    Some(contrast(*palette.get(front)?, *palette.get(ground)?))
}

#[cfg(test)]
mod tests;
