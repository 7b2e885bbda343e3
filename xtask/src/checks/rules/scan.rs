//! A walk over the tokens of one Rust file.

use std::str::FromStr;

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use super::text::{is_chinese, is_english};
use super::{FILE_LINES_MAX, FUNCTION_LINES_MAX, Finding};

/// Macros whose text goes to logs and crashes, not to people.
const LOG_MACROS: [&str; 10] = [
    "error",
    "warn",
    "info",
    "debug",
    "trace",
    "panic",
    "unreachable",
    "assert",
    "debug_assert",
    "assert_eq",
];

/// Crates whose texts for people come from Fluent; `app` alone has them in English as well.
const TEXT_FROM_FLUENT: [&str; 3] = ["app/src/", "portal/src/", "server/src/"];

/// All findings in one file; `is_test` says that its module is declared for tests only.
///
/// # Errors
/// When the file is not Rust.
pub fn rust(name: &str, source: &str, is_test: bool) -> Result<Vec<Finding>> {
    let tokens = parse(source)?;
    let mut scan = Scan {
        is_test: is_test || is_test_file(name),
        may_emit_textarea: name.starts_with("app/src/ui/"),
        is_page: name.starts_with("app/src/"),
        uses_fluent: TEXT_FROM_FLUENT.iter().any(|start| name.starts_with(start))
            && !is_seed_file(name),
        test_lines: 0,
        found: Vec::new(),
    };
    scan.walk(tokens, false);
    let lines = source.lines().count().saturating_sub(scan.test_lines);
    if lines > FILE_LINES_MAX && !scan.is_test {
        scan.note(
            FILE_LINES_MAX + 1,
            format!("the file has {lines} lines, {FILE_LINES_MAX} are allowed"),
        );
    }
    Ok(scan.found)
}

/// The modules in files of their own that this file declares for tests only, as paths without `.rs`.
///
/// # Errors
/// When the file is not Rust.
pub fn test_modules(name: &str, source: &str) -> Result<Vec<String>> {
    let (folder, file) = name.rsplit_once('/').unwrap_or_default();
    let folder = match file {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        _ => format!("{folder}/{}", file.trim_end_matches(".rs")),
    };
    let tokens: Vec<TokenTree> = parse(source)?.into_iter().collect();
    let mut modules = Vec::new();
    for at in 0..tokens.len() {
        let Some((group, length)) = attribute(&tokens[at..]) else {
            continue;
        };
        if is_cfg_test(group)
            && let Some(module) = declared_module(&tokens[at + length..])
        {
            modules.push(format!("{folder}/{module}"));
        }
    }
    Ok(modules)
}

/// The name in `mod name;`, `pub mod name;` or `pub(crate) mod name;`, when that stands first.
fn declared_module(tokens: &[TokenTree]) -> Option<String> {
    let end = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'))?;
    match &tokens[..end] {
        [.., TokenTree::Ident(keyword), TokenTree::Ident(name)] if keyword == "mod" => {
            Some(name.to_string())
        }
        _ => None,
    }
}

fn parse(source: &str) -> Result<TokenStream> {
    TokenStream::from_str(source).map_err(|error| anyhow!("{error}"))
}

fn is_test_file(name: &str) -> bool {
    name.contains("/tests/") || name.contains("/benches/") || name.ends_with("/tests.rs")
}

/// The demonstration city is data, even where it is written in Rust.
fn is_seed_file(name: &str) -> bool {
    name.contains("/seed/") || name.ends_with("/seed.rs")
}

struct Scan {
    is_test: bool,
    may_emit_textarea: bool,
    is_page: bool,
    uses_fluent: bool,
    test_lines: usize,
    found: Vec<Finding>,
}

impl Scan {
    fn note(&mut self, line: usize, what: impl Into<String>) {
        let what = what.into();
        self.found.push(Finding { line, what });
    }

    fn walk(&mut self, tokens: TokenStream, is_log: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at..];
            if let Some((attribute, length)) = attribute(rest) {
                self.check_attribute(attribute);
                at += length;
                if is_cfg_test(attribute) {
                    at += self.skip_test_item(&tokens[at..], line(token.span()));
                }
                continue;
            }
            self.check_code(rest);
            match token {
                TokenTree::Group(group) => {
                    let is_log = is_log || is_log_macro(&tokens[..at]);
                    self.walk(group.stream(), is_log);
                }
                TokenTree::Literal(literal) => {
                    self.check_string(&literal.to_string(), line(literal.span()), is_log);
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
            at += 1;
        }
    }

