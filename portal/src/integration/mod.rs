//! Integration 系统对接: clients of the programming interface and what they may ask for.

mod add_client;
mod authenticate;
mod case_status;
mod revoke_client;
mod scope;
mod token;

pub use add_client::{AddClientError, NewClient};
pub use authenticate::ApiClient;
pub use case_status::CaseStatus;
pub use scope::Scope;

use crate::Portal;

/// The use cases of the systems of other departments and of integrators.
pub struct Integration<'a>(pub(crate) &'a Portal);
