//! The desk 工作台: the officer's side of cases.

mod absences;
mod act;
mod assign;
mod assignment_rules;
mod bulk;
mod colleagues;
mod corrections;
mod filters;
mod find;
mod inbox;
mod lists;
mod messages;
mod notes;
mod open;
mod search;
mod take_in;
mod templates;

pub use absences::{AbsenceError, AbsenceView, Absences};
pub use act::DeskError;
pub use assign::{AssignmentError, AssignmentRow, Holder};
pub use assignment_rules::RuleView;
pub use bulk::{BulkAct, BulkOutcome, BulkRow, Ticked};
pub use colleagues::Colleague;
pub use corrections::{Correction, CorrectionPoint};
pub use filters::{FilterError, SavedFilter};
pub use inbox::{Count, Inbox, InboxRow};
pub use lists::MAX_COUNT;
pub use messages::{MessageError, MessageView, Thread};
pub use notes::{NoteError, NoteView};
pub use open::{DeskCase, LookView};
pub use search::Found;
pub(crate) use take_in::take_in;
pub use templates::{TemplateError, TemplateView};

use domain::cases::CaseState;
use domain::ids::CaseId;
use entities::{case_step, service_case};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};

use crate::Portal;
use crate::accounts::Officer;

/// Names the joint application beside its matter in a query.
const APPLICATION: &str = "application";

/// The use cases of an officer.
pub struct Desk<'a>(pub(crate) &'a Portal);

/// The submitted cases of the officer's own department.
fn own(officer: &Officer) -> Select<service_case::Entity> {
    handed_in().filter(service_case::Column::DepartmentCode.eq(officer.department.as_str()))
}

/// What was handed in; before that a case is its applicant's alone.
fn handed_in() -> Select<service_case::Entity> {
    service_case::Entity::find()
        .filter(service_case::Column::State.ne(CaseState::Draft.key()))
        .filter(service_case::Column::Number.is_not_null())
}

/// What an officer can see at all: cases of the own department, those whose review asks it, and the matters of
/// the joint applications that it leads. Who handles no cases sees none: supervision has numbers, states and
/// clocks, and needs nobody's name.
fn visible(officer: &Officer) -> Select<service_case::Entity> {
    handed_in().filter(within(officer, asked(officer)))
}

/// Cases of the own department, those with such a step, and the matters that it leads; none for roles without
/// cases.
fn within(officer: &Officer, steps: Select<case_step::Entity>) -> Condition {
    let own = service_case::Column::DepartmentCode.eq(officer.department.as_str());
    let led = Query::select()
        .column((APPLICATION, service_case::Column::Id))
        .from_as(service_case::Entity, APPLICATION)
        .and_where(
            Expr::col((APPLICATION, service_case::Column::Id))
                .equals((service_case::Entity, service_case::Column::PartOf)),
        )
        .and_where(
            Expr::col((APPLICATION, service_case::Column::DepartmentCode))
                .eq(officer.department.as_str()),
        )
        .to_owned();
    let any = Condition::any()
        .add(own)
        .add(Expr::exists(steps.into_query()))
        .add(Expr::exists(led));
    let handles = Expr::value(officer.role.has_cases());
    Condition::all().add(handles).add(any)
}

/// The steps of a case by which its review asks the officer's department.
fn asked(officer: &Officer) -> Select<case_step::Entity> {
    case_step::Entity::find()
        .select_only()
        .column(case_step::Column::CaseId)
        .filter(case_step::Column::AskedDepartment.eq(officer.department.as_str()))
        .filter(
            Expr::col((case_step::Entity, case_step::Column::CaseId))
                .equals((service_case::Entity, service_case::Column::Id)),
        )
}

/// One case that the officer can see.
pub(crate) fn visible_one(officer: &Officer, id: &CaseId) -> Select<service_case::Entity> {
    visible(officer).filter(service_case::Column::Id.eq(id.as_str()))
}

/// One case whose materials and documents the officer can open: of the own department, or one whose review
/// waits for a step of it now. Who has concluded a step still sees that case, and its papers no more.
pub(crate) fn readable_one(officer: &Officer, id: &CaseId) -> Select<service_case::Entity> {
    let open = asked(officer).filter(case_step::Column::ConcludedAt.is_null());
    handed_in()
        .filter(within(officer, open))
        .filter(service_case::Column::Id.eq(id.as_str()))
}

/// One case of the officer's own department.
pub(crate) fn own_one(officer: &Officer, id: &CaseId) -> Select<service_case::Entity> {
    own(officer).filter(service_case::Column::Id.eq(id.as_str()))
}
