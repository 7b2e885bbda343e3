//! Operations 运行管理: what operators do from the command line, and what developers look at.

mod development_mails;
mod doctor;
mod import_services;
mod seed;

pub use doctor::Check;
pub use import_services::ImportServicesError;
pub(crate) use seed::put_own_item;
pub use seed::{SeedReport, SeededAccount};

use crate::Portal;

/// The use cases of operators.
pub struct Operations<'a>(pub(crate) &'a Portal);
