//! Joint services (高效办成一件事): one application, one form, one word on whether it is complete; then every
//! department decides its own matter, with its own clock (行政许可法 art. 26; 国发〔2024〕3号).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Case, CaseState, Demands, Flow, Party};
use crate::certificates::CertificateTemplate;
use crate::forms::Expression;
use crate::{AccountId, CaseId, DepartmentCode, Text};

/// Most matters of a joint service. The longest of the national list (退休) has eleven.
pub const MAX_MATTERS: usize = 30;

/// What makes a service a joint one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Joint {
    /// The matters, each after those that it builds on.
    pub matters: Vec<Matter>,
    /// The results are handed over together when this holds, as the applicant has chosen; else as they come.
    #[serde(default)]
    pub together_when: Option<Expression>,
    /// What it saves the applicant, compared with doing all matters one by one.
    #[serde(default)]
    pub savings: Option<Savings>,
}

/// What a joint service saves (四减): counts of the single matters together, and of the joint service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Savings {
    /// Steps (环节).
    pub steps: Change,
    /// Working days (时限).
    pub days: Change,
    /// Materials (材料).
    pub materials: Change,
    /// Visits to an office (跑动).
    pub visits: Change,
}

/// A count before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Matter by matter.
    pub before: u16,
    /// As one.
    pub after: u16,
}

/// One matter (联办事项) of a joint service: what one department decides of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Names the matter within the service.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The department that decides it.
    pub department: DepartmentCode,
    /// It is part of an application when this holds; of every one when not said.
    #[serde(default)]
    pub when: Option<Expression>,
    /// The matters whose results it needs. It begins when all that are part of the application are granted.
    #[serde(default)]
    pub after: Vec<String>,
    /// The steps of the form that its department gets to see: what it needs and no more (个人信息保护法
    /// art. 6). All of them when none is named.
    #[serde(default)]
    pub steps: Vec<String>,
    /// How its department handles it from acceptance on; what comes before is the lead department's.
    pub flow: Flow,
    /// What an approval issues.
    #[serde(default)]
    pub certificate: Option<CertificateTemplate>,
}

/// Of which joint application a case is a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The joint application.
    pub of: CaseId,
    /// Key of the matter.
    pub matter: String,
}

/// What a department that takes part found when it looked at a joint application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The department.
    pub department: DepartmentCode,
    /// The officer who looked.
    pub by: AccountId,
    /// What is missing or wrong; empty when nothing is.
    pub asked: Demands,
}

/// Where a matter of a joint application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// No part of this application.
    NotAsked,
    /// It waits for the results of others.
    Waits,
    /// Everything that it needs is there.
    Ready,
    /// Its department works on it.
    Open,
    /// Granted, and the result is there; it has still to be handed over.
    Issued,
    /// Granted and delivered.
    Granted,
    /// It has ended otherwise.
    Ended,
    /// It cannot begin: what it needs was not granted.
    Fallen,
}

keys!(Standing {
    NotAsked = "not-asked",
    Waits = "waits",
    Ready = "ready",
    Open = "open",
    Issued = "issued",
    Granted = "granted",
    Ended = "ended",
    Fallen = "fallen",
});

impl Standing {
    /// The standing of a matter that has begun. `issued` says whether its result is there.
    pub const fn of(state: &CaseState, issued: bool) -> Self {
        match state {
            CaseState::Delivered { .. } => Self::Granted,
            CaseState::Approved { .. } if issued => Self::Issued,
            state if state.is_final() => Self::Ended,
            _ => Self::Open,
        }
    }

    /// Whether nothing will happen to the matter any more.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::NotAsked | Self::Granted | Self::Ended | Self::Fallen
        )
    }

    /// Whether the matters after it can build on it: its result is there, or it is no part of the application.
    const fn carries(self) -> bool {
        matches!(self, Self::NotAsked | Self::Issued | Self::Granted)
    }

    /// Whether what builds on it can never begin.
    const fn breaks(self) -> bool {
        matches!(self, Self::Ended | Self::Fallen)
    }
}

impl Joint {
    /// The matter with this key.
    pub fn matter(&self, key: &str) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.key == key)
    }

    /// Whether another matter needs the result of this one.
    pub fn is_needed(&self, key: &str) -> bool {
        let needs = |matter: &Matter| matter.after.iter().any(|it| it == key);
        self.matters.iter().any(needs)
    }

    /// The departments that decide a matter, each once, in the order of the matters.
    pub fn departments(&self) -> Vec<&DepartmentCode> {
        let mut departments = Vec::new();
        for matter in &self.matters {
            if !departments.contains(&&matter.department) {
                departments.push(&matter.department);
            }
        }
        departments
    }

    /// Where every matter stands. `is_asked` says whether a matter is part of the application, `begun` how far
    /// it has come once it has begun.
    pub fn standings(
        &self,
        is_asked: impl Fn(&Matter) -> bool,
        begun: impl Fn(&Matter) -> Option<Standing>,
    ) -> Vec<(&Matter, Standing)> {
        let mut standings: Vec<(&Matter, Standing)> = Vec::with_capacity(self.matters.len());
        for matter in &self.matters {
            let standing = begun(matter).unwrap_or_else(|| {
                if is_asked(matter) {
                    matter.before_it_begins(&standings)
                } else {
                    Standing::NotAsked
                }
            });
            standings.push((matter, standing));
        }
        standings
    }
}

impl Matter {
    fn before_it_begins(&self, earlier: &[(&Self, Standing)]) -> Standing {
        let needed = |(matter, _): &&(&Self, Standing)| self.after.contains(&matter.key);
        let mut standings = earlier.iter().filter(needed).map(|(_, standing)| *standing);
        if standings.clone().any(Standing::breaks) {
            Standing::Fallen
        } else if standings.all(Standing::carries) {
            Standing::Ready
        } else {
            Standing::Waits
        }
    }
}

impl Flow {
    /// Whether this officer's department decides a matter of a joint application that `lead` leads.
    pub fn joins(&self, by: &Party, lead: &DepartmentCode) -> bool {
        let (Party::Officer { department, .. }, Some(joint)) = (by, &self.joint) else {
            return false;
        };
        department != lead && joint.departments().contains(&department)
    }
}

impl Case {
    /// A new case for one matter of a joint application. It begins with [`super::Event::Begin`].
    pub fn part(id: CaseId, joint: &Self, matter: &Matter) -> Self {
        let part = Part {
            of: joint.id.clone(),
            matter: matter.key.clone(),
        };
        Self {
            part: Some(part),
            ..Self::draft(
                id,
                joint.item.clone(),
                joint.version,
                matter.department.clone(),
                joint.applicant.clone(),
            )
        }
    }

    /// The case that holds the answers and the materials: for a matter of a joint application that one.
    pub fn file(&self) -> &CaseId {
        self.part.as_ref().map_or(&self.id, |part| &part.of)
    }

    /// What the departments that take part found so far; empty before the first looks and after a correction.
    pub fn looks(&self) -> &[Look] {
        match &self.state {
            CaseState::Submitted { looks, .. } => looks,
            _ => &[],
        }
    }

    /// Everything that the departments which take part want corrected, as one notice says it.
    pub fn gathered(&self) -> Demands {
        let mut asked = Demands::default();
        for look in self.looks() {
            asked.take_in(&look.asked);
        }
        asked
    }
}
