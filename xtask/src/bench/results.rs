//! The file that a bench leaves behind.

use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;

use super::machine;
use super::statistics::{Spread, ratios};
use crate::project::Project;

/// Where results lie, in the workspace.
const FOLDER: &str = "bench/results";

/// Where those lie that show no more than that a bench runs.
const TRIALS: &str = "target/measured";

/// The whole file.
#[derive(Serialize)]
struct Report<'a> {
    bench: &'a str,
    commit: String,
    machine: String,
    rows: Vec<Line<'a>>,
}

/// A row as it stands in the file.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    value: f64,
    unit: &'a str,
    target: Option<f64>,
    met: Option<bool>,
}

/// One line of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// How much of it.
    pub value: f64,
    /// In what.
    pub unit: &'static str,
    /// This much is wanted, where anything is.
    pub target: Option<f64>,
    /// Whether less is better: the target is the most that is allowed.
    pub is_limit: bool,
}

impl Row {
    /// A measured value that nothing is promised about.
    pub fn new(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            target: None,
            is_limit: false,
        }
    }

    /// The row with what it should reach at least.
    #[must_use]
    pub fn at_least(self, target: f64) -> Self {
        Self {
            target: Some(target),
            ..self
        }
    }

    /// The row with what it may reach at most.
    #[must_use]
    pub fn at_most(self, target: f64) -> Self {
        Self {
            target: Some(target),
            is_limit: true,
            ..self
        }
    }

    /// Whether the target is reached; nothing where there is none.
    pub fn met(&self) -> Option<bool> {
        self.target.map(|target| {
            if self.is_limit {
                self.value <= target
            } else {
                self.value >= target
            }
        })
    }

    fn line(&self) -> Line<'_> {
        Line {
            name: &self.name,
            value: rounded(self.value),
            unit: self.unit,
            target: self.target,
            met: self.met(),
        }
    }

    fn shown(&self) -> String {
        let bound = if self.is_limit { "most" } else { "least" };
        let verdict = match (self.target, self.met()) {
            (Some(target), Some(true)) => format!("  at {bound} {target}: met"),
            (Some(target), _) => format!("  at {bound} {target}: NOT MET"),
            _ => String::new(),
        };
        format!(
            "  {:<44} {:>12} {}{verdict}",
            self.name,
            rounded(self.value),
            self.unit
        )
    }
}

/// The median of per-round ratios with its range, as three rows.
pub fn ratio_rows(name: &str, of: &[f64], to: &[f64], target: f64) -> Vec<Row> {
    let Some(spread) = Spread::of(&ratios(of, to)) else {
        return Vec::new();
    };
    vec![
        Row::new(name, spread.median, "ratio").at_least(target),
        Row::new(format!("{name} (lowest round)"), spread.lowest, "ratio"),
        Row::new(format!("{name} (highest round)"), spread.highest, "ratio"),
    ]
}

/// The median of what was measured in each round.
pub fn median_row(name: impl Into<String>, values: &[f64], unit: &'static str) -> Option<Row> {
    Some(Row::new(name, Spread::of(values)?.median, unit))
}

/// Shows the rows and writes them to `bench/results/<bench>.json`; a trial goes elsewhere, so that it
/// never takes the place of a result.
///
/// # Errors
/// When the file cannot be written.
pub fn publish(project: &Project, bench: &str, rows: &[Row], is_trial: bool) -> Result<()> {
    println!("\n{bench}");
    for row in rows {
        println!("{}", row.shown());
    }
    let folder = project.path(if is_trial { TRIALS } else { FOLDER });
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = folder.join(format!("{bench}.json"));
    let report = Report {
        bench,
        commit: machine::commit(project),
        machine: machine::description(),
        rows: rows.iter().map(Row::line).collect(),
    };
    let text = serde_json::to_string_pretty(&report)? + "\n";
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    println!("\n{}", file.display());
    Ok(())
}

/// Four digits are more than any measurement of ours is good for.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let digits = 3.0 - value.abs().log10().floor();
    let scale = 10_f64.powf(digits.max(0.0));
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_decides_and_no_target_says_nothing() {
        let row = Row::new("a", 0.5, "ratio");
        assert_eq!(row.line().met, None);
        assert_eq!(row.clone().at_least(0.5).line().met, Some(true));
        let limit = row.clone().at_most(0.5);
        assert_eq!(limit.line().met, Some(true));
        assert!(limit.shown().ends_with("at most 0.5: met"));
        assert_eq!(row.clone().at_most(0.49).line().met, Some(false));
        let missed = row.at_least(0.51);
        assert_eq!(missed.line().met, Some(false));
        assert!(missed.shown().ends_with("NOT MET"), "{}", missed.shown());
    }

    #[test]
    fn a_row_has_five_fields_whatever_is_known() {
        let row = Row::new("a", 0.5, "ratio");
        let text = serde_json::to_string(&row.line()).unwrap();
        let expected = r#"{"name":"a","value":0.5,"unit":"ratio","target":null,"met":null}"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn a_ratio_brings_its_range() {
        let rows = ratio_rows("a/b", &[1.0, 2.0, 3.0], &[2.0, 2.0, 2.0], 0.9);
        let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [1.0, 0.5, 1.5]);
        assert_eq!(rows[0].target, Some(0.9));
        assert_eq!(rows[1].target, None);
        assert!(ratio_rows("a/b", &[], &[], 0.9).is_empty());
    }

    #[test]
    fn values_are_kept_to_four_digits() {
        let all = [12345.678, 1.234_56, 0.012_345_6, 0.0, f64::NAN].map(rounded);
        assert_eq!(all, [12346.0, 1.235, 0.012_35, 0.0, 0.0]);
    }
}
