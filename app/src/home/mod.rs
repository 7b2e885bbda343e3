//! The first page of the portal.

mod elder;
mod entries;
mod mine;
pub mod pages;
