//! One style sheet from the files of `style/`, without comments and needless white space.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Lists the files in order where the usual order is not enough; one path a line, `#` starts a comment.
const ORDER_FILE: &str = "order.txt";

/// The usual order: values first, then elements, then components, then what single pages add.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];
const FOLDERS: [&str; 2] = ["components", "pages"];

/// Joins and shrinks the style sheets of a folder.
///
/// # Errors
/// When a file cannot be read, is listed but missing, or lies in the folder without a place in the
/// order: a sheet that is silently left out is hard to find.
pub fn bundle(style: &Path) -> Result<String> {
    let mut css = String::new();
    for path in ordered(style)? {
        let source =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        css.push_str(&shrink(&source));
    }
    Ok(css)
}

fn ordered(style: &Path) -> Result<Vec<PathBuf>> {
    let order_file = style.join(ORDER_FILE);
    let paths = if order_file.exists() {
        fs::read_to_string(&order_file)?
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| style.join(line))
            .collect()
    } else {
        usual_order(style)?
    };
    let listed: BTreeSet<_> = paths.iter().cloned().collect();
    let mut present = sheets_in(style)?;
    for folder in FOLDERS {
        present.extend(sheets_in(&style.join(folder))?);
    }
    if let Some(left_out) = present.iter().find(|path| !listed.contains(*path)) {
        bail!(
            "{} has no place in the order: move it to components/ or pages/, or list it in {}",
            left_out.display(),
            order_file.display()
        );
    }
    Ok(paths)
}

fn usual_order(style: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<_> = FIRST
        .iter()
        .map(|name| style.join(name))
        .filter(|path| path.exists())
        .collect();
    for folder in FOLDERS {
        paths.extend(sheets_in(&style.join(folder))?);
    }
    Ok(paths)
}

/// The style sheets directly inside a folder, by name; none when there is no such folder.
fn sheets_in(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Removes comments, and white space wherever it has no meaning.
///
/// A space before `:` stays (`a :hover` is not `a:hover`), and so do spaces around `+`, `-` and
/// parentheses (`calc(1px + 2px)`, `and (`).
fn shrink(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space = true;
        } else if next.is_whitespace() {
            rest = &rest[next.len_utf8()..];
            space = true;
        } else {
            let token = &rest[..token_length(rest, next)];
            if std::mem::take(&mut space) && needs_space(&out, next) {
                out.push(' ');
            }
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push_str(token);
            rest = &rest[token.len()..];
        }
    }
    out
}

/// The length in bytes of the string or character that stands first.
fn token_length(rest: &str, first: char) -> usize {
    if first == '"' || first == '\'' {
        string_length(rest, first)
    } else {
        first.len_utf8()
    }
}

/// The length in bytes of a quoted string, quotes included; the whole rest when it never ends.
fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == quote {
            return at + character.len_utf8();
        }
    }
    rest.len()
}

fn needs_space(before: &str, next: char) -> bool {
    const TIGHT_BOTH_SIDES: &str = "{};,>";
    match before.chars().next_back() {
        None => false,
        Some(last) => {
            last != ':' && !TIGHT_BOTH_SIDES.contains(last) && !TIGHT_BOTH_SIDES.contains(next)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_needless_space_go() {
        let source = "/* head */\n.a , .b > .c {\n  color : red;\n  margin: 0 auto;\n}\n";
        assert_eq!(shrink(source), ".a,.b>.c{color :red;margin:0 auto}");
    }

    #[test]
    fn space_with_a_meaning_stays() {
        for kept in [
            "a :hover{b:c}",
            "a{width:calc(1px + 2px)}",
            "@media (width>40em) and (hover){a{b:c}}",
            ".a .b{c:d e}",
            ".a{.b &{c:d}}",
        ] {
            assert_eq!(shrink(kept), kept);
        }
    }

    #[test]
    fn strings_are_untouched() {
        let source = r#"a::before{content:"  /* no ; comment */  \"}  ";}"#;
        assert_eq!(
            shrink(source),
            r#"a::before{content:"  /* no ; comment */  \"}  "}"#
        );
    }

    #[test]
    fn sheets_come_in_the_usual_order() {
        let style = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            fs::create_dir(style.path().join(folder)).unwrap();
        }
        for (name, text) in [
            ("pages/home.css", "e{}"),
            ("components/table.css", "d{}"),
            ("components/button.css", "c{}"),
            ("base.css", "b{}"),
            ("tokens.css", "a{}"),
        ] {
            fs::write(style.path().join(name), text).unwrap();
        }
        assert_eq!(bundle(style.path()).unwrap(), "a{}b{}c{}d{}e{}");
    }

    #[test]
    fn a_sheet_without_a_place_is_refused() {
        let style = tempfile::tempdir().unwrap();
        fs::write(style.path().join("forgotten.css"), "a{}").unwrap();
        let error = bundle(style.path()).unwrap_err();
        assert!(error.to_string().contains("forgotten.css"), "{error}");
    }

    #[test]
    fn the_order_file_wins_and_must_be_complete() {
        let style = tempfile::tempdir().unwrap();
        fs::write(style.path().join("base.css"), "b{}").unwrap();
        fs::write(style.path().join("late.css"), "a{}").unwrap();
        fs::write(
            style.path().join(ORDER_FILE),
            "# order\nlate.css\nbase.css\n",
        )
        .unwrap();
        assert_eq!(bundle(style.path()).unwrap(), "a{}b{}");
        fs::write(style.path().join(ORDER_FILE), "late.css\n").unwrap();
        assert!(bundle(style.path()).is_err());
    }
}
