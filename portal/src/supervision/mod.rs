//! Supervision 电子监察: what the rules find in cases and what becomes of it, the monthly figures, and
//! lists of cases to save. None of it moves a case.

mod board;
mod change_rule;
mod explain;
mod export;
mod facts;
mod figures;
mod list;
mod open;
mod rules;
mod store;
mod sweep;
mod tell;

pub use board::{Board, DepartmentLights};
pub use change_rule::{RuleChangeError, RuleOutlook};
pub use explain::RecordError;
pub use export::{
    ExportFilter, ExportLine, ExportStart, ExportTable, MAX_EXPORT_ROWS, SavedWorkbook, TableWords,
};
pub(crate) use figures::count_months;
pub use figures::{FigureLine, FiguresView, OpenMonth, csv as open_data_csv};
pub use list::{FindingFilter, FindingList, FindingRow};
pub use open::{CaseDates, FindingView, Past};
pub use rules::RulesVersion;
pub(crate) use sweep::supervise;
pub(crate) use tell::tell_of_findings;

use domain::DepartmentCode;
use domain::cases::Role;
use domain::supervision::Watch;
use entities::supervision_finding::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::Portal;
use crate::accounts::Officer;

/// The use cases of supervision.
pub struct Supervision<'a>(pub(crate) &'a Portal);

/// How far an officer sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All departments: a supervisor.
    City,
    /// The own department: who handles its cases.
    Department(DepartmentCode),
}

/// How far an officer sees; administrators handle nothing and watch nothing.
#[must_use]
pub fn scope(officer: &Officer) -> Option<Scope> {
    match officer.role {
        Role::Supervisor => Some(Scope::City),
        Role::Handler | Role::Reviewer => Some(Scope::Department(officer.department.clone())),
        Role::Administrator => None,
    }
}

/// Whether an officer may read the rules: who changes them, and who watches by them.
#[must_use]
pub fn reads_rules(officer: &Officer) -> bool {
    matches!(officer.role, Role::Supervisor | Role::Administrator)
}

/// Whether an officer may change the rules.
#[must_use]
pub fn changes_rules(officer: &Officer) -> bool {
    officer.role == Role::Administrator
}

/// Whether an officer may save lists of cases.
#[must_use]
pub fn exports(officer: &Officer) -> bool {
    matches!(officer.role, Role::Supervisor | Role::Reviewer)
}

impl Scope {
    /// The findings that are in sight. Every query of findings starts here.
    fn findings(&self) -> Select<Entity> {
        match self {
            Self::City => Entity::find(),
            Self::Department(code) => {
                Entity::find().filter(Column::DepartmentCode.eq(code.as_str()))
            }
        }
    }

    /// Whether a finding may say which case it is about. Who was rated badly does not learn from supervision
    /// who has rated: the review itself stands among the evaluations, and says as much as it may.
    fn names_case(&self, watch: Option<Watch>) -> bool {
        let of_review = matches!(watch, None | Some(Watch::BadReviewOpen {}));
        *self == Self::City || !of_review
    }

    /// Whether a department is in sight.
    #[must_use]
    pub fn holds(&self, department: &str) -> bool {
        match self {
            Self::City => true,
            Self::Department(own) => own.as_str() == department,
        }
    }
}
