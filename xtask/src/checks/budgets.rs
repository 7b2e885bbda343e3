//! How much a first visit may cost, compressed as it goes over the wire.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::site::files::twin_of;

/// The style sheet, bytes of Brotli 11. GOV.UK's own is 13.2 kB.
const CSS_BYTES_MAX: u64 = 14_000;

/// What islands load on a first visit, WebAssembly and JavaScript together, bytes of Brotli 11.
const ISLANDS_BYTES_MAX: u64 = 150_000;

/// One budget and what is spent of it.
struct Spent {
    what: &'static str,
    bytes: u64,
    bytes_max: u64,
}

impl Spent {
    fn line(&self) -> String {
        format!(
            "{}: {} of {} bytes (Brotli)",
            self.what, self.bytes, self.bytes_max
        )
    }

    fn is_kept(&self) -> bool {
        self.bytes <= self.bytes_max
    }
}

/// Prints what is spent and returns the budgets that are not kept.
///
/// # Errors
/// When the site has not been built.
pub fn findings(site: &Path) -> Result<Vec<String>> {
    let budgets = measure(site)?;
    for budget in budgets.iter().filter(|budget| budget.is_kept()) {
        println!("  {}", budget.line());
    }
    Ok(budgets
        .iter()
        .filter(|budget| !budget.is_kept())
        .map(|budget| format!("over budget: {}", budget.line()))
        .collect())
}

fn measure(site: &Path) -> Result<[Spent; 2]> {
    let manifest = site.join("manifest.json");
    let manifest = fs::read(&manifest)
        .with_context(|| format!("{} is missing: run `cargo xtask build`", manifest.display()))?;
    let names: BTreeMap<String, String> = serde_json::from_slice(&manifest)?;
    let size = |name: &str| -> Result<u64> {
        let hashed = names
            .get(name)
            .with_context(|| format!("{name} is not in manifest.json"))?;
        let twin = twin_of(&site.join(hashed));
        let file = fs::metadata(&twin).with_context(|| format!("{} is missing", twin.display()))?;
        Ok(file.len())
    };
    Ok([
        Spent {
            what: "CSS",
            bytes: size("app.css")?,
            bytes_max: CSS_BYTES_MAX,
        },
        Spent {
            what: "WebAssembly and JavaScript",
            bytes: size("frontend.wasm")? + size("frontend.js")? + snippets(site)?,
            bytes_max: ISLANDS_BYTES_MAX,
        },
    ])
}

/// The compressed JavaScript that the glue imports besides its own.
fn snippets(site: &Path) -> Result<u64> {
    fn total(folder: &Path) -> Result<u64> {
        let mut bytes = 0;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            if path.is_dir() {
                bytes += total(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "br") {
                bytes += entry.metadata()?.len();
            }
        }
        Ok(bytes)
    }
    let folder = site.join("snippets");
    if folder.is_dir() {
        total(&folder)
    } else {
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(css: u64, wasm: u64, js: u64) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("a.css", css), ("f.wasm", wasm), ("f.js", js)] {
            let file = fs::File::create(twin_of(&folder.path().join(name))).unwrap();
            file.set_len(bytes).unwrap();
        }
        fs::write(
            folder.path().join("manifest.json"),
            r#"{"app.css":"a.css","frontend.wasm":"f.wasm","frontend.js":"f.js"}"#,
        )
        .unwrap();
        folder
    }

    #[test]
    fn exactly_the_budget_is_kept() {
        let site = site(CSS_BYTES_MAX, ISLANDS_BYTES_MAX - 1, 1);
        assert_eq!(findings(site.path()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn one_byte_more_is_found() {
        let css = findings(site(CSS_BYTES_MAX + 1, 0, 0).path()).unwrap();
        assert!(css.len() == 1 && css[0].contains("CSS"), "{css:?}");
        let islands = findings(site(0, ISLANDS_BYTES_MAX, 1).path()).unwrap();
        assert!(
            islands.len() == 1 && islands[0].contains("WebAssembly"),
            "{islands:?}"
        );
    }

    #[test]
    fn snippets_count() {
        let site = site(0, ISLANDS_BYTES_MAX, 0);
        fs::create_dir_all(site.path().join("snippets/x")).unwrap();
        fs::write(site.path().join("snippets/x/inline0.js.br"), "1").unwrap();
        assert_eq!(findings(site.path()).unwrap().len(), 1);
    }

    #[test]
    fn a_site_that_was_not_built_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            findings(folder.path())
                .unwrap_err()
                .to_string()
                .contains("cargo xtask build")
        );
    }
}
