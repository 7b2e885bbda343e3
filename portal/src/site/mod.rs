//! The portal as a government site: what readers report about it, 我为政府网站找错 and 违法和不良信息
//! 举报, and what became of it.

mod answer_report;
mod mail;
mod report_error;
mod reports;

pub use answer_report::AnswerError;
pub(crate) use mail::{KIND as MAIL, run as send_mail};
pub use report_error::{NewReport, ReportError};
pub use reports::{ReportView, Reports};

use domain::cases::Role;

use crate::Portal;
use crate::accounts::Officer;

/// The table of reports, for what is sealed in it.
const TABLE: &str = "site_report";

/// The use cases around the portal itself.
pub struct Site<'a>(pub(crate) &'a Portal);

/// Whether an officer looks after the portal itself: administrators 管理 do, whatever their
/// department. To all others there are no reports.
#[must_use]
pub fn looks_after(officer: &Officer) -> bool {
    officer.role == Role::Administrator
}