    fn check_attribute(&mut self, attribute: &Group) {
        if mentions_call(attribute.stream(), "allow") {
            let at = line(attribute.span());
            self.note(at, "write #[expect(…, reason = \"…\")], never allow");
        }
    }

    /// Counts the lines of an item that exists in tests only and returns how many tokens it has.
    fn skip_test_item(&mut self, tokens: &[TokenTree], first_line: usize) -> usize {
        let ends = |token: &TokenTree| match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        let length = tokens
            .iter()
            .position(ends)
            .map_or(tokens.len(), |end| end + 1);
        if let Some(last) = length.checked_sub(1).and_then(|last| tokens.get(last)) {
            self.test_lines += last.span().end().line + 1 - first_line;
        }
        length
    }

    fn check_code(&mut self, rest: &[TokenTree]) {
        let at = rest.first().map_or(0, |token| line(token.span()));
        if !self.is_test && is_unwrap(rest) {
            self.note(at, "no unwrap() outside tests");
        }
        if !self.may_emit_textarea && is_textarea(rest) {
            self.note(
                at,
                "only app/src/ui may emit <textarea>: Leptos does not escape its text",
            );
        }
        if let Some(lines) = function_lines(rest).filter(|lines| *lines > FUNCTION_LINES_MAX)
            && !self.is_test
        {
            self.note(
                at,
                format!("the function has {lines} lines, {FUNCTION_LINES_MAX} are allowed"),
            );
        }
    }

    fn check_string(&mut self, literal: &str, at: usize, is_log: bool) {
        let Some((_, text)) = literal.split_once('"') else {
            return;
        };
        let text = text.trim_end_matches(['"', '#']);
        if text.contains("<textarea") && !self.may_emit_textarea && !self.is_test && self.is_page {
            self.note(
                at,
                "only app/src/ui may emit <textarea>: Leptos does not escape its text",
            );
        }
        let is_for_people = is_chinese(text) || (self.is_page && !is_log && is_english(text));
        if self.uses_fluent && !self.is_test && is_for_people {
            self.note(
                at,
                format!("text for people belongs into Fluent: {literal}"),
            );
        }
    }
}

fn line(span: Span) -> usize {
    span.start().line
}

/// The attribute that stands first, with its number of tokens: `#[…]` or `#![…]`.
fn attribute(tokens: &[TokenTree]) -> Option<(&Group, usize)> {
    match tokens {
        [TokenTree::Punct(hash), TokenTree::Group(group), ..]
            if hash.as_char() == '#' && group.delimiter() == Delimiter::Bracket =>
        {
            Some((group, 2))
        }
        [
            TokenTree::Punct(hash),
            TokenTree::Punct(bang),
            TokenTree::Group(group),
            ..,
        ] if hash.as_char() == '#' && bang.as_char() == '!' => Some((group, 3)),
        _ => None,
    }
}

fn is_cfg_test(attribute: &Group) -> bool {
    attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// Whether `name(…)` stands anywhere in the tokens.
fn mentions_call(tokens: TokenStream, name: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_call = |pair: &[TokenTree]| matches!(pair, [TokenTree::Ident(ident), TokenTree::Group(_)] if ident == name);
    tokens.windows(2).any(is_call)
        || tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => mentions_call(group.stream(), name),
            _ => false,
        })
}

fn is_log_macro(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(name), TokenTree::Punct(bang)]
        if bang.as_char() == '!' && LOG_MACROS.iter().any(|log| name == log))
}

fn is_unwrap(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(dot), TokenTree::Ident(name), TokenTree::Group(_), ..]
        if dot.as_char() == '.' && name == "unwrap")
}

fn is_textarea(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(open), TokenTree::Ident(name), ..]
        if open.as_char() == '<' && name == "textarea")
}

/// The lines from `fn` to its last brace, when a function with a body stands first.
fn function_lines(tokens: &[TokenTree]) -> Option<usize> {
    let [TokenTree::Ident(keyword), TokenTree::Ident(_), rest @ ..] = tokens else {
        return None;
    };
    if keyword != "fn" {
        return None;
    }
    for token in rest {
        match token {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                return Some(body.span_close().end().line + 1 - line(keyword.span()));
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => return None,
            _ => {}
        }
    }
    None
}
