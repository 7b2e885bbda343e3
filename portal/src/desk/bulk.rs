//! One press of a button for several cases. Each is a use case of its own: what goes wrong with one keeps none
//! of the others back.

use domain::cases::Event;
use domain::desk::MAX_BATCH;
use domain::ids::{AccountId, CaseId};

use super::{AssignmentError, Desk, DeskError, own_one};
use crate::Internal;
use crate::accounts::Officer;

/// What is done to each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkAct {
    /// The officer takes it.
    Take,
    /// It is given back.
    GiveBack,
    /// A colleague gets it.
    AssignTo(AccountId),
    /// It is accepted 受理.
    Accept,
}

/// A case that was ticked, as the page had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// The case.
    pub id: CaseId,
    /// The revision that the page was made from.
    pub revision: u32,
    /// Whose it was.
    pub assignee: Option<AccountId>,
}

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkRow {
    /// The case.
    pub id: CaseId,
    /// Its number; none where the officer cannot see it.
    pub number: Option<String>,
    /// What happened.
    pub outcome: BulkOutcome,
}

/// What became of a ticked case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkOutcome {
    /// It was done.
    Done,
    /// Somebody changed it since the page was made.
    Changed,
    /// Somebody else has it now, by name; none when it is nobody's.
    Holder(Option<String>),
    /// The rules say no, by the Fluent key of the reason.
    Refused(&'static str),
    /// There is no such case in the officer's department.
    NotFound,
    /// It was beyond the most that one press acts on.
    TooMany,
}

impl Desk<'_> {
    /// Does the same to several cases, one after the other, and says what became of each. Beyond
    /// [`MAX_BATCH`] nothing is done.
    ///
    /// # Errors
    /// When the portal fails; what was done before stays done.
    pub async fn bulk(
        &self,
        officer: &Officer,
        act: &BulkAct,
        ticked: &[Ticked],
    ) -> Result<Vec<BulkRow>, Internal> {
        let mut rows = Vec::with_capacity(ticked.len());
        for (at, one) in ticked.iter().enumerate() {
            let row = own_one(officer, &one.id).one(self.0.db().read()).await?;
            let outcome = match &row {
                None => BulkOutcome::NotFound,
                Some(_) if at >= MAX_BATCH => BulkOutcome::TooMany,
                Some(_) => self.do_one(officer, act, one).await?,
            };
            rows.push(BulkRow {
                id: one.id.clone(),
                number: row.and_then(|row| row.number),
                outcome,
            });
        }
        Ok(rows)
    }

    async fn do_one(
        &self,
        officer: &Officer,
        act: &BulkAct,
        one: &Ticked,
    ) -> Result<BulkOutcome, Internal> {
        let to = match act {
            BulkAct::Accept => {
                let done = self
                    .act(officer, &one.id, one.revision, Event::Accept)
                    .await;
                return accepted(done);
            }
            BulkAct::Take => Some(&officer.id),
            BulkAct::GiveBack => None,
            BulkAct::AssignTo(to) => Some(to),
        };
        let done = self.assign(officer, &one.id, one.assignee.as_ref(), to);
        match done.await {
            Ok(()) => Ok(BulkOutcome::Done),
            Err(AssignmentError::NotFound) => Ok(BulkOutcome::NotFound),
            Err(AssignmentError::Changed(holder)) => Ok(BulkOutcome::Holder(holder)),
            Err(AssignmentError::Refused(refusal)) => Ok(BulkOutcome::Refused(refusal.key())),
            Err(AssignmentError::Internal(internal)) => Err(internal),
        }
    }
}

fn accepted(done: Result<(), DeskError>) -> Result<BulkOutcome, Internal> {
    match done {
        Ok(()) => Ok(BulkOutcome::Done),
        Err(DeskError::NotFound) => Ok(BulkOutcome::NotFound),
        Err(DeskError::Changed) => Ok(BulkOutcome::Changed),
        Err(DeskError::Refused(refusal)) => Ok(BulkOutcome::Refused(refusal.key())),
        Err(DeskError::Internal(internal)) => Err(internal),
    }
}
