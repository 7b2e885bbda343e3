//! What the database of a portal says about its cases, as `server/examples/case_facts.rs` reads it.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::bench::Installation;
use crate::project::{Profile, Project};
use crate::shell;

/// The program that reads them.
pub const PROGRAM: &str = "case_facts";

/// Everything that the rules look at.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Facts {
    /// What the database says of its own file; `ok` alone when it is sound.
    pub integrity: Vec<String>,
    /// Counters of case numbers: the day (`2026-11-21`) and the last sequence that was given out.
    pub counters: BTreeMap<String, u64>,
    /// All cases.
    pub cases: Vec<CaseFacts>,
}

/// One case with everything that belongs to it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CaseFacts {
    /// Its id.
    pub id: String,
    /// Its number, from the submission on.
    pub number: Option<String>,
    /// Whether the number is well formed, check character included.
    pub number_is_valid: bool,
    /// The key of its state.
    pub state: String,
    /// The key of the state that lies sealed beside it; none when it cannot be opened.
    pub sealed_state: Option<String>,
    /// Transitions so far.
    pub revision: u64,
    /// Its history: place and kind of each event, in order.
    pub events: Vec<(u64, String)>,
    /// Actions in the audit trail that are about it.
    pub audits: Vec<String>,
    /// Effect keys of the jobs that are about it.
    pub jobs: Vec<String>,
    /// Notices in the applicant's inbox that are about it.
    pub notices: u64,
    /// Whether it has answers.
    pub has_answers: bool,
}

/// What a case can be robbed of, to see whether the rules notice.
#[derive(Clone, Copy, Debug)]
pub enum Damage {
    /// The whole case.
    Row,
    /// Its number.
    Number,
    /// Its history.
    Events,
    /// What the audit trail says of its submission.
    Audit,
    /// The mail that its applicant was promised.
    Mail,
    /// Its answers.
    Answers,
}

impl Damage {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Row,
        Self::Number,
        Self::Events,
        Self::Audit,
        Self::Mail,
        Self::Answers,
    ];

    /// What is missing afterwards; also the program's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Number => "number",
            Self::Events => "events",
            Self::Audit => "audit",
            Self::Mail => "mail",
            Self::Answers => "answers",
        }
    }
}

impl Facts {
    /// Reads the database of a portal that does not run.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(project: &Project, profile: Profile, portal: &Installation) -> Result<Self> {
        Self::ask(project, profile, portal, &[])
    }

    /// Damages one case of a portal that does not run, and reads its database.
    ///
    /// # Errors
    /// When there is no such case, or the database cannot be read.
    pub fn of_damaged(
        project: &Project,
        profile: Profile,
        portal: &Installation,
        damage: Damage,
        case: &str,
    ) -> Result<Self> {
        Self::ask(project, profile, portal, &[damage.name(), case])
    }

    fn ask(
        project: &Project,
        profile: Profile,
        portal: &Installation,
        arguments: &[&str],
    ) -> Result<Self> {
        let program = Command::new(project.example(profile, PROGRAM));
        let mut command = portal.with_settings(program);
        let said = shell::capture(command.args(arguments))?;
        serde_json::from_str(&said).context("the facts have another form than expected")
    }
}
