//! Materials 材料 as files: what is let in, and in what form it is kept.

#[cfg(test)]
mod hostile;
mod inspect;
pub mod limits;
mod pages;
mod pdf;
mod picture;
mod problem;

pub(crate) use inspect::inspect;
pub use inspect::{Inspected, open};
pub use problem::UploadProblem;
