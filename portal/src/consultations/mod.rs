//! Consultations 征求意见: one department asks another about a case.
//!
//! What the asked department sees is made here and nowhere else: the answers, and the materials that were picked
//! for it, as long as the question is open. It does not see the case itself ([`crate::desk`]).

mod answer;
mod ask;
mod end;
mod list;
mod of_case;
mod open;
mod store;
mod withdraw;

pub use ask::NewQuestion;
pub(crate) use end::overtake;
pub use list::ConsultationRow;
pub(crate) use list::{count, page};
pub(crate) use open::shares;
pub use open::{Consulted, Shared};
pub use store::{AnswerView, ConsultationView};

use domain::consultations::ConsultationProblem;

use crate::{Internal, Portal};

/// The use cases of two departments about one case.
pub struct Consultations<'a>(pub(crate) &'a Portal);

/// Why nothing was asked, answered or taken back.
#[derive(Debug, thiserror::Error)]
pub enum ConsultationError {
    /// The officer's department neither asks nor is asked.
    #[error("not found")]
    NotFound,
    /// The rules say no.
    #[error("{}", .0.key())]
    Problem(ConsultationProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl From<sea_orm::DbErr> for ConsultationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Internal(error.into())
    }
}

impl From<ConsultationProblem> for ConsultationError {
    fn from(problem: ConsultationProblem) -> Self {
        Self::Problem(problem)
    }
}
