//! Operations 运行管理: what operators do from the command line, and what developers look at.

mod development_mails;
mod doctor;
mod seed;

pub use doctor::Check;
pub use seed::{SeedReport, SeededAccount};

use crate::Portal;

/// The use cases of operators.
pub struct Operations<'a>(pub(crate) &'a Portal);
