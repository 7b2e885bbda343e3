//! Registers 基础库 of the departments, and the record of who read what in them.

mod access_records;
mod look_up;
mod put;
mod store;

pub use access_records::AccessRecordView;
pub(crate) use look_up::{Purpose, look_up};

use crate::Portal;

/// The use cases around registers.
pub struct Registers<'a>(pub(crate) &'a Portal);
