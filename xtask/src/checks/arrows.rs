//! Which crate may know which, read from `cargo metadata` (ARCHITECTURE.md draws the arrows).

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::project::Project;

/// What one of our crates may depend on.
struct Allowed {
    name: &'static str,
    /// In the crate itself.
    normal: &'static [&'static str],
    /// In its tests, besides `normal`.
    tests: &'static [&'static str],
    /// May be known only behind a feature, so that it never reaches the browser.
    optional: &'static [&'static str],
}

const fn knows(name: &'static str, normal: &'static [&'static str]) -> Allowed {
    Allowed {
        name,
        normal,
        tests: &[],
        optional: &[],
    }
}

const ALLOWED: [Allowed; 9] = [
    knows("domain", &[]),
    knows("entities", &[]),
    Allowed {
        tests: &["entities"],
        ..knows("migrations", &[])
    },
    Allowed {
        tests: &["migrations"],
        ..knows("portal", &["domain", "entities"])
    },
    Allowed {
        optional: &["portal"],
        ..knows("app", &["domain", "portal"])
    },
    knows("frontend", &["app"]),
    knows("documents", &[]),
    knows(
        "server",
        &["app", "documents", "portal", "migrations", "domain"],
    ),
    knows("xtask", &[]),
];

/// The only crates of others that the rules of `domain` may use: no I/O, no async, no randomness.
const DOMAIN_MAY_USE: [&str; 6] = [
    "cel",
    "chrono",
    "schemars",
    "serde",
    "serde_json",
    "thiserror",
];

/// One dependency as a manifest states it.
struct Edge {
    from: String,
    to: String,
    ours: bool,
    tests_only: bool,
    optional: bool,
}

/// Everything in the manifests that the plan does not allow.
///
/// # Errors
/// When cargo cannot read the manifests.
pub fn findings(project: &Project) -> Result<Vec<String>> {
    let metadata = MetadataCommand::new()
        .manifest_path(project.path("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cargo metadata")?;
    let edges = metadata
        .workspace_packages()
        .into_iter()
        .flat_map(|package| {
            package.dependencies.iter().map(|dependency| Edge {
                from: package.name.to_string(),
                to: dependency.name.clone(),
                ours: dependency.path.is_some(),
                tests_only: dependency.kind == DependencyKind::Development,
                optional: dependency.optional,
            })
        });
    Ok(edges.filter_map(|edge| objection(&edge)).collect())
}

/// Why an edge may not be, if it may not.
fn objection(edge: &Edge) -> Option<String> {
    let Edge { from, to, .. } = edge;
    let Some(allowed) = ALLOWED.iter().find(|allowed| allowed.name == from) else {
        return Some(format!(
            "{from} is not in the plan: add it to xtask/src/checks/arrows.rs"
        ));
    };
    if !edge.ours {
        let forbidden =
            from == "domain" && !edge.tests_only && !DOMAIN_MAY_USE.contains(&to.as_str());
        return forbidden.then(|| format!("domain must not use {to}: it does no I/O"));
    }
    let to = to.as_str();
    let known = allowed.normal.contains(&to) || (edge.tests_only && allowed.tests.contains(&to));
    if !known {
        let place = if edge.tests_only { " in its tests" } else { "" };
        return Some(format!("{from} must not know {to}{place}"));
    }
    (allowed.optional.contains(&to) && !edge.optional && !edge.tests_only)
        .then(|| format!("{from} may know {to} only behind a feature (`optional = true`)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(from: &str, to: &str) -> Edge {
        Edge {
            from: from.into(),
            to: to.into(),
            ours: true,
            tests_only: false,
            optional: false,
        }
    }

    #[test]
    fn the_plan_is_accepted() {
        for (from, to) in [
            ("portal", "domain"),
            ("server", "migrations"),
            ("frontend", "app"),
        ] {
            assert_eq!(objection(&edge(from, to)), None, "{from} -> {to}");
        }
    }

    #[test]
    fn arrows_that_point_the_wrong_way_are_refused() {
        for (from, to) in [
            ("domain", "entities"),
            ("domain", "portal"),
            ("portal", "app"),
            ("app", "server"),
            ("app", "entities"),
            ("server", "entities"),
            ("portal", "documents"),
            ("documents", "domain"),
            ("frontend", "portal"),
            ("xtask", "domain"),
        ] {
            assert!(objection(&edge(from, to)).is_some(), "{from} -> {to}");
        }
    }

    #[test]
    fn tests_may_know_a_little_more_than_the_crate() {
        let in_crate = edge("portal", "migrations");
        assert!(objection(&in_crate).is_some());
        let in_tests = Edge {
            tests_only: true,
            ..in_crate
        };
        assert_eq!(objection(&in_tests), None);
    }

    #[test]
    fn pages_know_the_use_cases_only_behind_a_feature() {
        let always = edge("app", "portal");
        assert!(
            objection(&always)
                .unwrap()
                .contains("only behind a feature")
        );
        let optional = Edge {
            optional: true,
            ..always
        };
        assert_eq!(objection(&optional), None);
    }

    #[test]
    fn the_rules_use_no_crate_that_does_io() {
        let foreign = |to| Edge {
            ours: false,
            ..edge("domain", to)
        };
        assert!(objection(&foreign("tokio")).is_some());
        assert_eq!(objection(&foreign("chrono")), None);
        let proptest = Edge {
            tests_only: true,
            ..foreign("proptest")
        };
        assert_eq!(objection(&proptest), None);
    }

    #[test]
    fn an_unknown_crate_is_refused() {
        assert!(
            objection(&edge("surprise", "domain"))
                .unwrap()
                .contains("not in the plan")
        );
    }
}
