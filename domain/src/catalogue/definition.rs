//! The published version of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Guide, GuidedChoice};
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
