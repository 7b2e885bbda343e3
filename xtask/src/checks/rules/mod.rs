//! The house rules that neither rustc nor clippy knows, read from the tokens of our sources: what
//! stands in a comment or a string is never mistaken for code.

mod scan;
mod text;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::{CRATES, Project};

/// Lines of one file without its tests; more than that is two subjects.
const FILE_LINES_MAX: usize = 400;

/// Lines of one function; more than that does not fit a screen.
const FUNCTION_LINES_MAX: usize = 70;

/// Folders whose files are read besides the sources of our crates, for unfinished work only.
const OTHER_FOLDERS: [&str; 3] = ["style", "locales", "end2end"];

/// Kinds of file that people write; everything else (lock files, pictures) is passed over.
const EXTENSIONS: [&str; 4] = ["rs", "css", "ftl", "mjs"];

/// One file that people write.
struct Source {
    /// Its path from the root of the workspace, with `/`.
    name: String,
    text: String,
}

/// Everything in our sources that breaks a rule, as `file:line: what`.
///
/// # Errors
/// When a source cannot be read or is not Rust.
pub fn findings(project: &Project) -> Result<Vec<String>> {
    let mut sources = Vec::new();
    let root = project.path("");
    for folder in CRATES.iter().chain(&OTHER_FOLDERS) {
        collect(&root, &project.path(folder), &mut sources)?;
    }
    check_all(&sources)
}

fn collect(root: &Path, path: &Path, sources: &mut Vec<Source>) -> Result<()> {
    if path.is_dir() {
        if path.ends_with("node_modules") || path.ends_with("results") {
            return Ok(());
        }
        let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        return paths
            .iter()
            .try_for_each(|path| collect(root, path, sources));
    }
    let extension = path.extension().and_then(|extension| extension.to_str());
    if extension.is_some_and(|extension| EXTENSIONS.contains(&extension)) {
        let name = path.strip_prefix(root).unwrap_or(path);
        sources.push(Source {
            name: name.to_string_lossy().replace('\\', "/"),
            text: fs::read_to_string(path).with_context(|| path.display().to_string())?,
        });
    }
    Ok(())
}

fn check_all(sources: &[Source]) -> Result<Vec<String>> {
    let is_rust = |source: &&Source| source.name.ends_with(".rs");
    let mut test_modules = Vec::new();
    for Source { name, text } in sources.iter().filter(is_rust) {
        test_modules.extend(scan::test_modules(name, text)?);
    }
    let mut found = Vec::new();
    for Source { name, text } in sources {
        let is_test = test_modules.iter().any(|module| {
            name.strip_prefix(module.as_str())
                .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        });
        let findings =
            check(name, text, is_test).with_context(|| format!("cannot parse {name}"))?;
        found.extend(
            findings
                .iter()
                .map(|Finding { line, what }| format!("{name}:{line}: {what}")),
        );
    }
    Ok(found)
}

/// One breach of a rule.
#[derive(Debug)]
struct Finding {
    line: usize,
    what: String,
}

