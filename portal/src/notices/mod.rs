//! Notices 通知: what a citizen is told, in the inbox 站内消息, by mail and by text message.
//!
//! [`tell`] is the one way in. It writes the notice into the inbox and promises a delivery for each other
//! channel, in the transaction of whatever has happened; the worker carries the deliveries out.

mod deliver;
mod deliveries;
mod list;
mod open;
mod preferences;
mod preview;
mod remind;
mod retry;
mod store;
mod tell;

pub(crate) use deliver::{KIND as DELIVER, broke_off, deliver};
pub use deliveries::{Deliveries, DeliveryFilter, DeliveryView};
pub use list::{NoticeList, NoticeView};
pub use preview::{Preview, preview};
pub(crate) use remind::{KIND as REMIND, remind, remind_daily};
pub use retry::RetryError;
pub(crate) use store::forget_case;
pub(crate) use tell::{NewNotice, tell, tell_officer};

use domain::CaseId;
use domain::notices::NoticeKind;

use crate::Portal;

/// The use cases around notices.
pub struct Notices<'a>(pub(crate) &'a Portal);

/// Where a notice leads, as an address of the portal: to what it is about.
fn place(kind: NoticeKind, case: Option<&CaseId>) -> String {
    match (kind, case) {
        (NoticeKind::CertificateExpires, _) => "/certificates".to_owned(),
        (NoticeKind::EvaluationInvited, Some(case)) => format!("/cases/{case}/rate"),
        (_, Some(case)) => format!("/cases/{case}"),
        (_, None) => "/cases".to_owned(),
    }
}
