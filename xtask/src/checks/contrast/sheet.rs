//! The tokens as a browser sees them: which declarations of `:root` hold for which reader.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context, Result, bail, ensure};

use super::colour::Colour;

/// How somebody wants colours.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// `data-contrast` on the root element.
    contrast: bool,
    /// `data-theme` on the root element.
    theme: Option<&'static str>,
    /// `prefers-color-scheme: dark`.
    system_dark: bool,
    /// `prefers-contrast: more`.
    system_contrast: bool,
}

impl Reader {
    /// Everybody there can be.
    pub fn all() -> impl Iterator<Item = Self> {
        let themes = [None, Some("light"), Some("dark")];
        (0..24_usize).map(move |at| Self {
            theme: themes[at % 3],
            contrast: at / 3 % 2 == 1,
            system_dark: at / 6 % 2 == 1,
            system_contrast: at / 12 == 1,
        })
    }

    /// Whether it is to be dark: by choice, else by the system.
    pub fn is_dark(&self) -> bool {
        self.theme.map_or(self.system_dark, |theme| theme == "dark")
    }

    /// Whether it is to be in high contrast.
    pub fn is_high(&self) -> bool {
        self.contrast || self.system_contrast
    }

    /// Whether a condition of `@media` holds.
    fn meets(&self, condition: &str) -> Result<bool> {
        Ok(match condition {
            "(prefers-color-scheme: dark)" => self.system_dark,
            "(prefers-color-scheme: light)" => !self.system_dark,
            "(prefers-contrast: more)" => self.system_contrast,
            "screen" => true,
            // Says nothing about colours on a screen.
            "print" | "(prefers-reduced-motion: reduce)" => false,
            _ => bail!("nobody knows whom `@media {condition}` is for"),
        })
    }

    /// Whether one part of a selector, after `:root`, is true of the root element.
    fn has(&self, part: &str) -> Result<bool> {
        if let Some(inner) = part
            .strip_prefix(":not(")
            .and_then(|rest| rest.strip_suffix(')'))
        {
            return Ok(!self.has(inner)?);
        }
        Ok(match part {
            "[data-contrast]" => self.contrast,
            "[data-theme]" => self.theme.is_some(),
            "[data-theme=\"dark\"]" => self.theme == Some("dark"),
            "[data-theme=\"light\"]" => self.theme == Some("light"),
            // Sizes and motion have no colours; a colour there would hold for too few readers here.
            "[data-elder]" | "[data-still]" | "[data-aloud]" => false,
            _ if part.starts_with(":lang(") => false,
            _ => bail!("nobody knows what `{part}` means for colours"),
        })
    }
}

impl fmt::Display for Reader {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "theme {}", self.theme.unwrap_or("of the system"))?;
        for (is_true, words) in [
            (self.contrast, ", high contrast"),
            (self.system_dark, ", a dark system"),
            (self.system_contrast, ", a system of high contrast"),
        ] {
            if is_true {
                out.write_str(words)?;
            }
        }
        Ok(())
    }
}

/// Declarations with the same selector and conditions.
struct Rule {
    /// What stands between `@media` and its brace, outermost first.
    media: Vec<String>,
    selector: String,
    tokens: Vec<(String, String)>,
}

/// The sheet of tokens.
pub struct Sheet(Vec<Rule>);

impl Sheet {
    /// Reads a sheet. Only what `tokens.css` needs is understood: rules, `@layer` and `@media`.
    ///
    /// # Errors
    /// When a brace is missing.
    pub fn parse(text: &str) -> Result<Self> {
        let text = without_comments(text);
        let mut rules = Vec::new();
        let mut open: Vec<String> = Vec::new();
        let mut said = String::new();
        for letter in text.chars() {
            match letter {
                '{' => open.push(squeezed(&std::mem::take(&mut said))),
                '}' => {
                    let head = open.pop().context("there is a } too many")?;
                    let tokens = declarations(&std::mem::take(&mut said));
                    if !head.starts_with('@') {
                        rules.push(Rule {
                            media: conditions(&open),
                            selector: head,
                            tokens,
                        });
                    }
                }
                // A statement such as `@layer a, b;`.
                ';' if open.last().is_none_or(|head| head.starts_with('@')) => said.clear(),
                _ => said.push(letter),
            }
        }
        ensure!(open.is_empty(), "there is a {{ too many");
        Ok(Self(rules))
    }

    /// The colours that hold for a reader.
    ///
    /// # Errors
    /// When a selector, a condition or a colour is not understood.
    pub fn palette(&self, reader: &Reader) -> Result<BTreeMap<String, Colour>> {
        let mut holding = Vec::new();
        for (order, rule) in self.0.iter().enumerate() {
            if !rule.has_colours(self) {
                continue;
            }
            for selector in rule.selector.split(',').map(str::trim) {
                let parts = parts(selector)?;
                if rule.holds(reader, &parts)? {
                    // More parts are stronger, then what comes later.
                    holding.push((parts.len(), order, rule));
                }
            }
        }
        holding.sort_by_key(|(strength, order, _)| (*strength, *order));
        let mut palette = BTreeMap::new();
        for (_, _, rule) in holding {
            for (name, value) in &rule.tokens {
                if !self.is_colour(name) {
                    continue;
                }
                let colour = Colour::parse(value).with_context(|| {
                    format!("--{name} is {value}, which is no plain hex colour")
                })?;
                palette.insert(name.clone(), colour);
            }
        }
        Ok(palette)
    }

    /// A token is a colour when it is one anywhere.
    fn is_colour(&self, name: &str) -> bool {
        self.0
            .iter()
            .flat_map(|rule| &rule.tokens)
            .any(|(other, value)| other == name && value.starts_with('#'))
    }
}

impl Rule {
    fn has_colours(&self, sheet: &Sheet) -> bool {
        self.tokens.iter().any(|(name, _)| sheet.is_colour(name))
    }

    fn holds(&self, reader: &Reader, parts: &[String]) -> Result<bool> {
        for condition in self.media.iter().flat_map(|media| media.split(" and ")) {
            if !reader.meets(condition.trim())? {
                return Ok(false);
            }
        }
        for part in parts {
            if !reader.has(part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The parts of a selector after `:root`: `[…]`, `:not(…)`, `:lang(…)`.
fn parts(selector: &str) -> Result<Vec<String>> {
    let rest = selector
        .strip_prefix(":root")
        .with_context(|| format!("colours stand at :root only, not at `{selector}`"))?;
    let mut parts: Vec<String> = Vec::new();
    let mut depth = 0;
    for letter in rest.chars() {
        ensure!(
            depth > 0 || !letter.is_whitespace(),
            "colours stand at :root only, not at `{selector}`"
        );
        if depth == 0 && matches!(letter, '[' | ':') {
            parts.push(String::new());
        }
        match letter {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            _ => {}
        }
        parts
            .last_mut()
            .with_context(|| format!("`{selector}` is not understood"))?
            .push(letter);
    }
    Ok(parts)
}

fn conditions(open: &[String]) -> Vec<String> {
    let media = |head: &String| Some(head.strip_prefix("@media")?.trim().to_owned());
    open.iter().filter_map(media).collect()
}

fn declarations(text: &str) -> Vec<(String, String)> {
    text.split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), squeezed(value).to_lowercase()))
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_comments(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}
