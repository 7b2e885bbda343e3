//! The editor 事项编辑: working copies of services, from the first word to the publication by a second
//! person, and the life of published items.

mod act;
mod begin;
mod exchange;
mod file;
mod incoming;
mod list;
mod publish_job;
mod roster;
mod save;
mod standing;
mod store;
mod versions;
mod workbook;

pub use act::DraftDeed;
pub use begin::NewService;
pub use exchange::SavedFile;
pub use file::{SCHEMA_PATH, ServiceFile, schema, service_differences};
pub use incoming::{Fate, Incoming, MAX_FILE_BYTES, Preview};
pub use list::{ListedDraft, ListedItem, ServiceList};
pub(crate) use publish_job::{KIND as PUBLISH, run as publish_due};
pub use save::Typed;
pub use standing::StandingView;
pub use store::Draft;
pub use versions::VersionRow;

use domain::accounts::Role;
use domain::catalogue::DefinitionProblem;
use domain::catalogue::editing::{DraftRefusal, TypedProblem};
use domain::ids::DepartmentCode;
use entities::service_draft;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::Catalogue;
use crate::accounts::Officer;
use crate::{Internal, Portal};

/// The use cases of the editor.
pub struct Editor<'a>(pub(super) &'a Portal);

impl<'a> Catalogue<'a> {
    /// What officers do to write and publish services.
    #[must_use]
    pub fn editor(&self) -> Editor<'a> {
        Editor(self.0)
    }
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// There is no such thing, or not for this officer.
    #[error("not found")]
    NotFound,
    /// Somebody changed it since the officer opened it.
    #[error("it was changed since it was opened")]
    Changed,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(DraftRefusal),
    /// The service contradicts itself, or something is missing.
    #[error("the service has {} problems", .0.len())]
    Problems(Vec<DefinitionProblem>),
    /// Something typed cannot be written down.
    #[error("{} inputs cannot be written down", .0.len())]
    Typed(Vec<TypedProblem>),
    /// A line of a list cannot be read: its number, from 1 for the line of names, and why.
    #[error("line {0} cannot be read: {1}")]
    Row(usize, &'static str),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl From<DraftRefusal> for EditorError {
    fn from(refusal: DraftRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<sea_orm::DbErr> for EditorError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(error.into())
    }
}

impl From<serde_json::Error> for EditorError {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}

/// Whether an officer sees the services of a department: those of the own one, administrators all.
fn sees(officer: &Officer, department: &DepartmentCode) -> bool {
    officer.department == *department || officer.role == Role::Administrator
}

/// The working copies that an officer sees. Every query of the editor starts here.
fn visible(officer: &Officer) -> Select<service_draft::Entity> {
    let all = service_draft::Entity::find();
    if officer.role == Role::Administrator {
        return all;
    }
    all.filter(service_draft::Column::DepartmentCode.eq(officer.department.as_str()))
}
