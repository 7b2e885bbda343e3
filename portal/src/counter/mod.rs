//! The counter 窗口: an officer serves a citizen who stands there, and types for them into the citizen's own forms.
//!
//! Between greeting and goodbye there is a sitting, which belongs to the officer's session and to one citizen. In
//! it the citizen acts through the officer: [`crate::accounts::Citizen::attended_by`] says so to every use case,
//! and what is another department's is not found.

mod attend;
mod begin;
mod end;
mod overview;

pub use attend::Sitting;
pub use begin::BeginError;
pub use overview::Overview;

use crate::Portal;

/// Table name, as the audit trail has it.
const TABLE: &str = "sitting";

/// The use cases of a counter.
pub struct Counter<'a>(pub(crate) &'a Portal);
