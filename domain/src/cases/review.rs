//! How far the review of an accepted case has come.

use serde::{Deserialize, Serialize};

use super::{Flow, Party, ReviewStep, Role};
use crate::{AccountId, DepartmentCode};

/// What a step of the review came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 通过: nothing speaks against it.
    Agree,
    /// 不通过: something does. Who decides weighs it.
    Object,
}

keys!(Verdict { Agree = "agree", Object = "object" });

/// A concluded step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concluded {
    /// Key of the step.
    pub step: String,
    /// Who concluded it; `None` when a rule did.
    pub by: Option<AccountId>,
    /// What it came to.
    pub verdict: Verdict,
    /// The reasons.
    pub opinion: String,
}

/// The review between acceptance and decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Review {
    /// The case was accepted by silence.
    #[serde(default)]
    pub deemed: bool,
    /// The steps that are concluded, in the order in which that happened.
    #[serde(default)]
    pub concluded: Vec<Concluded>,
}

impl Review {
    /// The steps that can be concluded now: those of the first stage that is not through.
    pub fn open<'a>(&self, flow: &'a Flow) -> Vec<&'a ReviewStep> {
        let mut stages = flow.review.iter().map(|stage| {
            let open = stage.steps.iter().filter(|step| !self.has(&step.key));
            open.collect::<Vec<_>>()
        });
        stages.find(|open| !open.is_empty()).unwrap_or_default()
    }

    /// Whether every step is concluded, so that it can be decided.
    pub fn is_complete(&self, flow: &Flow) -> bool {
        flow.steps().all(|step| self.has(&step.key))
    }

    /// Whether any step has come to an objection.
    pub fn has_objection(&self) -> bool {
        let mut verdicts = self.concluded.iter().map(|one| one.verdict);
        verdicts.any(|verdict| verdict == Verdict::Object)
    }

    /// Whether this officer has concluded a step.
    pub fn was_by(&self, officer: &AccountId) -> bool {
        self.concluded
            .iter()
            .any(|one| one.by.as_ref() == Some(officer))
    }

    fn has(&self, step: &str) -> bool {
        self.concluded.iter().any(|one| one.step == step)
    }
}

impl ReviewStep {
    /// The department that looks, in a case of the department `deciding`.
    pub fn department_of<'a>(&'a self, deciding: &'a DepartmentCode) -> &'a DepartmentCode {
        self.department.as_ref().unwrap_or(deciding)
    }

    /// Whether this officer's department and role fit the step, in a case of the department `deciding`.
    pub fn is_for(&self, by: &Party, deciding: &DepartmentCode) -> bool {
        let Party::Officer {
            department, role, ..
        } = by
        else {
            return false;
        };
        let role_fits = match self.role {
            Role::Handler => matches!(role, Role::Handler | Role::Reviewer),
            other => *role == other,
        };
        role_fits && department == self.department_of(deciding)
    }
}
