//! Electronic certificates 电子证照: issued once for an approved case, kept by the citizen, verified
//! by anybody.

mod issue;
mod mine;
mod store;
mod verify;

pub(crate) use issue::{KIND as ISSUE, issue, issue_job, issue_together_job};
pub use store::CertificateView;
pub(crate) use store::body;
pub use verify::Verification;

use crate::Portal;

/// The use cases around certificates.
pub struct Certificates<'a>(pub(crate) &'a Portal);
