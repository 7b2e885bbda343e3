//! What the citizen holds in the hand after submitting.

use domain::calendar::DueDate;
use domain::cases::{Case, CaseNumber};
use domain::ids::CaseId;

use crate::Internal;

/// Receipt 受理回执. It exists only after a durable commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The case.
    pub id: CaseId,
    /// The number to quote.
    pub number: CaseNumber,
    /// When the next thing is due: acceptance, or the result.
    pub due: Option<DueDate>,
}

impl Receipt {
    pub(super) fn of(case: &Case) -> Result<Self, Internal> {
        let number = case
            .number
            .clone()
            .ok_or(Internal::new("a submitted case has no number"))?;
        Ok(Self {
            id: case.id.clone(),
            number,
            due: case.next_due(),
        })
    }
}
