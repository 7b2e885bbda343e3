//! Evaluations 好差评: one matter, one evaluation and one follow-up (GB/T 39734), and what the department
//! does about a bad one.
//!
//! Who rated is protected from those who were rated. An address at the desk names the rectification, not
//! the case; a good review shows nobody's name; and an officer who had a hand in the case learns neither
//! number nor name before everything is dealt with. The department writes to the one who rated through
//! the portal, so it needs no telephone number.

mod act;
mod by_default;
mod csv;
mod figures;
mod follow_up;
mod list;
mod mail;
mod mine;
mod open;
mod overdue;
mod rate;
mod rating;
mod reply;
mod said;
mod store;
mod unanswered;

pub use act::ActError;
pub(crate) use by_default::give_default_reviews;
pub use figures::{Figures, ItemFigures, Period};
pub use follow_up::FollowUpError;
pub use list::{EvaluationPage, EvaluationRow, Pile};
pub(crate) use mail::{KIND as MAIL, run as send_mail};
pub use mine::MyEvaluation;
pub use open::{DeskEvaluation, Rater};
pub use overdue::{Overdue, overdue_rectifications};
pub use rate::{RateError, Words};
pub use rating::Rating;
pub(crate) use rating::Ratings;
pub use reply::ReplyError;
pub use said::Said;
pub use store::{RectificationView, StepRow};
pub(crate) use unanswered::end_unanswered;

use domain::cases::Role;
use domain::evaluations::Level;
use entities::{evaluation, rectification};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::accounts::Officer;
use crate::{Internal, Portal};

/// The use cases around evaluations.
pub struct Evaluations<'a>(pub(crate) &'a Portal);

/// The level behind a stored platform code (5 = very satisfied … 1 = very dissatisfied).
pub(crate) fn level(stored: i16) -> Result<Level, Internal> {
    u8::try_from(stored)
        .ok()
        .and_then(Level::from_platform_code)
        .ok_or(Internal::new("a stored level is unknown"))
}

/// Whether an officer sees the evaluations of all departments: supervision 监察 does, since it gives the
/// second opinion where a department has nobody left who could.
fn sees_all(officer: &Officer) -> bool {
    officer.role == Role::Supervisor
}

/// The evaluations that an officer can see at all.
fn visible(officer: &Officer) -> Select<evaluation::Entity> {
    let all = evaluation::Entity::find();
    if sees_all(officer) {
        return all;
    }
    all.filter(evaluation::Column::DepartmentCode.eq(officer.department.as_str()))
}

/// The rectifications that an officer can see at all.
fn visible_rectifications(officer: &Officer) -> Select<rectification::Entity> {
    let all = rectification::Entity::find();
    if sees_all(officer) {
        return all;
    }
    all.filter(rectification::Column::DepartmentCode.eq(officer.department.as_str()))
}
