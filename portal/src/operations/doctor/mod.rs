//! The doctor: is this portal fit to serve? For operators, in plain English.

mod calendar;
mod database;
mod officers;
mod parts;

use super::Operations;
use crate::Internal;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was found, and what to do where it is not.
    pub detail: String,
}

/// What a check found: `Ok` when all is well, `Err` when somebody should act.
type Finding = Result<String, String>;

impl Operations<'_> {
    /// Looks at everything that a portal needs. Writes nothing but one small file, which it
    /// removes; a check that cannot be made counts as failed.
    pub async fn doctor(&self) -> Vec<Check> {
        let portal = self.0;
        let checks = [
            ("database", database::reachable(portal).await),
            ("schema", database::schema(portal).await),
            ("durability", database::durability(portal).await),
            ("jobs", database::jobs(portal).await),
            ("files", parts::files(portal).await),
            ("mail", parts::mail(portal)),
            ("text messages", parts::sms(portal)),
            ("master key", parts::master_key(portal)),
            ("calendar, this year", calendar::this_year(portal).await),
            ("calendar, next year", calendar::next_year(portal).await),
            ("officers", officers::posted(portal).await),
        ];
        checks
            .into_iter()
            .map(|(name, finding)| check(name, finding))
            .collect()
    }
}

fn check(name: &'static str, finding: Finding) -> Check {
    let ok = finding.is_ok();
    let (Ok(detail) | Err(detail)) = finding;
    Check { name, ok, detail }
}

/// A failure of the infrastructure as a finding.
fn failed(error: impl Into<Internal>) -> String {
    format!("this could not be checked: {}", error.into())
}
