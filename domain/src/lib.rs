//! The rules of government services (政务服务): service items and their guides, forms and answers,
//! the life of a case, statutory clocks and the working-day calendar, certificates and evaluations.
//!
//! Nothing here does I/O, reads a clock or draws a random number: the instant, the calendar and every
//! identifier are arguments. So each rule can be tested as a table, and runs in the browser unchanged.

#[macro_use]
mod keys;

pub mod accounts;
pub mod calendar;
pub mod cases;
pub mod catalogue;
pub mod certificates;
pub mod check_digits;
pub mod consultations;
pub mod desk;
pub mod documents;
pub mod evaluations;
pub mod forms;
pub mod identity;
pub mod ids;
pub mod notices;
pub mod site;
pub mod supervision;
pub mod text;

pub use ids::{
    AccountId, CaseId, CertificateId, DepartmentCode, DivisionCode, DocumentId, ItemCode,
    ItemCodeError, MaterialId,
};
pub use text::{Locale, Text};
