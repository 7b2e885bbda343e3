//! The desk 工作台: the officer's side of cases.

mod act;
mod find;
mod inbox;
mod open;

pub use act::DeskError;
pub use inbox::{Inbox, InboxRow, InboxTab};
pub use open::DeskCase;

use domain::cases::CaseState;
use domain::ids::CaseId;
use entities::{case_step, service_case};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use crate::Portal;
use crate::accounts::Officer;

/// The use cases of an officer.
pub struct Desk<'a>(pub(crate) &'a Portal);

/// What an officer can see at all: the submitted cases of the own department. Every query of the
/// desk starts here.
fn visible(officer: &Officer) -> Select<service_case::Entity> {
    handed_in().filter(service_case::Column::DepartmentCode.eq(officer.department.as_str()))
}

/// What was handed in; before that a case is its applicant's alone.
fn handed_in() -> Select<service_case::Entity> {
    service_case::Entity::find()
        .filter(service_case::Column::State.ne(CaseState::Draft.key()))
        .filter(service_case::Column::Number.is_not_null())
}

/// One case that the officer can see: of the own department, or one whose review asks this department.
pub(crate) fn visible_one(officer: &Officer, id: &CaseId) -> Select<service_case::Entity> {
    let asked = case_step::Entity::find()
        .select_only()
        .column(case_step::Column::CaseId)
        .filter(case_step::Column::CaseId.eq(id.as_str()))
        .filter(case_step::Column::DepartmentCode.eq(officer.department.as_str()))
        .into_query();
    let own = service_case::Column::DepartmentCode.eq(officer.department.as_str());
    handed_in()
        .filter(own.or(service_case::Column::Id.in_subquery(asked)))
        .filter(service_case::Column::Id.eq(id.as_str()))
}
