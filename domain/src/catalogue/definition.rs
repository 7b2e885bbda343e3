//! The published version of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Guide, GuidedChoice};
use crate::DepartmentCode;
use crate::cases::Flow;
use crate::certificates::CertificateTemplate;
use crate::forms::FormDefinition;

/// Everything that makes an item applicable online: one immutable, numbered version. A case keeps the
/// version that it was started on. Unknown keys in the document are refused, as they are slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceDefinition {
    /// What the applicant reads.
    pub guide: Guide,
    /// What the early questions of the form decide.
    #[serde(default)]
    pub choice: GuidedChoice,
    /// What the applicant fills in.
    pub form: FormDefinition,
    /// How the office handles it.
    pub flow: Flow,
    /// What an approval issues; `None` when it issues nothing.
    #[serde(default)]
    pub certificate: Option<CertificateTemplate>,
}

impl ServiceDefinition {
    /// The definition by which a department handles its matter of this joint service (一件事): its flow, its
    /// certificate, and of the form what it gets to see. None where the service has no such matter.
    #[must_use]
    pub fn of_matter(&self, key: &str) -> Option<Self> {
        let matter = self.flow.joint.as_ref()?.matter(key)?;
        Some(Self {
            guide: self.guide.clone(),
            choice: GuidedChoice::default(),
            form: self.form.only(&matter.steps),
            flow: matter.flow.clone(),
            certificate: matter.certificate.clone(),
        })
    }

    /// The part of the form of a joint service that a department sees which decides a matter of it; none
    /// where it decides none.
    #[must_use]
    pub fn form_for(&self, department: &DepartmentCode) -> Option<FormDefinition> {
        let matters = &self.flow.joint.as_ref()?.matters;
        let own = || matters.iter().filter(|it| it.department == *department);
        own().next()?;
        // A matter without steps needs all of them.
        if own().any(|matter| matter.steps.is_empty()) {
            return Some(self.form.clone());
        }
        let steps: Vec<String> = own().flat_map(|matter| matter.steps.clone()).collect();
        Some(self.form.only(&steps))
    }
}
