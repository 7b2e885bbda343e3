//! The rules of the house, each a pure function over what it reads, so that a test can feed it a
//! bad example.

pub mod arrows;
pub mod budgets;
pub mod contrast;
pub mod criteria;
pub mod rules;

/// Prints findings one a line and says whether there were none.
pub fn report(findings: &[String]) -> bool {
    for finding in findings {
        println!("  {finding}");
    }
    findings.is_empty()
}
