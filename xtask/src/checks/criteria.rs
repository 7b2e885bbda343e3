//! `docs/accessibility.md` names every criterion of WCAG 2.2 A and AA together with what shows it, and what
//! it names is there.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// The document.
const DOCUMENT: &str = "docs/accessibility.md";

/// Every success criterion of WCAG 2.2 on the levels A and AA.
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4",
    "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
    "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

/// Where somebody looked instead of a test.
const BY_HAND: &str = "by hand";

/// What says that there is nothing to show.
const NOT_APPLICABLE: &str = "does not apply:";

/// What is wrong with the document.
///
/// # Errors
/// When it cannot be read.
pub fn findings(project: &Project) -> Result<Vec<String>> {
    let text = fs::read_to_string(project.path(DOCUMENT)).context(DOCUMENT)?;
    Ok(check(&text, |file| {
        fs::read_to_string(project.path(file)).ok()
    }))
}

/// `read` answers with the text of a file of the workspace, if there is one.
fn check(document: &str, read: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for criterion in CRITERIA {
        let rows: Vec<_> = document
            .lines()
            .filter(|line| line.starts_with(&format!("| {criterion} ")))
            .collect();
        let [row] = rows[..] else {
            let rows = rows.len();
            found.push(format!(
                "{DOCUMENT}: {criterion} has {rows} rows instead of one"
            ));
            continue;
        };
        let evidence = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or_default();
        for problem in problems(evidence, &read) {
            found.push(format!("{DOCUMENT}: {criterion}: {problem}"));
        }
    }
    found
}

/// What a row offers: `file` with quoted words of it, a look by hand, or a reason.
fn problems(evidence: &str, read: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    let names: Vec<_> = evidence.split('`').skip(1).step_by(2).collect();
    let mut files = names.iter().filter(|name| name.contains('/')).peekable();
    if files.peek().is_none() {
        let has_reason = evidence.contains(BY_HAND) || evidence.contains(NOT_APPLICABLE);
        return if has_reason {
            Vec::new()
        } else {
            vec!["neither a test nor a reason".to_owned()]
        };
    }
    let mut found = Vec::new();
    let mut texts = String::new();
    for file in files {
        match read(file) {
            Some(text) => texts.push_str(&text),
            None => found.push(format!("there is no file {file}")),
        }
    }
    for name in names.iter().filter(|name| !name.contains('/')) {
        if !texts.contains(*name) {
            found.push(format!("none of its files has `{name}`"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> Option<String> {
        (file == "end2end/a.mjs").then(|| "test(\"words that grow\")".to_owned())
    }

    fn document(evidence: &str) -> String {
        CRITERIA
            .iter()
            .map(|criterion| format!("| {criterion} Title | A | {evidence} |\n"))
            .collect()
    }

    #[test]
    fn tests_hands_and_reasons_are_good() {
        for good in [
            "`end2end/a.mjs`",
            "`end2end/a.mjs`: `words that grow`",
            "by hand: with a screen reader",
            "does not apply: there is no sound",
        ] {
            assert_eq!(check(&document(good), read), Vec::<String>::new(), "{good}");
        }
    }

    #[test]
    fn what_is_not_there_is_found() {
        for (bad, part) in [
            ("`end2end/b.mjs`", "no file end2end/b.mjs"),
            (
                "`end2end/a.mjs`: `words that shrink`",
                "none of its files has `words that shrink`",
            ),
            ("we are sure", "neither a test nor a reason"),
        ] {
            let found = check(&document(bad), read);
            assert_eq!(found.len(), CRITERIA.len(), "{bad}");
            assert!(found[0].contains(part), "{found:?}");
        }
    }

    #[test]
    fn every_criterion_has_one_row() {
        let good = document("by hand");
        let without = good.replace("| 2.4.11 ", "| 2.4.1 ");
        let found = check(&without, read);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("2.4.1 has 2 rows"), "{found:?}");
        assert!(found[1].contains("2.4.11 has 0 rows"), "{found:?}");
    }
}