/// Checks one file; `is_test` says that its module is declared for tests only.
fn check(name: &str, source: &str, is_test: bool) -> Result<Vec<Finding>> {
    let mut found = text::unfinished(source);
    if name.ends_with(".rs") {
        found.extend(scan::rust(name, source, is_test)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(name: &str, source: &str) -> String {
        let found = check(name, source, false).unwrap();
        found
            .iter()
            .map(|finding| format!("{}: {}\n", finding.line, finding.what))
            .collect()
    }

    #[track_caller]
    fn refused(name: &str, source: &str, line: usize, part: &str) {
        let found = whats(name, source);
        let hit = found
            .lines()
            .any(|finding| finding.starts_with(&format!("{line}: ")) && finding.contains(part));
        assert!(hit, "{source} gave {found:?}");
    }

    #[track_caller]
    fn accepted(name: &str, source: &str) {
        assert_eq!(whats(name, source), "", "{source}");
    }

    #[test]
    fn allow_is_refused_everywhere_even_in_tests() {
        let inner = "#![allow(dead_code)]\nfn a() {}";
        refused("domain/src/lib.rs", inner, 1, "expect");
        refused("domain/tests/it.rs", inner, 1, "expect");
        refused(
            "app/src/a.rs",
            "\n#[cfg_attr(test, allow(dead_code))]\nfn a() {}",
            2,
            "expect",
        );
        accepted(
            "app/src/a.rs",
            "#[expect(dead_code, reason = \"allow(x)\")]\nfn a() {}",
        );
    }

    #[test]
    fn unwrap_is_refused_outside_tests() {
        let call = "fn a() {\n    b().unwrap();\n}";
        refused("portal/src/a.rs", call, 2, "unwrap");
        accepted("portal/tests/a.rs", call);
        accepted("portal/src/cases/tests.rs", call);
        accepted(
            "portal/src/a.rs",
            "#[cfg(test)]\nmod tests {\n fn a() { b().unwrap(); }\n}",
        );
        accepted(
            "portal/src/a.rs",
            "// b.unwrap()\nfn a() { b().unwrap_or_default(); }",
        );
        let after = "#[cfg(test)]\nmod tests;\nfn a() { b().unwrap(); }";
        refused("portal/src/a.rs", after, 3, "unwrap");
    }

    #[test]
    fn unfinished_work_names_its_issue() {
        let mark = concat!("TO", "DO");
        refused(
            "domain/src/a.rs",
            &format!("fn a() {{}}\n// {mark} later"),
            2,
            "issue",
        );
        refused(
            "style/base.css",
            &format!("/* {mark}: later */"),
            1,
            "issue",
        );
        accepted("domain/src/a.rs", &format!("// {mark} #12: later\n"));
    }

    #[test]
    fn only_the_component_library_emits_textareas() {
        let page = "fn a() { view! { <textarea></textarea> } }";
        refused("app/src/cases/pages.rs", page, 1, "textarea");
        accepted("app/src/ui/textarea.rs", page);
        refused(
            "app/src/a.rs",
            "fn a() { write(\"<textarea>\") }",
            1,
            "textarea",
        );
    }

    #[test]
    fn text_for_people_stands_in_fluent() {
        let chinese = "fn a() { say(\"\u{6211}\u{8981}\u{529e}\") }";
        refused("app/src/a.rs", chinese, 1, "Fluent");
        refused("portal/src/a.rs", chinese, 1, "Fluent");
        refused("server/src/a.rs", chinese, 1, "Fluent");
        accepted("domain/src/a.rs", chinese);
        accepted("portal/src/a.rs", "const NO_MAIN_ITEM: &str = \"未分类\";");
        accepted("portal/src/seed/people.rs", chinese);
        accepted("server/src/seed.rs", chinese);
        accepted("app/tests/a.rs", chinese);
        accepted("app/src/a.rs", "/// \u{4e8b}\u{9879}\nfn a() {}");
        refused(
            "app/src/a.rs",
            "fn a() { view! { <p>\"Hand it in\"</p> } }",
            1,
            "Fluent",
        );
        accepted(
            "app/src/a.rs",
            "fn a() { tracing::error!(\"Page was not rendered\"); }",
        );
        accepted("app/src/a.rs", "fn a() { class(\"button button-large\"); }");
    }

    #[test]
    fn long_functions_and_files_are_found() {
        let body = "    b();\n".repeat(FUNCTION_LINES_MAX - 2);
        accepted("domain/src/a.rs", &format!("fn a() {{\n{body}}}\n"));
        refused(
            "domain/src/a.rs",
            &format!("fn a() {{\n    b();\n{body}}}\n"),
            1,
            "function",
        );
        let items = "fn a() {}\n".repeat(FILE_LINES_MAX);
        accepted("domain/src/a.rs", &items);
        refused(
            "domain/src/a.rs",
            &format!("{items}fn b() {{}}\n"),
            401,
            "file",
        );
        let tests = format!("{items}#[cfg(test)]\nmod tests {{\n    fn b() {{}}\n}}\n");
        accepted("domain/src/a.rs", &tests);
    }

    #[test]
    fn a_module_that_is_declared_for_tests_is_a_test_wherever_it_lies() {
        let source = |name: &str, text: &str| Source {
            name: name.into(),
            text: text.into(),
        };
        let call = "fn a() { b().unwrap(); }";
        let parents = [
            ("app/src/page/mod.rs", "app/src/page/testing.rs"),
            ("app/src/page.rs", "app/src/page/testing/people.rs"),
        ];
        for (parent, child) in parents {
            let for_tests = source(parent, "#[cfg(test)]\nmod testing;");
            let child = source(child, call);
            assert_eq!(
                check_all(&[for_tests, child]).unwrap(),
                Vec::<String>::new()
            );
        }
        let always = source("app/src/lib.rs", "mod testing;");
        let found = check_all(&[always, source("app/src/testing.rs", call)]).unwrap();
        assert_eq!(found, ["app/src/testing.rs:1: no unwrap() outside tests"]);
    }
}
