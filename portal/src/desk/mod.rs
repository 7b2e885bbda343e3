//! The desk 工作台: the officer's side of cases.

mod act;
mod find;
mod inbox;
mod open;

pub use act::{DeskAction, DeskError};
pub use inbox::{Inbox, InboxRow, InboxTab};
pub use open::DeskCase;

use domain::cases::CaseState;
use domain::ids::CaseId;
use entities::service_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::Portal;
use crate::accounts::Officer;

/// The use cases of an officer.
pub struct Desk<'a>(pub(crate) &'a Portal);

/// What an officer can see at all: the submitted cases of the own department. Every query of the
/// desk starts here.
fn visible(officer: &Officer) -> Select<service_case::Entity> {
    service_case::Entity::find()
        .filter(service_case::Column::DepartmentCode.eq(officer.department.as_str()))
        .filter(service_case::Column::State.ne(CaseState::Draft.key()))
        .filter(service_case::Column::Number.is_not_null())
}

/// One visible case.
pub(crate) fn visible_one(officer: &Officer, id: &CaseId) -> Select<service_case::Entity> {
    visible(officer).filter(service_case::Column::Id.eq(id.as_str()))
}
