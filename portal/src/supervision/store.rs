//! Rows of findings ↔ the domain.

use domain::DepartmentCode;
use domain::cases::Light;
use domain::supervision::{Card, Record, Ruling};
use entities::supervision_finding::Model;

use crate::Internal;

pub(super) const TABLE: &str = "supervision_finding";

/// How far a finding has come.
pub(super) fn record(row: &Model) -> Result<Record, Internal> {
    Ok(Record {
        department: DepartmentCode::new(row.department_code.clone()),
        card: card(row)?,
        explained: row.explanation.is_some(),
        ruling: ruling(row)?,
    })
}

pub(super) fn card(row: &Model) -> Result<Card, Internal> {
    Card::parse(&row.card).ok_or(Internal::new("a stored card is unknown"))
}

pub(super) fn ruling(row: &Model) -> Result<Option<Ruling>, Internal> {
    let ruling = row.ruling.as_deref();
    let unknown = Internal::new("a stored ruling is unknown");
    ruling
        .map(|key| Ruling::parse(key).ok_or(unknown.clone()))
        .transpose()
}

pub(super) fn colour(stored: &str) -> Result<Light, Internal> {
    Light::parse(stored).ok_or(Internal::new("a stored light is unknown"))
}

pub(super) fn number(stored: i16) -> Result<u16, Internal> {
    u16::try_from(stored).map_err(|_| Internal::new("a stored number of a rule is negative"))
}
