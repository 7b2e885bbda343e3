//! Where and on what a measurement was made.

use std::fs;
use std::process::Command;

use crate::project::Project;
use crate::shell::capture;

/// The commit that was measured; marked where files had changed since.
pub fn commit(project: &Project) -> String {
    let git = |arguments: &[&str]| capture(project.command("git").args(arguments));
    let Ok(commit) = git(&["rev-parse", "HEAD"]) else {
        return "unknown".to_owned();
    };
    // What the benches themselves write is no change of what they measure.
    let changes = git(&["status", "--porcelain", "--", ".", ":!bench/results"]);
    let mark = if changes.is_ok_and(|changes| changes.is_empty()) {
        ""
    } else {
        " with changes"
    };
    format!("{}{mark}", commit.trim())
}

/// Processor, cores, kernel.
pub fn description() -> String {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model(&processors).unwrap_or("unknown processor");
    // Not what is left for this process, which keeps to one core.
    let cores = cores(&processors);
    let kernel = capture(Command::new("uname").arg("-sr")).unwrap_or_default();
    format!("{model}, {cores} cores, {}", kernel.trim())
}

fn cores(processors: &str) -> usize {
    let is_core = |line: &&str| line.starts_with("processor");
    processors.lines().filter(is_core).count()
}

fn model(processors: &str) -> Option<&str> {
    let line = processors
        .lines()
        .find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn model_and_cores_are_read() {
        let text =
            "processor\t: 0\nmodel name\t: Some CPU @ 2.5 GHz\nprocessor\t: 1\nmodel name\t: b\n";
        assert_eq!(model(text), Some("Some CPU @ 2.5 GHz"));
        assert_eq!(cores(text), 2);
        assert_eq!(model(""), None);
    }

    #[test]
    fn a_clone_knows_its_commit() {
        let commit = commit(&Project::here());
        assert!(commit.len() >= 40, "{commit}");
    }
}
